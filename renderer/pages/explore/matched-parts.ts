/** A piece of a text: what was typed, or what stands between. */
export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

const MARKS = /\p{M}/gu;
const WORDS = /[\p{L}\p{M}\p{N}+#]+/gu;
const FOLLOWING_MARKS = /^\p{M}+/u;
const fold = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase();
/** "nurses" also finds "nurse": the ending that the search itself takes off. */
const stems = (word: string): string[] => (word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? [word, word.slice(0, -1)] : [word]);

/** How many letters of `word` the typed word covers from its start; 0 when it does not start so. */
function covered(word: string, typed: string): number {
  // Letter by letter: folding may change the length of a letter with a mark.
  for (const stem of stems(typed)) {
    if (!fold(word).startsWith(stem)) continue;
    for (let length = 1; length <= word.length; length += 1) {
      if (fold(word.slice(0, length)).length >= stem.length) return length + (FOLLOWING_MARKS.exec(word.slice(length))?.[0].length ?? 0);
    }
  }
  return 0;
}

/**
 * Splits a text into what was typed and the rest: each typed word marks the starts of words.
 * Accents and case do not count. Example: ("Practical nurse license", "nurs") marks "nurs".
 */
export function matchedParts(text: string, typed: string): Part[] {
  const words = [...fold(typed).matchAll(WORDS)].map(([word]) => word);
  const parts: Part[] = [];
  const push = (piece: string, hit: boolean): void => {
    if (piece !== '') parts.push({ text: piece, hit });
  };
  let from = 0;
  for (const found of text.matchAll(WORDS)) {
    const length = Math.max(0, ...words.map((word) => covered(found[0], word)));
    if (length === 0) continue;
    push(text.slice(from, found.index), false);
    push(found[0].slice(0, length), true);
    from = found.index + length;
  }
  push(text.slice(from), false);
  return parts;
}

/** True when the text itself shows every typed word, so that no other reason is needed. */
export function showsAll(text: string, typed: string): boolean {
  const words = [...fold(typed).matchAll(WORDS)].map(([word]) => word);
  const own = [...text.matchAll(WORDS)].map(([word]) => word);
  return words.every((word) => own.some((each) => covered(each, word) > 0));
}
