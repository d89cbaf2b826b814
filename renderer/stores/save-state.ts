/** Whether what one typed is kept: shown beside the title of everything that saves at once. */
import type { Failure } from './request.ts';

export type SaveState =
  | { readonly status: 'untouched' }
  | { readonly status: 'saving' }
  | { readonly status: 'saved' }
  /** `retry` tries the same once more; null where what is stored has moved on and was read again. */
  | { readonly status: 'failed'; readonly failure: Failure; readonly retry: (() => void) | null };

export const UNTOUCHED: SaveState = { status: 'untouched' };

type Reply<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Failure);

/** After these the page shows what is stored; after any other what was typed stays in sight until it can be saved. */
const STALE: ReadonlySet<string> = new Set(['not-found', 'conflict', 'input-invalid']);

/**
 * Runs saves one after the other, so that the last thing typed is the last thing stored, and
 * puts the state of the newest one. `after` reads what was saved. Resolves with the answer, or null.
 */
export function createSaver(put: (state: SaveState) => void, after: () => Promise<unknown>) {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let life = 0;
  const save = <T>(ask: () => Promise<Reply<T>>): Promise<T | null> => {
    const born = life;
    waiting += 1;
    put({ status: 'saving' });
    const result = tail.then(async (): Promise<T | null> => {
      const reply = await ask();
      waiting -= 1;
      if (born !== life) return null;
      const isLast = waiting === 0;
      if (reply.ok) {
        if (isLast) put({ status: 'saved' });
      } else {
        put({ status: 'failed', failure: { code: reply.code, params: reply.params }, retry: STALE.has(reply.code) ? null : () => void save(ask) });
      }
      if (isLast && (reply.ok || STALE.has(reply.code))) await after();
      return reply.ok ? reply.value : null;
    });
    tail = result.catch(() => undefined);
    return result;
  };
  /** Answers still on their way no longer count. */
  const forget = (): void => {
    life += 1;
    put(UNTOUCHED);
  };
  return { save, forget, isSaving: () => waiting > 0 };
}
