/** Takes bytes from an origin with a ceiling, a patience and a way to stop: no sender can fill a disk or hold a client for ever. */
import { CodedError } from '../../shared/kernel/errors.ts';
import type { UpdateLimits } from './limits.ts';
import type { OpenedFile, Origin } from './origin.ts';

/** Counts what came, for the one who waits and for the report. */
export interface Meter {
  bytes: number;
  readonly onBytes?: (bytes: number) => void;
}

export interface Receiving {
  readonly origin: Origin;
  readonly limits: UpdateLimits;
  readonly meter: Meter;
  /** Stops from outside: the person cancels. */
  readonly signal?: AbortSignal | undefined;
}

/** Watches over one transfer: `within` sets a time for the next thing to happen. */
class Patience {
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  readonly #outside: AbortSignal | undefined;
  readonly #cancel = (): void => this.#controller.abort(new CodedError('cancelled'));

  constructor(outside: AbortSignal | undefined) {
    this.#outside = outside;
    if (outside?.aborted === true) this.#cancel();
    outside?.addEventListener('abort', this.#cancel);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The promise, or a failure when it takes longer or the person cancels: an origin that does not heed the signal holds nobody. */
  async within<T>(timeoutMs: number, action: () => Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    this.#timer = setTimeout(() => this.#controller.abort(new CodedError('update-stalled')), timeoutMs);
    let listener = (): void => undefined;
    const stopped = new Promise<never>((_resolve, reject) => {
      listener = () => reject(this.signal.reason as Error);
      this.signal.addEventListener('abort', listener);
    });
    try {
      return await Promise.race([action(), stopped]);
    } finally {
      clearTimeout(this.#timer);
      this.signal.removeEventListener('abort', listener);
    }
  }

  /** Closes what is still open of the transfer. */
  end(): void {
    this.#outside?.removeEventListener('abort', this.#cancel);
    this.#controller.abort(new CodedError('cancelled'));
  }
}

export interface Piece {
  readonly bytes: Uint8Array;
  /** Where it belongs in the file. */
  readonly at: number;
}

/**
 * The pieces of a file from `from` on, or from 0 when the origin cannot start in the middle. `exact` is the length that is
 * signed; without it `ceiling` holds. Errors: those of the origin, update-length, update-endless, update-cut, update-stalled, cancelled.
 */
export async function* receive(
  { origin, limits, meter, signal }: Receiving,
  { path, from = 0, ceiling, exact, deadlineMs }: { readonly path: string; readonly from?: number; readonly ceiling: number; readonly exact?: number; readonly deadlineMs?: number },
): AsyncGenerator<Piece> {
  const patience = new Patience(signal);
  const until = deadlineMs === undefined ? Infinity : performance.now() + deadlineMs;
  let opened: OpenedFile | undefined;
  const within = <T>(timeoutMs: number, action: () => Promise<T>) => patience.within(Math.min(timeoutMs, Math.max(0, until - performance.now())), action);
  try {
    const file = await within(limits.answerMs, () => origin.open(path, { from, signal: patience.signal }));
    opened = file;
    if (file.total !== null && exact !== undefined && file.total !== exact) throw new CodedError(file.total > ceiling ? 'update-endless' : 'update-length');
    if (file.total !== null && file.total > ceiling) throw new CodedError('update-endless');
    const incoming = file.chunks[Symbol.asyncIterator]();
    let at = file.from;
    let window = { since: performance.now(), bytes: 0 };
    for (;;) {
      const next = await within(limits.stallMs, () => incoming.next());
      if (next.done === true) break;
      const bytes = next.value;
      meter.bytes += bytes.length;
      window.bytes += bytes.length;
      if (at + bytes.length > (exact ?? ceiling)) throw new CodedError('update-endless');
      yield { bytes, at };
      at += bytes.length;
      meter.onBytes?.(meter.bytes);
      if (performance.now() - window.since > limits.slowMs) {
        if (window.bytes < limits.slowBytes) throw new CodedError('update-stalled');
        window = { since: performance.now(), bytes: 0 };
      }
    }
    const due = exact ?? file.total;
    if (due !== null && at < due) throw new CodedError('update-cut');
  } finally {
    const isStopped = patience.signal.aborted;
    patience.end();
    // A read that hangs would hang its closing too.
    const closing = opened?.close();
    if (!isStopped) await closing;
  }
}

/** A small file in memory. Errors: those of {@link receive}. */
export async function receiveBytes(receiving: Receiving, path: string, ceiling: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of receive(receiving, { path, ceiling, deadlineMs: receiving.limits.metadataMs })) pieces.push(bytes);
  return Buffer.concat(pieces);
}
