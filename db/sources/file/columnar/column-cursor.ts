/** One column of one row group, read value by value: in memory are only its dictionary and the page at hand. */
import type { FileHandle } from 'node:fs/promises';
import type { CompressionCodec, SchemaElement } from 'hyparquet';
import { DICTIONARY_ENTRIES, PAGE_BYTES, PAGES_HELD_BYTES } from '../limits.ts';
import { SourceFault } from '../source-fault.ts';
import { RunReader } from './runs.ts';
import { ThriftReader, type ThriftStruct } from './thrift.ts';
import { unpackerOf } from './unpack.ts';
import { valueReader, type ReadValue } from './values.ts';

export interface ColumnChunk {
  readonly element: SchemaElement;
  readonly codec: CompressionCodec;
  /** Bytes of the file that hold its pages. */
  readonly start: number;
  readonly end: number;
}

/** Bytes of the pages that all columns of a row group hold at one time. */
export interface PageBudget {
  held: number;
}

/** Bytes in which a page's head must end. */
const PAGE_HEAD_BYTES = 64 * 1024;
const DATA_PAGE = 0;
const INDEX_PAGE = 1;
const DICTIONARY_PAGE = 2;
const DATA_PAGE_V2 = 3;
const PLAIN = 0;
const PLAIN_DICTIONARY = 2;
const RLE = 3;
const RLE_DICTIONARY = 8;

const whole = (value: ThriftStruct[number]): number => {
  if (typeof value !== 'number' || value < 0) throw new RangeError('no such count');
  return value;
};
const within = (value: ThriftStruct[number]): ThriftStruct => {
  if (typeof value !== 'object') throw new RangeError('no such part');
  return value;
};

export class ColumnCursor {
  readonly #file: FileHandle;
  readonly #column: ColumnChunk;
  readonly #unpack: (packed: Buffer, size: number) => Buffer;
  readonly #read: ReadValue | null;
  readonly #budget: PageBudget;
  #held = 0;
  #offset: number;
  #dictionary: readonly string[] = [];
  #left = 0;
  #given: RunReader | null = null;
  #take: () => string = () => '';

  /** Errors: SourceFault columnar-unsupported. */
  constructor(file: FileHandle, column: ColumnChunk, budget: PageBudget) {
    this.#file = file;
    this.#budget = budget;
    this.#column = column;
    this.#offset = column.start;
    this.#unpack = unpackerOf(column.codec);
    this.#read = valueReader(column.element);
    const { type, repetition_type: repetition, name } = column.element;
    if (repetition === 'REPEATED' || (this.#read === null && type !== 'BOOLEAN')) throw new SourceFault('columnar-unsupported', { near: name });
  }

  /** Values that {@link next} can give before {@link load} is called again. */
  get left(): number {
    return this.#left;
  }

  /** The next value as text; nothing is ''. Throws RangeError when the page is damaged. */
  next(): string {
    this.#left -= 1;
    return this.#given !== null && this.#given.next() === 0 ? '' : this.#take();
  }

  /** Reads pages until there are values. Throws RangeError when there are none, or when they are damaged. */
  async load(): Promise<void> {
    while (this.#left === 0) {
      const { end } = this.#column;
      if (this.#offset >= end) throw new RangeError('column too short');
      const head = await this.#bytes(this.#offset, Math.min(end, this.#offset + PAGE_HEAD_BYTES));
      const thrift = new ThriftReader(head);
      const fields = thrift.struct();
      const start = this.#offset + thrift.offset;
      const packed = whole(fields[3]);
      const size = whole(fields[2]);
      if (packed > PAGE_BYTES || size > PAGE_BYTES) throw new SourceFault('too-large');
      this.#hold(Math.max(packed, size));
      if (start + packed > end) throw new RangeError('page too long');
      const bytes = start + packed <= this.#offset + head.length ? head.subarray(thrift.offset, thrift.offset + packed) : await this.#bytes(start, start + packed);
      this.#offset = start + packed;
      this.#open(whole(fields[1]), fields, bytes, size);
    }
  }

  #hold(bytes: number): void {
    this.#budget.held += bytes - this.#held;
    this.#held = bytes;
    if (this.#budget.held > PAGES_HELD_BYTES) throw new SourceFault('too-large');
  }

  #open(type: number, fields: ThriftStruct, packed: Buffer, size: number): void {
    if (type === DICTIONARY_PAGE) this.#openDictionary(whole(within(fields[7])[1]), this.#unpack(packed, size));
    else if (type === DATA_PAGE) {
      const { 1: count, 2: encoding } = within(fields[5]);
      this.#openPage(whole(count), whole(encoding), this.#unpack(packed, size));
    } else if (type === DATA_PAGE_V2) this.#openSecondVersion(within(fields[8]), packed, size);
    else if (type !== INDEX_PAGE) throw new RangeError('no such page');
  }

  #openDictionary(count: number, page: Buffer): void {
    if (count > DICTIONARY_ENTRIES) throw new SourceFault('too-large');
    const read = this.#read;
    if (read === null) throw new RangeError('no such dictionary');
    const entries: string[] = [];
    let at = 0;
    while (entries.length < count) {
      const { text, next } = read(page, at);
      entries.push(text);
      at = next;
    }
    this.#dictionary = entries;
  }

  #openPage(count: number, encoding: number, page: Buffer): void {
    let at = 0;
    this.#given = null;
    if (this.#column.element.repetition_type === 'OPTIONAL') {
      at = 4 + page.readUInt32LE(0);
      this.#given = new RunReader(page, 4, at, 1);
    }
    this.#start(count, encoding, page, at);
  }

  #openSecondVersion({ 1: count, 4: encoding, 5: levels = 0, 6: repeated = 0, 7: isPacked = true }: ThriftStruct, bytes: Buffer, size: number): void {
    const levelBytes = whole(levels);
    if (whole(repeated) !== 0 || levelBytes > bytes.length || levelBytes > size) throw new RangeError('no such page');
    const body = bytes.subarray(levelBytes);
    const page = isPacked === false ? body : this.#unpack(body, size - levelBytes);
    this.#given = this.#column.element.repetition_type === 'OPTIONAL' ? new RunReader(bytes, 0, levelBytes, 1) : null;
    this.#start(whole(count), whole(encoding), page, 0);
  }

  #start(count: number, encoding: number, page: Buffer, at: number): void {
    this.#left = count;
    const isBoolean = this.#column.element.type === 'BOOLEAN';
    if (encoding === RLE_DICTIONARY || encoding === PLAIN_DICTIONARY) {
      // A page of which no value is given may end here.
      const runs = at < page.length ? new RunReader(page, at + 1, page.length, page.readUInt8(at)) : null;
      this.#take = () => {
        const entry = this.#dictionary[runs?.next() ?? -1];
        if (entry === undefined) throw new RangeError('no such entry');
        return entry;
      };
    } else if (isBoolean && (encoding === PLAIN || encoding === RLE)) this.#take = booleans(page, at, encoding);
    else if (encoding === PLAIN) this.#take = this.#plain(page, at);
    else throw new SourceFault('columnar-unsupported', { near: this.#column.element.name });
  }

  #plain(page: Buffer, start: number): () => string {
    let at = start;
    return () => {
      if (this.#read === null) throw new RangeError('no such value');
      const { text, next } = this.#read(page, at);
      at = next;
      return text;
    };
  }

  async #bytes(start: number, end: number): Promise<Buffer> {
    const buffer = Buffer.alloc(end - start);
    const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, start);
    if (bytesRead < buffer.length) throw new RangeError('past the end');
    return buffer;
  }
}

function booleans(page: Buffer, at: number, encoding: number): () => string {
  if (encoding === RLE) {
    const runs = new RunReader(page, at + 4, Math.min(page.length, at + 4 + page.readUInt32LE(at)), 1);
    return () => (runs.next() === 1 ? 'true' : 'false');
  }
  let bit = at * 8;
  return () => {
    const value = (page.readUInt8(bit >> 3) >> (bit & 7)) & 1;
    bit += 1;
    return value === 1 ? 'true' : 'false';
  };
}
