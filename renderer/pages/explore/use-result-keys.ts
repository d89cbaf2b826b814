import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

interface ResultKeys {
  readonly count: number;
  /** The result under the keys. */
  readonly at: number;
  /** Goes on with the list past its last row; null when all are shown. */
  readonly more: (() => void) | null;
  readonly compare: (index: number) => void;
  readonly print: (index: number) => void;
}

/** True for a field in which letters are typed. */
const isField = (target: Element): boolean => target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
const isSearchField = (target: Element): boolean => target.matches('input[type=search], [role=searchbox], [role=combobox]');

/**
 * Keys of the list: arrows, Home and End move between results, from the search field too, and the
 * arrow down from the last goes on with the list; C compares the one they stand on and P prints
 * it. A letter typed into a field is a letter. Enter in the search field is the field's own: it
 * may come before there is a list.
 */
export function useResultKeys(list: RefObject<HTMLElement | null>, keys: ResultKeys): void {
  const latest = useRef(keys);
  useEffect(() => { latest.current = keys; });
  useEffect(() => {
    const focusOn = (index: number): void => list.current?.querySelectorAll<HTMLElement>('[data-result]')[index]?.focus();
    const onKey = (event: KeyboardEvent): void => {
      const { count, at, more, compare, print } = latest.current;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || count === 0 || !(event.target instanceof Element)) return;
      const inSearch = isSearchField(event.target);
      const inList = list.current?.contains(event.target) ?? false;
      // After a change of page the focus is on the heading: the list is what comes next.
      const inNothing = event.target.matches('body, main, h1');
      if (!inSearch && (isField(event.target) || !(inList || inNothing))) return;
      const onResult = inList || inNothing;
      const moves: Readonly<Record<string, number>> = {
        ArrowDown: inList ? Math.min(count - 1, at + 1) : Math.min(count - 1, at), ArrowUp: Math.max(0, at - 1),
        ...(inList ? { Home: 0, End: count - 1 } : {}),
      };
      const to = moves[event.key];
      if (event.key === 'ArrowDown' && inList && at === count - 1 && more) more();
      else if (to !== undefined && !(event.key === 'ArrowUp' && !inList)) focusOn(to);
      else if (onResult && !event.repeat && event.key.toLowerCase() === 'c') compare(at);
      else if (onResult && !event.repeat && event.key.toLowerCase() === 'p') print(at);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list]);
}
