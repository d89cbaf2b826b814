import { foldText } from './fold-text.ts';

export interface ComboItem {
  readonly id: string;
  readonly label: string;
  /** Beside the label, quieter: what else it is known by. Found by typing as well. */
  readonly note?: string;
}
export interface ComboGroup {
  readonly id: string;
  readonly label: string;
  readonly items: readonly ComboItem[];
}
/** Groups with only the items whose words the typed text begins; the name of a group finds all of it. */
export function narrowGroups(groups: readonly ComboGroup[], typed: string): readonly ComboGroup[] {
  const words = foldText(typed).split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return groups;
  const fits = (text: string): boolean => {
    const parts = foldText(text).split(/[\s,()–-]+/u);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  return groups
    .map((group) => ({ ...group, items: group.items.filter((item) => fits(`${group.label} ${item.label} ${item.note ?? ''}`)) }))
    .filter((group) => group.items.length > 0);
}
