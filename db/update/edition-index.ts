/** The list of editions of a repository: one small signed file, so that a client knows what is newest before it fetches anything large. */
import { z } from 'zod';
import { CodedError } from '../../shared/kernel/errors.ts';

/** Its path among the targets. */
export const INDEX_PATH = 'index.json';
const INDEX_FORMAT = 1;
const EDITIONS_MOST = 50;

const edition = z.object({
  edition: z.string().min(1).max(40),
  name: z.string().min(1).max(200),
  /** SHA-256 of the canonical rows: the identity of the edition. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Path of the full pack among the targets. */
  pack: z.string().min(1).max(300),
  bytes: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});
// What a later version adds is left unread by an older client.
const schema = z.object({
  waymarkIndex: z.literal(INDEX_FORMAT),
  scope: z.string().min(1).max(40),
  /** Oldest first; the last one is in force. */
  editions: z.array(edition).max(EDITIONS_MOST),
});

export type IndexedEdition = Readonly<z.infer<typeof edition>>;
export interface EditionIndex {
  readonly scope: string;
  readonly editions: readonly IndexedEdition[];
}

/** Errors: update-index-invalid. */
export function parseIndex(bytes: Buffer): EditionIndex {
  try {
    const { scope, editions } = schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return { scope, editions };
  } catch (cause) {
    throw new CodedError('update-index-invalid', {}, { cause });
  }
}

export const indexBytes = ({ scope, editions }: EditionIndex): Buffer => Buffer.from(`${JSON.stringify({ waymarkIndex: INDEX_FORMAT, scope, editions }, null, 1)}\n`);

/**
 * True when edition `a` comes before `b`. Editions are named by month ("2026-11", "2026-11-2"); of other names
 * nothing is known, and what the publisher lists last counts.
 */
export function isOlderEdition(a: string, b: string): boolean {
  const parts = (name: string): number[] | null => (/^\d{4}-\d{2}(-\d{1,3})?$/.test(name) ? name.split('-').map(Number) : null);
  const [first, second] = [parts(a), parts(b)];
  if (first === null || second === null) return false;
  for (let index = 0; index < 3; index += 1) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
