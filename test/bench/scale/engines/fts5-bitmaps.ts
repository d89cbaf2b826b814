/**
 * FTS5 for text, bitmaps for totals and facets: a stored set of bits for every beginning of a word that a hundredth of all documents
 * have, one for every value of a facet; what is rarer is read from FTS5. Ranked by bm25 where few match, else in the order of documents.
 */
import type Database from 'better-sqlite3';
import { FACETS, type SearchDocument } from '../documents.ts';
import type { Answer } from '../engine.ts';
import { FacetColumns, type FacetCounts } from '../facet-columns.ts';
import { matchOf, Fts5 } from './fts5.ts';

const FREQUENT = 1 / 100;
/** More than this and bm25 would read for longer than anybody waits. */
const RANKED = 2_000;
const WORD = 32;

const countBits = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};
const setBit = (bits: Uint32Array, at: number): void => { bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31)); };
const hasBit = (bits: Uint32Array, at: number): boolean => (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
const fromBlob = (blob: Buffer): Uint32Array => new Uint32Array(blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength));

/** Places whose bit is set, in order. */
function placesOf(bits: Uint32Array, most: number): number[] {
  const places: number[] = [];
  for (let at = 0; at < bits.length && places.length < most; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0 && places.length < most; word &= word - 1) places.push(at * WORD + 31 - Math.clz32(word & -word));
  }
  return places;
}

export class Fts5Bitmaps extends Fts5 {
  #length = 0;
  readonly #columns = new FacetColumns();
  readonly #values: { readonly facet: (typeof FACETS)[number]; readonly value: string; readonly bits: Uint32Array }[] = [];
  #ids: Database.Statement | null = null;
  #set: Database.Statement | null = null;
  #rows: Database.Statement | null = null;

  protected override finish(database: Database.Database): void {
    super.finish(database);
    database.exec('CREATE TABLE word_set (start TEXT PRIMARY KEY, bits BLOB NOT NULL) STRICT, WITHOUT ROWID');
    database.exec("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(document_text, 'row')");
    const length = Number(database.prepare('SELECT COUNT(*) FROM document').pluck().get());
    const sums = new Map<string, number>();
    for (const { term, doc } of database.prepare<[], { readonly term: string; readonly doc: number }>('SELECT term, doc FROM vocabulary').iterate()) {
      for (let end = 1; end <= term.length; end += 1) sums.set(term.slice(0, end), (sums.get(term.slice(0, end)) ?? 0) + doc);
    }
    const rows = database.prepare<[string], number>('SELECT rowid FROM document_text WHERE document_text MATCH ?').pluck();
    const put = database.prepare('INSERT INTO word_set VALUES (?, ?)');
    for (const [start, sum] of sums) {
      if (sum < length * FREQUENT) continue;
      const bits = new Uint32Array(Math.ceil(length / WORD));
      for (const at of rows.all(matchOf([start], 'AND'))) setBit(bits, at);
      put.run(start, Buffer.from(bits.buffer));
    }
    database.exec('DROP TABLE vocabulary');
  }

  override load(folder: string): void {
    super.load(folder);
    const database = this.database;
    if (!database) throw new Error('not open');
    const documents = database.prepare<[], Pick<SearchDocument, 'at' | 'id' | 'kind' | 'field' | 'area'>>('SELECT * FROM document ORDER BY at');
    for (const document of documents.iterate()) {
      this.#columns.add({ ...document, name: '', nameEs: '', shortNames: '', codes: '', aliases: '', issuer: '' });
      this.#length = document.at + 1;
    }
    for (const facet of FACETS) {
      for (const value of this.#columns.valuesOf(facet)) {
        const bits = new Uint32Array(Math.ceil(this.#length / WORD));
        for (const at of database.prepare<[string], number>(`SELECT at FROM document WHERE ${facet} = ?`).pluck().iterate(value)) setBit(bits, at);
        this.#values.push({ facet, value, bits });
      }
    }
    this.#ids = database.prepare('SELECT id FROM document WHERE at = ?').pluck();
    this.#set = database.prepare('SELECT bits FROM word_set WHERE start = ?').pluck();
    this.#rows = database.prepare('SELECT rowid FROM document_text WHERE document_text MATCH ?').pluck();
  }

  protected override ask(words: readonly string[], match: string, most: number): Answer {
    const sets = words.map((word) => ({ word, blob: this.#set?.get(word) as Buffer | undefined }));
    const frequent = sets.flatMap(({ blob }) => (blob ? [fromBlob(blob)] : []));
    const rare = sets.flatMap(({ word, blob }) => (blob ? [] : [word]));
    if (rare.length > 0) {
      const rows = this.#rows?.all(matchOf(rare, 'AND')) as number[];
      const places = frequent.length === 0 ? rows : rows.filter((at) => frequent.every((bits) => hasBit(bits, at)));
      return this.#answer(match, most, places.length, places, this.#columns.count(places.length, (index) => places[index] ?? 0));
    }
    const [first = new Uint32Array(0), ...others] = frequent;
    for (const other of others) for (let at = 0; at < first.length; at += 1) first[at] = (first[at] ?? 0) & (other[at] ?? 0);
    let total = 0;
    for (const word of first) total += countBits(word);
    return this.#answer(match, most, total, placesOf(first, most), this.#countFacets(first));
  }

  #answer(match: string, most: number, total: number, places: readonly number[], facets: FacetCounts): Answer {
    const first = total <= RANKED ? this.best(match, most) : places.slice(0, most).map((at) => String(this.#ids?.get(at)));
    return { total, first, facets };
  }

  #countFacets(found: Uint32Array): FacetCounts {
    const counts: Record<string, Record<string, number>> = { kind: {}, field: {}, area: {} };
    for (const { facet, value, bits } of this.#values) {
      let sum = 0;
      for (let at = 0; at < found.length; at += 1) {
        const both = (found[at] ?? 0) & (bits[at] ?? 0);
        if (both !== 0) sum += countBits(both);
      }
      if (sum > 0) (counts[facet] ??= {})[value] = sum;
    }
    return counts as unknown as FacetCounts;
  }
}
