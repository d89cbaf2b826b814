/** Thrift's compact protocol within bounds: what heads the pages of a columnar file, and a first look at its footer. */

const STOP = 0;
const TRUE = 1;
const FALSE = 2;
const BYTE = 3;
const I16 = 4;
const I32 = 5;
const I64 = 6;
const DOUBLE = 7;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;
/** Structures within one another; real footers stay under ten. */
const DEPTH = 40;
/** Bytes of a number of 64 bits, seven bits in each. */
const VARINT_BYTES = 10;

/** Fields of a structure by their number; lists are checked and left out. */
export interface ThriftStruct {
  readonly [field: number]: number | boolean | ThriftStruct | undefined;
}

/** Reads one structure. Throws RangeError where the bytes end, are no such structure, or go deeper than real ones. */
export class ThriftReader {
  readonly #bytes: Buffer;
  #offset: number;

  constructor(bytes: Buffer, offset = 0) {
    this.#bytes = bytes;
    this.#offset = offset;
  }

  /** Where the next byte is. */
  get offset(): number {
    return this.#offset;
  }

  struct(depth = 0): ThriftStruct {
    if (depth > DEPTH) throw new RangeError('too deep');
    const fields: Record<number, ThriftStruct[number]> = {};
    let id = 0;
    for (;;) {
      const head = this.#byte();
      const type = head & 0x0f;
      if (type === STOP) return fields;
      id = head >> 4 === 0 ? this.#number() : id + (head >> 4);
      fields[id] = this.#element(type, depth);
    }
  }

  #element(type: number, depth: number): ThriftStruct[number] {
    switch (type) {
      case TRUE: return true;
      case FALSE: return false;
      case BYTE: return this.#byte();
      case I16: case I32: case I64: return this.#number();
      case DOUBLE: return this.#skip(8);
      case BINARY: return this.#skip(this.#varint());
      case LIST: return this.#list(depth);
      case STRUCT: return this.struct(depth + 1);
      default: throw new RangeError('no such type');
    }
  }

  #list(depth: number): undefined {
    const head = this.#byte();
    const count = head >> 4 === 15 ? this.#varint() : head >> 4;
    const type = head & 0x0f;
    // Every item takes a byte at least: a count beyond the bytes is none.
    if (count > this.#bytes.length - this.#offset) throw new RangeError('list beyond the end');
    for (let item = 0; item < count; item += 1) this.#element(type === TRUE || type === FALSE ? BYTE : type, depth);
  }

  #skip(length: number): undefined {
    if (length > this.#bytes.length - this.#offset) throw new RangeError('bytes beyond the end');
    this.#offset += length;
  }

  #byte(): number {
    const byte = this.#bytes.readUInt8(this.#offset);
    this.#offset += 1;
    return byte;
  }

  #varint(): number {
    let value = 0;
    for (let place = 0; place < VARINT_BYTES; place += 1) {
      const byte = this.#byte();
      value += (byte & 0x7f) * 2 ** (7 * place);
      if (byte < 0x80) return value;
    }
    throw new RangeError('number too long');
  }

  /** A number with its sign in the last bit. */
  #number(): number {
    const zigzag = this.#varint();
    return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
  }
}
