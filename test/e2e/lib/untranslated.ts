/** Finds words on a page that came neither from the messages in the test's language nor from the data. */
import type { Page } from 'playwright-core';

export interface Shown {
  readonly text: string;
  readonly place: string;
}

/** Every text and label of the page as it stands, hidden ones for screen readers too; keys, code, what people type and words that say they are of one language (an attribution as its owner asks) are none. */
export const shownTexts = (page: Page): Promise<Shown[]> =>
  page.evaluate(() => {
    const found: { text: string; place: string }[] = [];
    const placeOf = (element: Element): string => `${element.tagName.toLowerCase()}${element.classList.length > 0 ? `.${element.classList.item(0) ?? ''}` : ''}`;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
          const text = node.getAttribute(name)?.trim();
          if (text !== undefined && text !== '') found.push({ text, place: `${placeOf(node)} ${name}` });
        }
      } else if (node.parentElement && !node.parentElement.closest('script, style, noscript, kbd, code, textarea, [contenteditable=true], body [lang]')) {
        const text = node.textContent?.trim() ?? '';
        if (text !== '') found.push({ text, place: placeOf(node.parentElement) });
      }
    }
    return found;
  });

/** Names of things, from what the service answered: strings with a capital, a digit or a blank, not words of a code. */
export function namesIn(value: unknown, names: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length >= 3 && /[\p{Lu}\d\s]/u.test(value)) names.add(value.trim());
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) namesIn(each, names);
  }
}

/** Words that the language of figures writes by itself: months, days, lists. */
const BY_LOCALE: ReadonlySet<string> = new Set([
  ...(['long', 'short'] as const).flatMap((style) => Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat('en-US', { month: style, timeZone: 'UTC' }).format(Date.UTC(2026, month, 1)))),
  ...(['long', 'short'] as const).flatMap((style) => Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat('en-US', { weekday: style, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + day)))),
  'and', 'or',
]);
/** A proper name that is the same in every language; the product's own. */
const OURS: ReadonlySet<string> = new Set(['Waymark']);
/** Labels that the components' library writes, and translates itself by the language it is told. */
const BY_LIBRARY: ReadonlySet<string> = new Set(['Dismiss', 'Show suggestions']);
/** From this many letters on, a piece of a name is no chance: a figure inside it opens its source and parts the text. */
const PIECE = 12;

/** The words of a text that have a plain vowel, are no acronym, and belong to no name. */
export function foreignWords(text: string, names: ReadonlySet<string>): readonly string[] {
  const plain = (rest: string): string[] =>
    (rest.match(/\p{L}+/gu) ?? []).filter((word) => word.length > 1 && /[aeiou]/i.test(word) && !/^[A-Z]{2,5}$/.test(word) && !BY_LOCALE.has(word) && !OURS.has(word));
  if (BY_LIBRARY.has(text) || plain(text).length === 0) return [];
  const held = [...names].filter((name) => text.includes(name)).sort((a, b) => b.length - a.length);
  const rest = held.reduce((left, name) => left.replaceAll(name, ' '), text);
  const words = plain(rest);
  if (words.length === 0) return [];
  // The page shortens names of areas and sources: the start of a name is a name.
  const isPiece = (name: string): boolean => (text.length >= 4 && name.startsWith(text)) || (text.length >= PIECE && name.includes(text));
  return [...names].some(isPiece) ? [] : words;
}
