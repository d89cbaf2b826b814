/** Whether what one typed is kept: shown beside the title of everything that saves at once. */
import type { Failure } from './request.ts';

export type SaveState =
  | { readonly status: 'untouched' }
  | { readonly status: 'saving' }
  | { readonly status: 'saved' }
  | { readonly status: 'failed'; readonly failure: Failure };

export const UNTOUCHED: SaveState = { status: 'untouched' };

type Reply<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Failure);

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
      if (waiting === 0 || !reply.ok) put(reply.ok ? { status: 'saved' } : { status: 'failed', failure: { code: reply.code, params: reply.params } });
      if (waiting === 0) await after();
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
