import type { OverlayEntry } from './entry.ts';

/** What taking a file does with an entry of it: `kept` where the one that is here is the later. */
export const MERGE_WORDS = ['new', 'changed', 'same', 'kept'] as const;
export type MergeWord = (typeof MERGE_WORDS)[number];

export interface Merge {
  /** All that is here afterwards, by id. */
  readonly entries: readonly OverlayEntry[];
  /** One for each entry of the other list, in its order. */
  readonly told: readonly { readonly entry: OverlayEntry; readonly word: MergeWord }[];
}

/** One text for one content, whatever the order of its keys. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner);
}

/** Of two versions the later; of two from one instant the same on every machine. */
function isLater(a: OverlayEntry, b: OverlayEntry): boolean {
  return a.changedAt !== b.changedAt ? a.changedAt > b.changedAt : textOf(a) > textOf(b);
}

/**
 * Two overlays as one, entry by entry: what only one has stays, of two versions the later counts. Nothing is ever taken
 * away, so the order in which files are taken makes no difference, and taking one twice changes nothing.
 */
export function mergeEntries(ours: readonly OverlayEntry[], theirs: readonly OverlayEntry[]): Merge {
  const merged = new Map(ours.map((entry) => [entry.id, entry]));
  const told = theirs.map((entry) => {
    const here = merged.get(entry.id);
    const word: MergeWord = !here ? 'new' : textOf(here) === textOf(entry) ? 'same' : isLater(entry, here) ? 'changed' : 'kept';
    if (word === 'new' || word === 'changed') merged.set(entry.id, entry);
    return { entry, word };
  });
  return { entries: [...merged.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), told };
}
