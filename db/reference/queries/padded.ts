/** Lengths of lists in a question: each is another text, and only so many texts are kept prepared. */
const LENGTHS = [1, 4, 12, 40, 120, 300, 500];

/** The list, its last member repeated up to one of a few lengths; for `in`, where that changes nothing. An empty or longer list stays as it is. */
export function padded<T>(list: readonly T[]): T[] {
  const last = list.at(-1);
  const length = LENGTHS.find((each) => each >= list.length) ?? list.length;
  return last === undefined ? [] : [...list, ...Array.from({ length: length - list.length }, () => last)];
}
