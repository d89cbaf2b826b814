/**
 * The cells of one column of a block. There are several ways to write them; the writer tries those that fit and keeps the
 * shortest, and a byte says which it was. A cell may lean on its base: the old cell of an update, the cell above an insert.
 */
import { zstdCompressSync } from 'node:zlib';
import type { Cell } from '../order.ts';
import type { Column } from '../tables/column.ts';
import { ByteWriter, MalformedBytes, type ByteReader, atDistance, bytesToLines, distance, linesToBytes } from './bytes.ts';
import type { KeyList } from './inserted-keys.ts';

/** Ways to write a column: each cell as it is; by its number in a list of words; as what differs from its base; by its place among new keys. */
const PLAIN = 0;
const WORDS = 1;
const FROM_BASE = 2;
const NEW_KEYS = 3;
const WORDS_MOST = 4_096;
const WORTH_TRYING = 256;

export interface CellPair {
  readonly cell: Cell;
  readonly base: Cell;
}

const isNumeric = ({ type }: Column): boolean => type === 'int' || type === 'bool';
const textOf = (cell: Cell): string => (cell === null ? '' : String(cell));
const numberOf = (cell: Cell): number => (typeof cell === 'number' ? cell : 0);

/** 0 stands for NULL, so everything else is one more. */
const orNull = (value: number | bigint): number | bigint => (typeof value === 'bigint' ? value + 1n : value + 1);
const lessOne = (value: number | bigint): number | bigint => (typeof value === 'bigint' ? value - 1n : value - 1);

function numbersPart(values: Iterable<number | bigint>): Buffer {
  const writer = new ByteWriter();
  for (const value of values) writer.number(value);
  return writer.take();
}

const plain = (column: Column, pairs: readonly CellPair[]): readonly Buffer[] => [
  isNumeric(column)
    ? numbersPart(pairs.map(({ cell }) => (cell === null ? 0 : orNull(distance(numberOf(cell), 0)))))
    : linesToBytes(pairs.map(({ cell }) => textOf(cell))),
];

function words(column: Column, pairs: readonly CellPair[]): readonly Buffer[] | null {
  const places = new Map<Cell, number>();
  const most = Math.min(WORDS_MOST, pairs.length / 2);
  const numbers: number[] = [];
  for (const { cell } of pairs) {
    if (cell === null) {
      numbers.push(0);
      continue;
    }
    const place = places.get(cell) ?? places.size;
    if (place === places.size) places.set(cell, place);
    if (places.size > most) return null;
    numbers.push(place + 1);
  }
  const listed = [...places.keys()].map((cell) => ({ cell, base: null }));
  return [numbersPart([listed.length]), ...plain(column, listed), numbersPart(numbers)];
}

const isLead = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isTrail = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** How much of the start and of the end is as it was; never half of a character. */
function kept(before: string, after: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  if (head > 0 && isLead(after.charCodeAt(head - 1))) head -= 1;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  if (tail > 0 && isTrail(after.charCodeAt(after.length - tail))) tail -= 1;
  return { head, tail };
}

function fromBase(column: Column, pairs: readonly CellPair[]): readonly Buffer[] {
  if (isNumeric(column)) return [numbersPart(pairs.map(({ cell, base }) => (cell === null ? 0 : orNull(distance(numberOf(cell), numberOf(base))))))];
  const heads: number[] = [];
  const tails: number[] = [];
  const middles: string[] = [];
  for (const { cell, base } of pairs) {
    if (cell === null) {
      heads.push(0);
      continue;
    }
    const text = textOf(cell);
    const { head, tail } = kept(textOf(base), text);
    heads.push(head + 1);
    tails.push(tail);
    middles.push(text.slice(head, text.length - tail));
  }
  return [numbersPart(heads), numbersPart(tails), linesToBytes(middles)];
}

function newKeys(pairs: readonly CellPair[], list: KeyList): readonly Buffer[] | null {
  let last = 0;
  const elsewhere: string[] = [];
  const numbers = pairs.map(({ cell }) => {
    const place = cell === null ? undefined : list.indexOf(textOf(cell));
    if (place === undefined) {
      elsewhere.push(textOf(cell));
      return 0;
    }
    const gap = orNull(distance(place, last));
    last = place;
    return gap;
  });
  return elsewhere.length === pairs.length ? null : [numbersPart(numbers), numbersPart([elsewhere.length]), linesToBytes(elsewhere)];
}

/** What parts will come to; below a size where compressing tells less than it costs, their own length. */
function sizeOf(parts: readonly Buffer[]): number {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return length < WORTH_TRYING ? length : zstdCompressSync(Buffer.concat(parts)).length;
}

/** Writes the cells of a column the shortest way. */
export function writeColumn(writer: ByteWriter, column: Column, pairs: readonly CellPair[], list: KeyList | null): void {
  const ways: readonly (readonly [number, readonly Buffer[] | null])[] = [
    [PLAIN, plain(column, pairs)], [WORDS, words(column, pairs)], [FROM_BASE, fromBase(column, pairs)], [NEW_KEYS, list && newKeys(pairs, list)],
  ];
  let best: { readonly way: number; readonly parts: readonly Buffer[]; readonly size: number } | null = null;
  for (const [way, parts] of ways) {
    if (parts === null) continue;
    const size = sizeOf(parts);
    if (best === null || size < best.size) best = { way, parts, size };
  }
  if (best === null) throw new Error('a column can always be written plainly');
  writer.byte(best.way);
  for (const part of best.parts) writer.part(part);
}

/** Gives the next cell of a column, told its base. */
export type CellSource = (base: Cell) => Cell;

function plainCells(column: Column, part: ByteReader, count: number): readonly Cell[] {
  if (!isNumeric(column)) return bytesToLines(part, count).map((line) => (line === '' ? null : line));
  const cells = Array.from({ length: checkedCount(part, count) }, () => numberFrom(part.wide(), 0));
  part.end();
  return cells;
}

const numberFrom = (gap: number | bigint, base: number): Cell => (gap === 0 ? null : atDistance(lessOne(gap), base));

/** A number takes a byte at least. */
function checkedCount(part: ByteReader, count: number): number {
  if (count > part.left) throw new MalformedBytes('cut');
  return count;
}

function numbersIn(part: ByteReader, count: number, most = Number.MAX_SAFE_INTEGER): readonly number[] {
  const values = part.numbers(count, most);
  part.end();
  return values;
}

function inTurn(cells: readonly Cell[]): CellSource {
  let next = 0;
  return () => cells[next++] ?? null;
}

function wordCells(column: Column, reader: ByteReader, count: number): readonly Cell[] {
  const [size = 0] = numbersIn(reader.part(), 1, WORDS_MOST);
  const listed = plainCells(column, reader.part(), size);
  return numbersIn(reader.part(), count, size).map((place) => (place === 0 ? null : listed[place - 1] ?? null));
}

function editedCells(reader: ByteReader, count: number): CellSource {
  const heads = numbersIn(reader.part(), count);
  const texts = heads.filter((head) => head > 0).length;
  const tails = numbersIn(reader.part(), texts);
  const middles = bytesToLines(reader.part(), texts);
  let [next, text] = [0, 0];
  return (base) => {
    const head = (heads[next++] ?? 0) - 1;
    if (head < 0) return null;
    const before = textOf(base);
    const tail = tails[text] ?? 0;
    const middle = middles[text++] ?? '';
    if (head + tail > before.length) throw new MalformedBytes('base');
    return before.slice(0, head) + middle + before.slice(before.length - tail);
  };
}

function keyCells(reader: ByteReader, count: number, list: KeyList): readonly Cell[] {
  const gaps = numbersIn(reader.part(), count);
  const [size = 0] = numbersIn(reader.part(), 1, count);
  const elsewhere = inTurn(plainLines(reader.part(), size));
  if (gaps.filter((gap) => gap === 0).length !== size) throw new MalformedBytes('cell-count');
  let last = 0;
  return gaps.map((gap) => {
    if (gap === 0) return elsewhere(null);
    last = atDistance(gap - 1, last);
    const value = list.values[last];
    if (value === undefined) throw new MalformedBytes('number');
    return value;
  });
}

const plainLines = (part: ByteReader, count: number): readonly Cell[] => bytesToLines(part, count).map((line) => (line === '' ? null : line));

/** Reads `count` cells of a column. Throws MalformedBytes; whether a cell may stand in the column is for the caller to check. */
export function readColumn(reader: ByteReader, column: Column, count: number, list: KeyList | null): CellSource {
  switch (reader.byte()) {
    case PLAIN: return inTurn(plainCells(column, reader.part(), count));
    case WORDS: return inTurn(wordCells(column, reader, count));
    case FROM_BASE: {
      if (!isNumeric(column)) return editedCells(reader, count);
      const part = reader.part();
      const gaps = Array.from({ length: checkedCount(part, count) }, () => part.wide());
      part.end();
      let next = 0;
      return (base) => numberFrom(gaps[next++] ?? 0, numberOf(base));
    }
    case NEW_KEYS:
      if (list) return inTurn(keyCells(reader, count, list));
      throw new MalformedBytes('way');
    default: throw new MalformedBytes('way');
  }
}
