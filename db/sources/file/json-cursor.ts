/** Where in JSON text one is: pieces come one after another, lines and their indents are counted. */

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const BYTE_ORDER_MARK = 0xfeff;
const NEAR_LENGTH = 80;

/** A place to tell of. */
export interface Spot {
  readonly line: number;
  readonly near: string;
}

export class JsonCursor {
  #piece = '';
  #at = 0;
  #line = 1;
  #indent = 0;
  #lineStart = true;

  next(piece: string): void {
    this.#piece = piece;
    this.#at = 0;
  }

  get piece(): string {
    return this.#piece;
  }

  get at(): number {
    return this.#at;
  }

  get line(): number {
    return this.#line;
  }

  /** White space before the letter when nothing else stands on its line; -1 when something does. */
  get indent(): number {
    return this.#lineStart ? this.#indent : -1;
  }

  get over(): boolean {
    return this.#at >= this.#piece.length;
  }

  get char(): number {
    return this.#piece.charCodeAt(this.#at);
  }

  get letter(): string {
    return this.#piece.charAt(this.#at);
  }

  /** Passes letters that are no white space. */
  pass(letters = 1): void {
    this.#at += letters;
    this.#lineStart = false;
  }

  /** Passes one letter of white space; false when it is none. A byte-order mark is one where documents may begin. */
  space(mayBegin: boolean): boolean {
    switch (this.char) {
      case NEWLINE:
        this.#line += 1;
        this.#indent = 0;
        this.#lineStart = true;
        break;
      case SPACE: case TAB: this.#indent += 1; break;
      case RETURN: break;
      case BYTE_ORDER_MARK:
        if (!mayBegin) return false;
        break;
      default: return false;
    }
    this.#at += 1;
    return true;
  }

  /** Text up to, and without, the next match of a sticky-free global pattern; null when the piece ends before. */
  to(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#piece);
    return found ? this.#piece.slice(this.#at, found.index) : null;
  }

  /** This place, with the rest of its line. */
  spot(): Spot {
    const rest = this.#piece.slice(this.#at, this.#at + NEAR_LENGTH);
    return { line: this.#line, near: (rest.split('\n', 1)[0] ?? '').trim() };
  }
}
