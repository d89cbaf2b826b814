/** Checked rows to a pack file. Two builds from the same rows give the same bytes. */
import { createHash } from 'node:crypto';
import { CodedError } from '../../shared/kernel/errors.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { canonicalPieces } from './canonical-rows.ts';
import { codecVersion, compressFrame } from './codec.ts';
import { headerLine, PACK_FORMAT, type Codec, type PackHeader } from './header.ts';
import { asRowSource, type RowSource } from './row-source.ts';
import type { PackRows } from './starter.ts';
import { TABLES } from './tables.ts';

/** Keys of the table `meta` that every edition has. */
export const META_KEYS = ['name', 'edition', 'scope', 'data_checked'] as const;
export type MetaKey = (typeof META_KEYS)[number];

/** What an edition says of itself. Errors: pack-row-invalid when a key of {@link META_KEYS} is missing. */
export function metaOf(rows: PackRows | RowSource): Readonly<Record<MetaKey, string>> {
  const found = new Map([...asRowSource(rows).rows('meta')].map(([key, value]) => [String(key), String(value)]));
  const get = (key: MetaKey): string => {
    const value = found.get(key);
    if (value === undefined) throw new CodedError('pack-row-invalid', { table: 'meta', row: 0, column: key, reason: 'missing' });
    return value;
  };
  return { name: get('name'), edition: get('edition'), scope: get('scope'), data_checked: get('data_checked') };
}

/** SHA-256 (hexadecimal) and size of the canonical rows. */
export function digestOf(rows: PackRows | RowSource): { readonly digest: string; readonly bytes: number } {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of canonicalPieces(asRowSource(rows))) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { digest: hash.digest('hex'), bytes };
}

/**
 * Writes a pack. `rows` must come from a reader (checked, in key order).
 * Errors: pack-row-invalid, pack-too-large, disk-full, folder-not-writable, file-write-failed.
 */
export async function writePack({ rows, out, codec = 'zstd' }: {
  readonly rows: PackRows | RowSource;
  readonly out: string;
  readonly codec?: Codec;
}): Promise<PackHeader> {
  const source = asRowSource(rows);
  const { name, edition, scope } = metaOf(source);
  const { digest, bytes } = digestOf(source);
  const frame = await compressFrame(codec, canonicalPieces(source), bytes);
  const header: PackHeader = {
    waymarkPack: PACK_FORMAT, name, edition, scope, codec, codecVersion: codecVersion(codec), digest, bytes,
    frameBytes: frame.reduce((sum, chunk) => sum + chunk.length, 0),
    tables: TABLES.map((table) => [table.name, source.count(table.name)]),
  };
  const hash = createHash('sha256');
  await writeFileAtomically(out, async (file) => {
    for (const chunk of [headerLine(header), ...frame]) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.writeFile(hash.digest());
  });
  return header;
}
