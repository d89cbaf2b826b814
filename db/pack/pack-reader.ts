/**
 * Reads a pack, trusting nothing: header, sizes, checksum, frame, each row, references, digest,
 * in this order. Rows are handed on in batches; they count only when the iteration has ended.
 */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { CodedError } from '../../shared/kernel/errors.ts';
import { frameContent } from './frame.ts';
import { fileBytes, parseHeader, type PackHeader } from './header.ts';
import type { Row } from './order.ts';
import { RowReader, type ReadBatch, type RowBatch } from './row-reader.ts';
import { metaOf } from './pack-writer.ts';
import { checkSealed, openSealed } from './sealed-file.ts';
import type { PackRows } from './starter.ts';

const SEALING = { kind: 'pack', parse: parseHeader, bytes: fileBytes } as const;

/** The header alone, of a file of the right size; the rows may still be wrong. Errors: as {@link readPack}, steps 1 and 2. */
export async function readPackHeader(path: string): Promise<PackHeader> {
  const file = await openSealed(path, 'pack');
  try {
    return (await checkSealed(file, SEALING, { whole: false })).header;
  } finally {
    await file.close();
  }
}

export interface OpenPack {
  readonly header: PackHeader;
  /** The rows in pack order, once; they count only when the iteration has ended. */
  readonly batches: () => AsyncGenerator<ReadBatch>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a pack of which nothing was changed, for whoever takes its rows at a pace of their own.
 * `references: false` leaves out the one check that holds keys in memory: for the base of a patch, whose result is checked.
 * Errors: as {@link readPack}; those of rows come from the iteration.
 */
export async function openPack(path: string, { references = true }: { readonly references?: boolean } = {}): Promise<OpenPack> {
  const file = await openSealed(path, 'pack');
  try {
    const { header, length } = await checkSealed(file, SEALING, { whole: true });
    return { header, batches: () => rowsOf(file, length, header, references), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* rowsOf(file: FileHandle, length: number, header: PackHeader, references: boolean): AsyncGenerator<ReadBatch> {
  const hash = createHash('sha256');
  const reader = new RowReader(header, { references });
  const meta: Row[] = [];
  const noted = (batch: ReadBatch): ReadBatch => {
    if (batch.table.name === 'meta') meta.push(...batch.rows);
    return batch;
  };
  for await (const chunk of frameContent(file, length, header)) {
    hash.update(chunk);
    for (const batch of reader.push(chunk)) yield noted(batch);
  }
  for (const batch of reader.end()) yield noted(batch);
  if (hash.digest('hex') !== header.digest) throw new CodedError('pack-digest');
  checkMeta(header, meta);
}

/**
 * Opens a pack and hands its rows to `take`, batch by batch, in pack order. What `take` was given
 * counts only when this returns. Errors: pack-unreadable, pack-not-a-pack, pack-cut, pack-newer-format,
 * pack-unknown-codec, pack-too-large, pack-trailing, pack-changed, pack-row-invalid, pack-digest.
 */
export async function readPack(path: string, take: (batch: RowBatch) => void): Promise<PackHeader> {
  const pack = await openPack(path);
  try {
    for await (const batch of pack.batches()) take(batch);
    return pack.header;
  } finally {
    await pack.close();
  }
}

/** The header is not part of the edition; what it says of the edition must be what the edition says. */
export function checkMeta(header: Pick<PackHeader, 'name' | 'edition' | 'scope'>, rows: readonly Row[]): void {
  const meta = metaOf(new Map([['meta', rows]]));
  for (const key of ['name', 'edition', 'scope'] as const) {
    if (header[key] !== meta[key]) throw new CodedError('pack-row-invalid', { table: 'meta', row: 0, column: key, reason: 'header' });
  }
}

/** All rows of a pack in memory: for tests and small packs. Errors: as {@link readPack}. */
export async function readPackRows(path: string): Promise<{ readonly header: PackHeader; readonly rows: PackRows }> {
  const rows = new Map<string, Row[]>();
  const header = await readPack(path, (batch) => {
    rows.set(batch.table.name, [...(rows.get(batch.table.name) ?? []), ...batch.rows]);
  });
  for (const [name] of header.tables) if (!rows.has(name)) rows.set(name, []);
  return { header, rows };
}
