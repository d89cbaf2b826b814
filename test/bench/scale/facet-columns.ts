/** A column of bytes for each facet, by place of the document: what a program keeps beside a library that has no facets of its own. */
import { FACETS, type Facet, type SearchDocument } from './documents.ts';

export type FacetCounts = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

interface Column {
  values: string[];
  bytes: Uint8Array;
}
const START = 1 << 16;
const MOST_VALUES = 256;

export class FacetColumns {
  readonly #columns: Record<Facet, Column> = { kind: { values: [], bytes: new Uint8Array(START) }, field: { values: [], bytes: new Uint8Array(START) }, area: { values: [], bytes: new Uint8Array(START) } };
  readonly #places: Record<Facet, Map<string, number>> = { kind: new Map(), field: new Map(), area: new Map() };

  /** Documents come in the order of their places. */
  add(document: SearchDocument): void {
    for (const facet of FACETS) {
      const column = this.#columns[facet];
      let value = this.#places[facet].get(document[facet]);
      if (value === undefined) {
        value = column.values.push(document[facet]) - 1;
        if (value >= MOST_VALUES) throw new RangeError(`too many values of ${facet}`);
        this.#places[facet].set(document[facet], value);
      }
      if (document.at >= column.bytes.length) {
        const longer = new Uint8Array(column.bytes.length * 2);
        longer.set(column.bytes);
        column.bytes = longer;
      }
      column.bytes[document.at] = value;
    }
  }

  /** Counts of each value among documents. `placeOf` gives the place of the document at an index. */
  count(length: number, placeOf: (index: number) => number): FacetCounts {
    const sums = FACETS.map((facet) => ({ ...this.#columns[facet], counts: new Uint32Array(MOST_VALUES) }));
    for (let index = 0; index < length; index += 1) {
      const place = placeOf(index);
      for (const { bytes, counts } of sums) {
        const value = bytes[place] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    }
    const told = sums.map(({ values, counts }, at) => [FACETS[at], Object.fromEntries(values.flatMap((value, number) => ((counts[number] ?? 0) > 0 ? [[value, counts[number]] as const] : [])))]);
    return Object.fromEntries(told) as FacetCounts;
  }

  /** Values of a facet, in the order of their numbers. */
  valuesOf(facet: Facet): readonly string[] {
    return this.#columns[facet].values;
  }
}
