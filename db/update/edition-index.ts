/** The list of editions of a repository: one small signed file, so that a client knows what is newest before it fetches anything large. */
import { z } from 'zod';
import { CodedError } from '../../shared/kernel/errors.ts';

/** Its path among the targets. */
export const INDEX_PATH = 'index.json';
const INDEX_FORMAT = 1;
const EDITIONS_MOST = 50;
const PATCHES_MOST = 400;
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const edition = z.object({
  edition: z.string().min(1).max(40),
  name: z.string().min(1).max(200),
  /** SHA-256 of the canonical rows: the identity of the edition. */
  digest,
  /** Path of the full pack among the targets. */
  pack: z.string().min(1).max(300),
  bytes,
});
const patch = z.object({
  /** Digests of the edition that it is for and of the one that it gives. */
  from: digest,
  to: digest,
  /** Path among the targets. */
  patch: z.string().min(1).max(300),
  bytes,
});
// What a later version adds is left unread by an older client.
const schema = z.object({
  waymarkIndex: z.literal(INDEX_FORMAT),
  scope: z.string().min(1).max(40),
  /** Oldest first; the last one is in force. */
  editions: z.array(edition).max(EDITIONS_MOST),
  patches: z.array(patch).max(PATCHES_MOST).default([]),
});

export type IndexedEdition = Readonly<z.infer<typeof edition>>;
export type IndexedPatch = Readonly<z.infer<typeof patch>>;
export interface EditionIndex {
  readonly scope: string;
  readonly editions: readonly IndexedEdition[];
  readonly patches: readonly IndexedPatch[];
}

/** Errors: update-index-invalid. */
export function parseIndex(file: Buffer): EditionIndex {
  try {
    const { scope, editions, patches } = schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file)));
    return { scope, editions, patches };
  } catch (cause) {
    throw new CodedError('update-index-invalid', {}, { cause });
  }
}

export const indexBytes = ({ scope, editions, patches }: EditionIndex): Buffer => Buffer.from(`${JSON.stringify({ waymarkIndex: INDEX_FORMAT, scope, editions, patches }, null, 1)}\n`);

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
