/** The text of one JSON document while it is read piece by piece, without what is tolerated in it. */
import { DOCUMENT_BYTES } from './limits.ts';

export class DocumentText {
  #parts: string[] = [];
  #length = 0;
  #piece = '';
  /** Where in the piece the part begins that is not put away yet; -1 while nothing is kept. */
  #from = -1;
  /** The last comma: how many parts there were, and where it stands in the one that follows them. */
  #comma = { parts: 0, offset: 0 };

  /** A new piece begins; what is being kept goes on at its start. */
  next(piece: string): void {
    if (this.#from >= 0) {
      this.cutAt(this.#piece.length);
      this.#from = 0;
    }
    this.#piece = piece;
  }

  /** Keeps what stands from here on. */
  keepFrom(at: number): void {
    this.#from = at;
  }

  /** Puts away what stands before, and keeps nothing until {@link keepFrom}. */
  cutAt(at: number): void {
    if (this.#from >= 0 && at > this.#from) this.#put(this.#piece.slice(this.#from, at));
    this.#from = -1;
  }

  insert(text: string, at: number): void {
    this.cutAt(at);
    this.#put(text);
    this.#from = at;
  }

  /** Leaves one letter out. */
  skip(at: number): void {
    this.cutAt(at);
    this.#from = at + 1;
  }

  noteComma(at: number): void {
    this.#comma = { parts: this.#parts.length, offset: at - this.#from };
  }

  /** Takes out the comma last noted. */
  dropComma(): void {
    const { parts, offset } = this.#comma;
    const part = this.#parts[parts];
    if (part !== undefined) {
      this.#parts[parts] = `${part.slice(0, offset)} ${part.slice(offset + 1)}`;
    } else if (this.#from >= 0) {
      const at = this.#from + offset;
      this.cutAt(at);
      this.#from = at + 1;
    }
  }

  get tooLarge(): boolean {
    return this.#length > DOCUMENT_BYTES;
  }

  /** The whole of it, after which nothing is kept. */
  take(): string {
    const text = this.#parts.join('');
    this.clear();
    return text;
  }

  clear(): void {
    this.#parts = [];
    this.#length = 0;
    this.#from = -1;
  }

  #put(text: string): void {
    this.#length += text.length;
    if (this.tooLarge) this.#parts = [];
    else this.#parts.push(text);
  }
}
