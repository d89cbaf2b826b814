/** Bytes of a patch: numbers in as few bytes as they need (LEB128, seven bits a byte), text in lines. */

/** Numbers of up to this many bytes are safe integers whatever their bits. */
const SAFE_BYTES = 7;
const MOST_BYTES = 9;
const LINE_FEED = 0x0a;

/** What is wrong with bytes; the block that they belong to knows the table. */
export class MalformedBytes extends Error {
  override readonly name = 'MalformedBytes';
}

/** Grows as it is written to. */
export class ByteWriter {
  #buffer = Buffer.allocUnsafe(4 * 1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.#room(1);
    this.#buffer[this.#length] = value;
    this.#length += 1;
  }

  /** A whole number from 0. */
  number(value: number | bigint): void {
    let rest = value;
    while (typeof rest === 'bigint') {
      if (rest <= BigInt(Number.MAX_SAFE_INTEGER)) rest = Number(rest);
      else {
        this.byte(Number(rest & 0x7fn) | 0x80);
        rest >>= 7n;
      }
    }
    let small = rest;
    for (; small >= 0x80; small = Math.floor(small / 0x80)) this.byte((small % 0x80) | 0x80);
    this.byte(small);
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length);
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
  }

  /** A part that says how long it is. */
  part(value: Uint8Array): void {
    this.number(value.length);
    this.bytes(value);
  }

  take(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#buffer.length) return;
    const wider = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + more));
    wider.set(this.take());
    this.#buffer = wider;
  }
}

/** Reads what a {@link ByteWriter} wrote, and nothing beyond its end. Throws {@link MalformedBytes}. */
export class ByteReader {
  readonly #buffer: Buffer;
  #at = 0;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  get left(): number {
    return this.#buffer.length - this.#at;
  }

  byte(): number {
    const value = this.#buffer[this.#at];
    if (value === undefined) throw new MalformedBytes('cut');
    this.#at += 1;
    return value;
  }

  /** A number in its shortest form: one that could be written in fewer bytes is refused. */
  wide(): number | bigint {
    let value = 0;
    let factor = 1;
    for (let count = 0; count < SAFE_BYTES; count += 1) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        if (byte === 0 && count > 0) throw new MalformedBytes('not-canonical');
        return value;
      }
      factor *= 0x80;
    }
    let big = BigInt(value);
    for (let count = SAFE_BYTES; count < MOST_BYTES; count += 1) {
      const byte = this.byte();
      big |= BigInt(byte & 0x7f) << BigInt(7 * count);
      if (byte >= 0x80) continue;
      if (byte === 0) throw new MalformedBytes('not-canonical');
      return big > BigInt(Number.MAX_SAFE_INTEGER) ? big : Number(big);
    }
    throw new MalformedBytes('number');
  }

  /** A whole number from 0 to `most`. */
  number(most: number = Number.MAX_SAFE_INTEGER): number {
    const value = this.wide();
    if (typeof value === 'bigint' || value > most) throw new MalformedBytes('number');
    return value;
  }

  /** So many numbers, each up to `most`. A number takes a byte at least: too many are refused before they get memory. */
  numbers(count: number, most: number): number[] {
    if (count > this.left) throw new MalformedBytes('cut');
    return Array.from({ length: count }, () => this.number(most));
  }

  bytes(length: number): Buffer {
    if (length > this.left) throw new MalformedBytes('cut');
    const value = this.#buffer.subarray(this.#at, this.#at + length);
    this.#at += length;
    return value;
  }

  part(): ByteReader {
    return new ByteReader(this.bytes(this.number()));
  }

  end(): void {
    if (this.left > 0) throw new MalformedBytes('too-long');
  }
}

/** Lines of text as bytes, each with its line feed; no cell holds one. */
export const linesToBytes = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''));

/** Exactly `count` lines, the whole part. Throws {@link MalformedBytes}. */
export function bytesToLines(part: ByteReader, count: number): readonly string[] {
  const bytes = part.bytes(part.left);
  if (count > bytes.length || (count === 0 && bytes.length > 0)) throw new MalformedBytes('cut');
  if (count === 0) return [];
  if (bytes[bytes.length - 1] !== LINE_FEED) throw new MalformedBytes('cut');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, -1));
  } catch {
    throw new MalformedBytes('not-utf8');
  }
  const lines = text.split('\n');
  if (lines.length !== count) throw new MalformedBytes('cell-count');
  return lines;
}

/** An integer as its distance from another, both of any sign: 0, -1, 1, -2 … are 0, 1, 2, 3 …. */
export function distance(value: number, from: number): number | bigint {
  const gap = value - from;
  if (Math.abs(gap) < 2 ** 51) return gap >= 0 ? gap * 2 : -gap * 2 - 1;
  const wide = BigInt(value) - BigInt(from);
  return wide >= 0n ? wide * 2n : -wide * 2n - 1n;
}

/** The value at a {@link distance}; throws {@link MalformedBytes} when it is no safe integer. */
export function atDistance(gap: number | bigint, from: number): number {
  const wide = BigInt(gap);
  const value = typeof gap === 'number' && gap < 2 ** 51
    ? from + (gap % 2 === 0 ? gap / 2 : -(gap + 1) / 2)
    : Number(BigInt(from) + (wide % 2n === 0n ? wide / 2n : -(wide + 1n) / 2n));
  if (!Number.isSafeInteger(value)) throw new MalformedBytes('number');
  return value;
}
