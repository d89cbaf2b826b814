/** One JSON document while it is read: its text, what was tolerated in it, and what is wrong with it. */
import { DocumentText } from './document-text.ts';
import type { Spot } from './json-cursor.ts';
import type { JsonDocument } from './source-input.ts';

const NEAR_LENGTH = 80;

export class JsonDraft {
  readonly text = new DocumentText();
  #notes = new Set<string>();
  #fault: (Spot & { readonly code: string }) | null = null;
  #line = 1;
  #indent = 0;

  /** It begins there; `indent` is negative when something stands before it on its line. */
  beginAt(line: number, indent: number): void {
    this.#line = line;
    this.#indent = Math.max(0, indent);
  }

  get line(): number {
    return this.#line;
  }

  /** White space before its first bracket. */
  get indent(): number {
    return this.#indent;
  }

  note(code: string): void {
    this.#notes.add(code);
  }

  /** The first fault counts: what follows may come of it. */
  blame(code: string, spot: Spot): void {
    this.#fault ??= { code, ...spot };
  }

  /** The document, or why it is none; the next one may begin. */
  finish(row: number): JsonDocument {
    if (this.text.tooLarge) this.blame('json-too-large', { line: this.#line, near: '' });
    const document = this.#fault ? { row, line: this.#fault.line, fault: this.#fault.code, near: this.#fault.near } : this.#parsed(row);
    this.text.clear();
    this.#notes = new Set();
    this.#fault = null;
    return document;
  }

  #parsed(row: number): JsonDocument {
    const text = this.text.take();
    try {
      const value: unknown = JSON.parse(text);
      return { row, line: this.#line, value, ...(this.#notes.size > 0 ? { notes: [...this.#notes].sort() } : {}) };
    } catch {
      return { row, line: this.#line, fault: 'json-invalid', near: text.slice(0, NEAR_LENGTH) };
    }
  }
}
