/**
 * Reads a pack, trusting nothing: header, sizes, checksum, frame, each row, references, digest,
 * in this order. Rows are handed on in batches; they count only when the iteration has ended.
 */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode } from '../files/atomic-write.ts';
import { frameContent } from './frame.ts';
import { fileBytes, parseHeader, type PackHeader } from './header.ts';
import { CHECKSUM_BYTES, HEADER_BYTES } from './limits.ts';
import type { Row } from './order.ts';
import { RowReader, type RowBatch } from './row-reader.ts';
import { metaOf } from './pack-writer.ts';
import type { PackRows } from './starter.ts';

const HASH_STEP_BYTES = 1024 * 1024;

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    throw new CodedError('pack-unreadable', { reason: nodeErrorCode(cause) ?? 'unknown' }, { cause });
  }
}

async function readInto(file: FileHandle, buffer: Buffer, position: number): Promise<Buffer> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled).catch((cause: unknown) => {
      throw new CodedError('pack-unreadable', { reason: nodeErrorCode(cause) ?? 'unknown' }, { cause });
    });
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** Steps 1 to 3: the header, then the file's size, then SHA-256 of all before the last 32 bytes. */
async function checkFile(file: FileHandle, { whole }: { readonly whole: boolean }): Promise<{ header: PackHeader; length: number }> {
  const { header, length } = parseHeader(await readInto(file, Buffer.alloc(HEADER_BYTES), 0));
  const { size } = await file.stat();
  const expected = fileBytes(length, header);
  if (size < expected) throw new CodedError('pack-cut', { part: 'file', expected, found: size });
  if (size > expected) throw new CodedError('pack-trailing', { expected, found: size });
  if (!whole) return { header, length };
  const hash = createHash('sha256');
  const end = expected - CHECKSUM_BYTES;
  const buffer = Buffer.alloc(Math.min(HASH_STEP_BYTES, end));
  for (let at = 0; at < end;) {
    const piece = await readInto(file, buffer.subarray(0, Math.min(buffer.length, end - at)), at);
    if (piece.length === 0) throw new CodedError('pack-cut', { part: 'file', expected, found: at });
    hash.update(piece);
    at += piece.length;
  }
  const stated = await readInto(file, Buffer.alloc(CHECKSUM_BYTES), end);
  if (!hash.digest().equals(stated)) throw new CodedError('pack-changed', { part: 'file', reason: 'checksum' });
  return { header, length };
}

/** The header alone, of a file of the right size; the rows may still be wrong. Errors: as {@link readPack}, steps 1 and 2. */
export async function readPackHeader(path: string): Promise<PackHeader> {
  const file = await openFile(path);
  try {
    return (await checkFile(file, { whole: false })).header;
  } finally {
    await file.close();
  }
}

/**
 * Opens a pack and hands its rows to `take`, batch by batch, in pack order. What `take` was given
 * counts only when this returns. Errors: pack-unreadable, pack-not-a-pack, pack-cut, pack-newer-format,
 * pack-unknown-codec, pack-too-large, pack-trailing, pack-changed, pack-row-invalid, pack-digest.
 */
export async function readPack(path: string, take: (batch: RowBatch) => void): Promise<PackHeader> {
  const file = await openFile(path);
  try {
    const { header, length } = await checkFile(file, { whole: true });
    const hash = createHash('sha256');
    const reader = new RowReader(header);
    const meta: Row[] = [];
    const pass = (batch: RowBatch) => {
      if (batch.table.name === 'meta') meta.push(...batch.rows);
      take(batch);
    };
    for await (const chunk of frameContent(file, length, header)) {
      hash.update(chunk);
      for (const batch of reader.push(chunk)) pass(batch);
    }
    for (const batch of reader.end()) pass(batch);
    if (hash.digest('hex') !== header.digest) throw new CodedError('pack-digest');
    checkMeta(header, meta);
    return header;
  } finally {
    await file.close();
  }
}

/** The header is not part of the edition; what it says of the edition must be what the edition says. */
function checkMeta(header: PackHeader, rows: readonly Row[]): void {
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
