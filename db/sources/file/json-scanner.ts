/**
 * Finds the documents in JSON text that comes in pieces: one value, several one after another, or the items of a list.
 * It holds the text of one document at a time and follows the grammar letter by letter, so that a fault is known where it stands.
 *
 * What is tolerated, because it can mean one thing only, and is noted: comments; a comma before a closing bracket, between
 * documents or doubled between properties; a comma missing between two properties on two lines, or between two documents.
 * All else refuses the document: two texts without a comma in a list may be one text that broke in two, a doubled comma there
 * may be an item left out, and a bracket too many leaves open what belongs to what.
 *
 * After a fault it goes on at the next line that opens a bracket as deep as the broken document began.
 */
import { JsonCursor, type Spot } from './json-cursor.ts';
import { JsonDraft } from './json-draft.ts';
import { JsonGrammar, type Verdict } from './json-grammar.ts';
import type { JsonDocument } from './source-input.ts';

/** Where the scanner is: between documents, in one, behind a text that is one of its own, behind a text that no comma precedes. */
type State = 'between' | 'inside' | 'alone' | 'loose';
type Lexer = 'plain' | 'string' | 'escape' | 'word' | 'slash' | 'line-comment' | 'block-comment' | 'skip' | 'conflict';

const TEXT_ENDS = /["\\\u0000-\u001f]/g;
const WORD_ENDS = /[ \t\r\n,:[\]{}"/]/g;
const LINE_ENDS = /\n/g;
/** Marks that a version control system leaves where two versions could not be joined. */
const CONFLICT = /^(?:<{7}|={7}|>{7})/;
const WORD_LENGTH = 400;

export class JsonScanner {
  readonly #cursor = new JsonCursor();
  readonly #grammar = new JsonGrammar();
  readonly #draft = new JsonDraft();
  #state: State = 'between';
  #lexer: Lexer = 'plain';
  #inList = false;
  #commaDue = false;
  #row = 0;
  #word = '';
  #escapeDigits = 0;
  #star = false;
  #loose: Spot = { line: 0, near: '' };
  /** True while every document so far stood on a line of its own. */
  #oneLineEach = true;
  #ready: JsonDocument | null = null;

  /** The documents that end in this piece of text, and the faults. */
  * feed(piece: string): Generator<JsonDocument> {
    this.#draft.text.next(piece);
    this.#cursor.next(piece);
    while (!this.#cursor.over) {
      this.#step();
      if (this.#ready) yield this.#ready;
      this.#ready = null;
    }
  }

  /** What is left when the text is at its end. */
  * end(): Generator<JsonDocument> {
    const last = { line: this.#cursor.line, near: '' };
    if (this.#lexer === 'string' || this.#lexer === 'escape') this.#refuse('json-unclosed', last);
    else yield* this.feed('\n');
    if (this.#state === 'alone') this.#emit();
    else if (this.#lexer === 'plain' && (this.#state !== 'between' || this.#inList) || this.#lexer === 'block-comment') this.#refuse('json-unclosed', last);
    if (this.#ready) yield this.#ready;
    this.#ready = null;
  }

  #step(): void {
    const { letter } = this.#cursor;
    switch (this.#lexer) {
      case 'plain': if (!this.#cursor.space(this.#state === 'between')) this.#plain(letter); break;
      case 'string': this.#inString(); break;
      case 'escape': this.#inEscape(letter); break;
      case 'word': this.#inWord(); break;
      case 'slash': this.#afterSlash(letter); break;
      case 'line-comment': this.#inLineComment(); break;
      case 'block-comment': this.#inBlockComment(letter); break;
      case 'skip': case 'conflict': this.#skip(letter); break;
    }
  }

  #plain(letter: string): void {
    if (this.#state === 'alone') {
      if (letter === ':') this.#refuse(this.#inList ? 'json-property-in-list' : 'json-fragment', this.#loose);
      else if (letter === '/') this.#pass('slash');
      else this.#emit();
      return;
    }
    if (this.#state === 'loose') this.#refuse(letter === ':' ? 'json-property-in-list' : 'json-comma-missing', this.#loose);
    else this.#mark(letter);
  }

  #mark(letter: string): void {
    switch (letter) {
      case '{': case '[': this.#opens(letter === '{'); break;
      case '}': case ']': this.#closes(letter === '}'); break;
      case ',': this.#comma(); break;
      case ':': this.#follow(this.#state === 'between' ? { fault: 'json-stray-text' } : this.#grammar.colon()); break;
      case '"': this.#quote(); break;
      case '/': this.#draft.text.cutAt(this.#cursor.at); this.#pass('slash'); break;
      default:
        if (this.#state === 'between') this.#begin();
        this.#word = '';
        this.#lexer = 'word';
    }
  }

  #pass(lexer: Lexer = 'plain'): void {
    this.#lexer = lexer;
    this.#cursor.pass();
  }

  #begin(): void {
    if (this.#inList && this.#commaDue) this.#draft.note('json-comma-supplied');
    this.#draft.beginAt(this.#cursor.line, this.#cursor.indent);
    this.#state = 'inside';
    this.#grammar.begin();
    this.#draft.text.keepFrom(this.#cursor.at);
  }

  /** Goes on after a bracket, comma or colon as the grammar says. */
  #follow(verdict: Verdict): void {
    if (verdict && 'fault' in verdict) {
      this.#refuse(verdict.fault);
      return;
    }
    if (verdict) {
      this.#draft.note(verdict.note);
      if (verdict.edit === 'drop-comma') this.#draft.text.dropComma();
      else if (verdict.edit === 'insert-comma') this.#draft.text.insert(',', this.#cursor.at);
      else this.#draft.text.skip(this.#cursor.at);
    }
    this.#pass();
    if (this.#state === 'inside' && this.#grammar.complete) this.#emit();
  }

  #opens(object: boolean): void {
    if (this.#state === 'between' && !object && !this.#inList) {
      [this.#inList, this.#commaDue] = [true, false];
      this.#pass();
      return;
    }
    if (this.#state === 'between') {
      this.#begin();
    } else if (object && this.#brokeOff()) {
      this.#refuse('json-unclosed');
      return;
    }
    const verdict = this.#grammar.opens(object);
    if (verdict === 'too-deep') this.#draft.blame('json-too-deep', this.#cursor.spot());
    this.#follow(verdict === 'too-deep' ? null : verdict);
  }

  /** In a file of one document a line: a new line that begins like a document, within one that is not closed. */
  #brokeOff(): boolean {
    const { line, indent } = this.#cursor;
    return this.#oneLineEach && this.#row > 0 && !this.#inList && indent === this.#draft.indent && line === this.#draft.line + 1;
  }

  #closes(object: boolean): void {
    if (this.#state !== 'between') {
      this.#follow(this.#grammar.closes(object, this.#cursor.line));
    } else if (this.#inList && !object) {
      this.#inList = false;
      this.#pass();
    } else {
      this.#draft.beginAt(this.#cursor.line, 0);
      this.#refuse('json-bracket-mismatch');
    }
  }

  #comma(): void {
    if (this.#state === 'between') {
      if (!this.#inList || !this.#commaDue) this.#draft.note('json-comma-extra');
      this.#commaDue = false;
      this.#pass();
      return;
    }
    if (this.#grammar.expect === 'after') this.#draft.text.noteComma(this.#cursor.at);
    this.#follow(this.#grammar.comma());
  }

  #quote(): void {
    if (this.#state === 'between') {
      this.#begin();
      this.#loose = this.#cursor.spot();
      this.#state = 'alone';
      this.#pass('string');
      return;
    }
    const verdict = this.#grammar.text(this.#cursor.line);
    if (verdict === 'loose') {
      this.#loose = this.#cursor.spot();
      this.#state = 'loose';
      this.#pass('string');
    } else {
      this.#follow(verdict);
      if (!this.#ready) this.#lexer = 'string';
    }
  }

  #inString(): void {
    const text = this.#cursor.to(TEXT_ENDS);
    this.#cursor.pass(text?.length ?? this.#cursor.piece.length - this.#cursor.at);
    if (text === null) return;
    const { letter } = this.#cursor;
    if (letter === '\\') {
      this.#pass('escape');
    } else if (letter === '"') {
      this.#pass();
      if (this.#state === 'inside') this.#grammar.textEnds(this.#cursor.line);
      else this.#draft.text.cutAt(this.#cursor.at);
    } else {
      this.#refuse(letter === '\n' || letter === '\r' ? 'json-text-unclosed' : 'json-control-letter');
    }
  }

  #inEscape(letter: string): void {
    const fits = this.#escapeDigits > 0 ? /[0-9a-fA-F]/.test(letter) : '"\\/bfnrtu'.includes(letter);
    this.#escapeDigits = this.#escapeDigits > 0 ? this.#escapeDigits - 1 : letter === 'u' ? 4 : 0;
    if (fits) {
      this.#pass(this.#escapeDigits > 0 ? 'escape' : 'string');
    } else {
      this.#escapeDigits = 0;
      this.#refuse('json-escape');
    }
  }

  #inWord(): void {
    const text = this.#cursor.to(WORD_ENDS);
    const part = text ?? this.#cursor.piece.slice(this.#cursor.at);
    this.#word += part;
    const spot = { line: this.#cursor.line, near: this.#word.slice(0, 80) };
    this.#cursor.pass(part.length);
    if (text === null && this.#word.length <= WORD_LENGTH) return;
    this.#lexer = 'plain';
    const conflict = CONFLICT.test(this.#word);
    const verdict: Verdict = conflict ? { fault: 'json-merge-conflict' } : this.#grammar.word(this.#word, this.#cursor.line);
    if (verdict && 'fault' in verdict) this.#refuse(verdict.fault, spot);
    else if (this.#grammar.complete) this.#emit();
    // Between the marks stand two versions of something: nothing there is to be read.
    if (conflict && this.#word.startsWith('<')) this.#lexer = 'conflict';
  }

  #afterSlash(letter: string): void {
    if (letter === '/' || letter === '*') {
      this.#draft.note('json-comment');
      this.#pass(letter === '/' ? 'line-comment' : 'block-comment');
    } else {
      if (this.#state === 'between') this.#begin();
      this.#refuse('json-bad-word');
    }
  }

  #inLineComment(): void {
    const text = this.#cursor.to(LINE_ENDS);
    this.#cursor.pass(text?.length ?? this.#cursor.piece.length - this.#cursor.at);
    if (text !== null) this.#commentEnds();
  }

  #inBlockComment(letter: string): void {
    const ends = this.#star && letter === '/';
    this.#star = letter === '*';
    if (!this.#cursor.space(false)) this.#cursor.pass();
    if (ends) this.#commentEnds();
  }

  #commentEnds(): void {
    this.#star = false;
    this.#lexer = 'plain';
    if (this.#state === 'inside') this.#draft.text.keepFrom(this.#cursor.at);
  }

  /** Looks for a line on which a document may begin, after one that was refused. */
  #skip(letter: string): void {
    const { indent } = this.#cursor;
    if (this.#lexer === 'skip' && indent === this.#draft.indent && (letter === '{' || letter === '[')) {
      this.#lexer = 'plain';
      this.#commaDue = false;
    } else if (!this.#cursor.space(true)) {
      if (this.#lexer === 'conflict' && indent === 0 && letter === '>') this.#lexer = 'skip';
      this.#cursor.pass();
    }
  }

  #refuse(code: string, spot: Spot = this.#cursor.spot()): void {
    this.#draft.blame(code, spot);
    this.#emit();
    this.#lexer = 'skip';
  }

  #emit(): void {
    this.#draft.text.cutAt(this.#cursor.at);
    const oneLine = this.#cursor.line === this.#draft.line || this.#state === 'alone';
    this.#row += 1;
    this.#ready = this.#draft.finish(this.#row);
    if ('value' in this.#ready && !oneLine) this.#oneLineEach = false;
    [this.#state, this.#commaDue] = ['between', true];
  }
}
