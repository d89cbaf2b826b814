/** Documents of one word as they lie in the database: the gaps between them, or, where they are many, their bits. */
import { setBit, type Bitmap } from './bitmap.ts';

/** The last byte says how the others are read, so that bits stay aligned to whole words. */
const GAPS = 0;
const BITS = 1;
const FIRST_ROOM = 8;

/** Collects documents in ascending order. */
export class PostingWriter {
  #bytes = new Uint8Array(FIRST_ROOM);
  #length = 0;
  #last = -1;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** A document that was just added is not added again. Errors: RangeError when it comes out of order. */
  add(doc: number): void {
    if (doc === this.#last) return;
    if (doc < this.#last) throw new RangeError('documents come in order');
    let gap = doc - this.#last - 1;
    this.#last = doc;
    this.#count += 1;
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    while (gap >= 0x80) {
      this.#bytes[this.#length] = (gap & 0x7f) | 0x80;
      this.#length += 1;
      gap >>>= 7;
    }
    this.#bytes[this.#length] = gap;
    this.#length += 1;
  }

  /** The stored form: whichever of both is smaller. */
  finish(): Buffer {
    const words = (this.#last >>> 5) + 1;
    const gaps = Buffer.concat([this.#bytes.subarray(0, this.#length), Buffer.of(GAPS)]);
    if (this.#length <= words * 4) return gaps;
    const bits: Bitmap = new Uint32Array(words);
    addPosting(bits, gaps);
    return Buffer.concat([new Uint8Array(bits.buffer), Buffer.of(BITS)]);
  }
}

/** Adds the documents of a stored posting to a set that has room for them. */
export function addPosting(bits: Bitmap, stored: Uint8Array): void {
  const length = stored.length - 1;
  if (stored[length] === BITS) {
    const aligned = stored.byteOffset % 4 === 0 ? stored : stored.slice();
    const words = new Uint32Array(aligned.buffer, aligned.byteOffset, length / 4);
    for (let at = 0; at < words.length; at += 1) bits[at] = (bits[at] ?? 0) | (words[at] ?? 0);
    return;
  }
  let doc = -1;
  for (let at = 0; at < length; at += 1) {
    let byte = stored[at] ?? 0;
    let gap = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      at += 1;
      byte = stored[at] ?? 0;
      gap |= (byte & 0x7f) << shift;
    }
    doc += gap + 1;
    setBit(bits, doc);
  }
}

/** The stored form of a set. */
export function postingOf(bits: Bitmap): Buffer {
  const writer = new PostingWriter();
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) writer.add(at * 32 + 31 - Math.clz32(word & -word));
  }
  return writer.finish();
}
