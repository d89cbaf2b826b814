/** Items of a JSON document, each checked against what its kind has to be. */
import type { z } from 'zod';
import type { Tally } from './check/tally.ts';
import { Seen } from './codes.ts';

/** Sentence for an item that is not what its kind has to be. */
export const ITEM_PROBLEMS = { 'property-invalid': 'A property is missing, or is not what it has to be.' } as const;

/** What stands at a path within a value, as text. */
function textAt(value: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = value;
  for (const step of path) at = typeof at === 'object' && at !== null ? (at as Readonly<Record<PropertyKey, unknown>>)[step] : undefined;
  return at === undefined ? '' : JSON.stringify(at);
}

/** Each item with its place, the first is 1. What is not of the schema is refused; the second of one key is skipped. */
export function* itemsOf<T>(items: readonly unknown[], schema: z.ZodType<T>, tally: Tally, key: (item: T) => string): Generator<{ readonly row: number; readonly item: T }> {
  const seen = new Seen(tally);
  for (const [index, value] of items.entries()) {
    const row = index + 1;
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const path = parsed.error.issues[0]?.path ?? [];
      tally.refuse('property-invalid', { row, column: path.join('.'), value: textAt(value, path) });
    } else if (!seen.again(key(parsed.data), row)) yield { row, item: parsed.data };
  }
}
