/** Small numbers as columnar files pack them: runs of one value, and groups of eight side by side. One is read at a time: a run may be as long as it says. */

const MOST_WIDTH = 32;

export class RunReader {
  readonly #bytes: Buffer;
  readonly #end: number;
  readonly #width: number;
  #offset: number;
  #left = 0;
  /** Value of the run; null within groups. */
  #value: number | null = null;
  #bit = 0;

  /** `width` is the bits of a value. Throws RangeError when it is none. */
  constructor(bytes: Buffer, offset: number, end: number, width: number) {
    if (width > MOST_WIDTH || end > bytes.length) throw new RangeError('no such width');
    this.#bytes = bytes;
    this.#offset = offset;
    this.#end = end;
    this.#width = width;
  }

  /** The next value. Throws RangeError past the end. */
  next(): number {
    while (this.#left === 0) this.#open();
    this.#left -= 1;
    return this.#value ?? this.#unpack();
  }

  #open(): void {
    const head = this.#varint();
    if (head % 2 === 0) {
      this.#left = head / 2;
      this.#value = 0;
      for (let place = 0; place < Math.ceil(this.#width / 8); place += 1) this.#value += this.#byte() * 2 ** (8 * place);
      return;
    }
    this.#left = ((head - 1) / 2) * 8;
    this.#value = null;
    this.#bit = 0;
  }

  #unpack(): number {
    let value = 0;
    let have = 0;
    while (have < this.#width) {
      const take = Math.min(8 - this.#bit, this.#width - have);
      // Writers may leave out the bytes of a last group that hold nothing.
      const byte = this.#offset < this.#end ? this.#bytes.readUInt8(this.#offset) : 0;
      value += ((byte >> this.#bit) & ((1 << take) - 1)) * 2 ** have;
      have += take;
      this.#bit += take;
      if (this.#bit === 8) {
        this.#bit = 0;
        this.#offset += 1;
      }
    }
    if (this.#offset > this.#end) throw new RangeError('past the end');
    return value;
  }

  #varint(): number {
    let value = 0;
    for (let place = 0; place < 5; place += 1) {
      const byte = this.#byte();
      value += (byte & 0x7f) * 2 ** (7 * place);
      if (byte < 0x80) return value;
    }
    throw new RangeError('number too long');
  }

  #byte(): number {
    if (this.#offset >= this.#end) throw new RangeError('past the end');
    const byte = this.#bytes.readUInt8(this.#offset);
    this.#offset += 1;
    return byte;
  }
}
