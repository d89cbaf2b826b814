import type { IsoDay } from '../kernel/plain-date.ts';

interface Due {
  readonly dueOn: IsoDay | null;
  readonly done: boolean;
}

/** Open things by their day, those without one after them, what is done last; otherwise as given. On screen and on paper. */
export function inDueOrder<T extends Due>(things: readonly T[]): readonly T[] {
  const rank = ({ done, dueOn }: Due): string => `${done ? 1 : 0}${dueOn ?? '9999'}`;
  return things.map((thing, index) => ({ thing, index })).sort((a, b) => (rank(a.thing) < rank(b.thing) ? -1 : rank(a.thing) > rank(b.thing) ? 1 : a.index - b.index)).map(({ thing }) => thing);
}
