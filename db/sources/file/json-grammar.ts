/** Which letter of JSON may follow which, within one document: told bracket by bracket, it says what is wrong or tolerated. */
import { DOCUMENT_DEPTH } from './limits.ts';

/** What may come next; `deep` is below the deepest level that is followed. */
export type Expect = 'first-name' | 'name' | 'colon' | 'value' | 'first-item' | 'item' | 'after' | 'deep';

/** Nothing to say, a fault, or what is tolerated and how the text is put right. */
export type Verdict = null | { readonly fault: string } | { readonly note: string; readonly edit: 'drop-comma' | 'skip-comma' | 'insert-comma' };

const fault = (code: string): Verdict => ({ fault: code });
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

export class JsonGrammar {
  #expect: Expect = 'value';
  /** Open brackets: true for an object. */
  #open: boolean[] = [];
  #deep = 0;
  #lineOfValue = 0;

  /** A document begins. */
  begin(): void {
    this.#expect = 'value';
    this.#open = [];
    this.#deep = 0;
  }

  get expect(): Expect {
    return this.#expect;
  }

  get inList(): boolean {
    return this.#open.at(-1) === false;
  }

  /** True once the outermost value is complete. */
  get complete(): boolean {
    return this.#expect === 'after' && this.#open.length === 0;
  }

  /** True at the bracket below which the document is too deep to be followed. */
  opens(object: boolean): Verdict | 'too-deep' {
    switch (this.#expect) {
      case 'deep':
        this.#deep += 1;
        return null;
      case 'value': case 'item': case 'first-item':
        if (this.#open.length >= DOCUMENT_DEPTH) {
          this.#expect = 'deep';
          this.#deep = 1;
          return 'too-deep';
        }
        this.#open.push(object);
        this.#expect = object ? 'first-name' : 'first-item';
        return null;
      case 'after': return fault('json-comma-missing');
      case 'colon': return fault('json-colon-missing');
      default: return fault('json-name-unquoted');
    }
  }

  closes(object: boolean, line: number): Verdict {
    if (this.#expect === 'deep') {
      this.#deep -= 1;
      if (this.#deep === 0) this.#valueEnds(line);
      return null;
    }
    if (this.#open.at(-1) !== object) return fault('json-bracket-mismatch');
    if (this.#expect === 'colon') return fault('json-colon-missing');
    if (this.#expect === 'value') return fault('json-value-missing');
    const stray = this.#expect === 'name' || this.#expect === 'item';
    this.#open.pop();
    this.#valueEnds(line);
    return stray ? { note: 'json-comma-extra', edit: 'drop-comma' } : null;
  }

  comma(): Verdict {
    switch (this.#expect) {
      case 'deep': return null;
      case 'after':
        this.#expect = this.inList ? 'item' : 'name';
        return null;
      case 'name': return { note: 'json-comma-extra', edit: 'skip-comma' };
      case 'colon': return fault('json-colon-missing');
      default: return fault('json-value-missing');
    }
  }

  colon(): Verdict {
    switch (this.#expect) {
      case 'deep': return null;
      case 'colon':
        this.#expect = 'value';
        return null;
      case 'after': return fault(this.inList ? 'json-property-in-list' : 'json-comma-missing');
      case 'first-name': case 'name': return fault('json-name-unquoted');
      default: return fault('json-value-missing');
    }
  }

  /** A text begins. In a list after a value it is a fault, but which one shows only behind it. */
  text(line: number): Verdict | 'loose' {
    switch (this.#expect) {
      case 'colon': return fault('json-colon-missing');
      case 'after':
        if (this.inList) return 'loose';
        if (line === this.#lineOfValue) return fault('json-comma-missing');
        this.#expect = 'name';
        return { note: 'json-comma-supplied', edit: 'insert-comma' };
      default: return null;
    }
  }

  textEnds(line: number): void {
    if (this.#expect === 'first-name' || this.#expect === 'name') this.#expect = 'colon';
    else if (this.#expect !== 'deep') this.#valueEnds(line);
  }

  /** A number, or a word without quotation marks. */
  word(text: string, line: number): Verdict {
    switch (this.#expect) {
      case 'deep': return null;
      case 'value': case 'item': case 'first-item':
        if (!LITERAL.test(text)) return fault(this.#open.length === 0 ? 'json-stray-text' : 'json-bad-word');
        this.#valueEnds(line);
        return null;
      case 'after': return fault('json-comma-missing');
      case 'colon': return fault('json-colon-missing');
      default: return fault('json-name-unquoted');
    }
  }

  #valueEnds(line: number): void {
    this.#expect = 'after';
    this.#lineOfValue = line;
  }
}
