/** Which failures are worth another try, said once. */
import { CodedError, type ErrorCode } from '../../shared/kernel/errors.ts';
import type { UpdateLimits } from './limits.ts';

/** The network or the stick may be back in a moment. */
const MAY_PASS: ReadonlySet<ErrorCode> = new Set(['update-unreachable', 'update-server', 'update-cut', 'update-stalled']);
/** The repository was not reached, as opposed to: was reached, and refused. */
const NOT_REACHED: ReadonlySet<ErrorCode> = new Set([...MAY_PASS, 'update-certificate', 'update-captive-portal', 'update-redirected']);

export const mayPass = (error: unknown): boolean => error instanceof CodedError && MAY_PASS.has(error.code);
export const isNotReached = (error: unknown): boolean => error instanceof CodedError && NOT_REACHED.has(error.code);

/** Runs `action`, again after a pause while what fails may pass. */
export async function withRetries<T>(limits: UpdateLimits, signal: AbortSignal | undefined, action: () => Promise<T>): Promise<T> {
  for (let attempt = 1, pauseMs = limits.pauseMs; ; attempt += 1, pauseMs *= 2) {
    try {
      return await action();
    } catch (error) {
      if (attempt >= limits.attempts || !mayPass(error) || signal?.aborted === true) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
