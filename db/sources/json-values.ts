/** Values of a JSON source, with documents that are none refused. */
import type { Tally } from './check/tally.ts';
import type { JsonInput, SourceInput } from './file/source-input.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first documents that are objects, to tell a kind by; none when the file is no JSON or one of them is something else. */
export function headObjects(input: SourceInput): readonly JsonObject[] {
  if (input.form !== 'json') return [];
  const objects = input.head.flatMap((document) => ('value' in document && isObject(document.value) ? [document.value] : []));
  return objects.length === input.head.length ? objects : [];
}

/** Every document that is an object; the others are refused. */
export async function* objectsOf(input: JsonInput, tally: Tally): AsyncGenerator<{ readonly row: number; readonly value: JsonObject }> {
  for await (const document of input.documents()) {
    if ('fault' in document) tally.refuse(document.fault, { row: document.row, value: document.near });
    else if (isObject(document.value)) yield { row: document.row, value: document.value };
    else tally.refuse('not-an-object', { row: document.row, value: JSON.stringify(document.value) ?? '' });
  }
}
