/** Status of something asked of the service, and the helpers to hold it. */
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/index.ts';
import type { ErrorCode, ErrorParams } from '../../shared/kernel/errors.ts';
import { call } from '../client/client.ts';

export interface Failure {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** The four states of anything a page shows. While it is asked again, the last value stays. */
export type Request<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly last: T | null }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'error'; readonly failure: Failure; readonly last: T | null };

export const IDLE = { status: 'idle' } as const;

/** The value to show: the present one, or the last one while another is on its way. */
export function valueOf<T>(request: Request<T>): T | null {
  return request.status === 'ready' ? request.value : request.status === 'idle' ? null : request.last;
}

/**
 * A question that can be asked again and again; only the answer to the latest one counts.
 * `put` writes the status into the store. Resolves with the answer, or null when it failed or was overtaken.
 */
export function createAsker<N extends MethodName>(name: N, get: () => Request<OutputOf<N>>, put: (request: Request<OutputOf<N>>) => void) {
  let latest = 0;
  const ask = async (input: InputOf<N>): Promise<OutputOf<N> | null> => {
    const mine = (latest += 1);
    put({ status: 'loading', last: valueOf(get()) });
    const reply = await call(name, input);
    if (mine !== latest) return null;
    if (reply.ok) put({ status: 'ready', value: reply.value });
    else put({ status: 'error', failure: reply, last: valueOf(get()) });
    return reply.ok ? reply.value : null;
  };
  const forget = (): void => {
    latest += 1;
    put(IDLE);
  };
  return { ask, forget };
}
