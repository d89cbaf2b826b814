/** JSON files as documents: read piece by piece, one document in memory at a time. */
import { contentOf, firstContent } from './byte-stream.ts';
import { decoded, encodingOf } from './encoding.ts';
import { JsonScanner } from './json-scanner.ts';
import { HEAD_BYTES, HEAD_ROWS } from './limits.ts';
import { SourceFault } from './source-fault.ts';
import type { JsonDocument, JsonInput } from './source-input.ts';

/** The documents of a JSON text that comes in pieces. */
export async function* documentsOf(pieces: AsyncIterable<string>): AsyncGenerator<JsonDocument> {
  const scanner = new JsonScanner();
  for await (const piece of pieces) yield* scanner.feed(piece);
  yield* scanner.end();
}

/** Opens a JSON file. Errors: SourceFault not-text, and those of {@link contentOf}. */
export async function openJson(path: string): Promise<JsonInput> {
  const encoding = encodingOf(await firstContent(path));
  if (encoding === null) throw new SourceFault('not-text');
  const documents = (): AsyncGenerator<JsonDocument> => documentsOf(decoded(contentOf(path), encoding));
  const head: JsonDocument[] = [];
  let length = 0;
  for await (const document of documents()) {
    head.push(document);
    // Large documents tell their kind alone: no more of them are held at one time.
    length += 'value' in document ? JSON.stringify(document.value).length : 0;
    if (head.length >= HEAD_ROWS || length >= HEAD_BYTES) break;
  }
  return { form: 'json', head, documents };
}

const AFTER_COMMENTS = /^(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/|<{7}[^\n]*\n)*/;

/** True when text begins as JSON does, or as JSON that was broken: with comments, a conflict mark, or in the middle of a document. */
export function looksLikeJson(start: string): boolean {
  const rest = start.replace(AFTER_COMMENTS, '');
  return /^[[{]/.test(rest) || /^"[^"\n]*"\s*(?::|\n\s*[[{])/.test(rest);
}
