/** A count without end, and the first things counted. */
import type { Told } from './report.ts';

/** As many as a person would page through; the rest are counted. */
export const MOST_ITEMS = 1_000;

export class ToldList<I> {
  readonly #items: I[] = [];
  readonly #most: number;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get count(): number {
    return this.#count;
  }

  get items(): readonly I[] {
    return this.#items;
  }

  add(item: I): void {
    this.#count += 1;
    if (this.#items.length < this.#most) this.#items.push(item);
  }

  told<J>(finish: (item: I) => J): Told<J> {
    return { count: this.#count, items: this.#items.map(finish), more: this.#count - this.#items.length };
  }
}
