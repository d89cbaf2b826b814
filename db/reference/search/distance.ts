/** How many slips of a finger lie between what was typed and a word. */

/**
 * Fewest insertions, deletions, replacements and swaps of neighbors that turn `typed` into `word`,
 * or into the start of `word` when `asPrefix` (optimal string alignment).
 * Example: `slips('electrcian', 'electricians', true)` is 1.
 */
export function slips(typed: string, word: string, asPrefix: boolean): number {
  const width = word.length + 1;
  let before: number[] = [];
  let last = Array.from({ length: width }, (_, index) => index);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i];
    for (let j = 1; j < width; j += 1) {
      const same = typed[i - 1] === word[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return asPrefix ? Math.min(...last) : (last[width - 1] ?? 0);
}

const SHORTEST_WITH_ONE = 4;
const SHORTEST_WITH_TWO = 8;

/** Slips forgiven in a word of that length: none in a short word, where every slip is another word. */
export function slipsAllowed(length: number): number {
  if (length < SHORTEST_WITH_ONE) return 0;
  return length < SHORTEST_WITH_TWO ? 1 : 2;
}

/** Groups of three letters of a word, its start marked. Example: `gramsOf('cna')` is `['^^c', '^cn', 'cna']`. */
export function gramsOf(word: string): readonly string[] {
  const marked = `^^${word}`;
  return [...new Set(Array.from({ length: Math.max(marked.length - 2, 1) }, (_, index) => marked.slice(index, index + 3)))];
}
