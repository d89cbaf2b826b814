import { foldText } from './fold-text.ts';

export interface ComboItem {
  readonly id: string;
  readonly label: string;
  /** Beside the label, quieter: what else it is known by. Found by typing as well. */
  readonly note?: string;
  /** What the field says of it once chosen, where the label alone would not do. */
  readonly inField?: string;
}
export interface ComboGroup {
  readonly id: string;
  readonly label: string;
  readonly items: readonly ComboItem[];
  /** Too many to look through: shown only for typed text that begins a word of the item itself, and no more than a few. */
  readonly whenTyped?: true;
}

/** Of groups that are shown only for typed text, as many items as one can look through. */
const FEW = 40;
/** Fewer letters begin too many names. */
const LETTERS = 2;

const partsOf = (text: string): readonly string[] => foldText(text).split(/[\s,()–-]+/u);

/** Groups with only the items whose words the typed text begins; the name of a group finds all of it. */
export function narrowGroups(groups: readonly ComboGroup[], typed: string): readonly ComboGroup[] {
  const words = foldText(typed).split(/[\s,]+/u).filter((word) => word !== '');
  if (words.length === 0) return groups.filter((group) => group.whenTyped !== true);
  const begins = (parts: readonly string[]) => (word: string): boolean => parts.some((part) => part.startsWith(word));
  let left = FEW;
  const few = (group: ComboGroup): readonly ComboItem[] => {
    if (left === 0 || words.join('').length < LETTERS) return [];
    const head = partsOf(group.label);
    const found = group.items.filter((item) => {
      const own = partsOf(item.label);
      return begins(own)(words[0] ?? '') && words.every((word) => begins(own)(word) || begins(head)(word));
    }).slice(0, left);
    left -= found.length;
    return found;
  };
  return groups
    .map((group) => ({ ...group, items: group.whenTyped ? few(group) : group.items.filter((item) => words.every(begins(partsOf(`${group.label} ${item.label} ${item.note ?? ''}`)))) }))
    .filter((group) => group.items.length > 0);
}
