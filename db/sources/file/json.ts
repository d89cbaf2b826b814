/** JSON files as documents. */
import { contentOf } from './byte-stream.ts';
import { DOCUMENT_BYTES, HEAD_ROWS } from './limits.ts';
import { SourceFault } from './source-fault.ts';
import type { JsonDocument, JsonInput } from './source-input.ts';

/** Opens a JSON file. Errors: SourceFault too-large. */
export async function openJson(path: string): Promise<JsonInput> {
  const pieces: Buffer[] = [];
  let total = 0;
  for await (const piece of contentOf(path)) {
    total += piece.length;
    if (total > DOCUMENT_BYTES) throw new SourceFault('too-large');
    pieces.push(piece);
  }
  const text = Buffer.concat(pieces).toString('utf8').replace(/^\uFEFF/, '');
  const documents = documentsOf(text);
  return {
    form: 'json', head: documents.slice(0, HEAD_ROWS),
    async* documents() {
      await Promise.resolve();
      yield* documents;
    },
  };
}

function documentsOf(text: string): readonly JsonDocument[] {
  try {
    const value: unknown = JSON.parse(text);
    return (Array.isArray(value) ? value as readonly unknown[] : [value]).map((each, index) => ({ row: index + 1, value: each }));
  } catch {
    return [{ row: 1, fault: 'json-invalid', near: text.slice(0, 80) }];
  }
}
