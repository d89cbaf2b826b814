/** What packs and patches have in common as files: a header line, what it promises, SHA-256 of all of it, and nothing after. */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode } from '../files/atomic-write.ts';
import { CHECKSUM_BYTES, HEADER_BYTES } from './limits.ts';

const HASH_STEP_BYTES = 1024 * 1024;

/** Whose codes are used: `pack-cut` or `patch-cut`. */
export type SealedKind = 'pack' | 'patch';

/** The file, open for reading. Errors: pack-unreadable or patch-unreadable. */
export async function openSealed(path: string, kind: SealedKind): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    throw new CodedError(`${kind}-unreadable`, { reason: nodeErrorCode(cause) ?? 'unknown' }, { cause });
  }
}

async function readInto(file: FileHandle, buffer: Buffer, position: number, kind: SealedKind): Promise<Buffer> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled).catch((cause: unknown) => {
      throw new CodedError(`${kind}-unreadable`, { reason: nodeErrorCode(cause) ?? 'unknown' }, { cause });
    });
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** A header, and the length of its line. */
export interface SealedHeader<H> {
  readonly header: H;
  readonly length: number;
}

export interface Sealing<H> {
  readonly kind: SealedKind;
  readonly parse: (start: Buffer) => SealedHeader<H>;
  /** Bytes of the whole file that a header promises. */
  readonly bytes: (length: number, header: H) => number;
}

/** In this order: the header, the file's size, and, when `whole`, SHA-256 of all before the last 32 bytes. Errors: those of the header, and `-unreadable`, `-cut`, `-trailing`, `-changed`. */
export async function checkSealed<H>(file: FileHandle, { kind, parse, bytes }: Sealing<H>, { whole }: { readonly whole: boolean }): Promise<SealedHeader<H>> {
  const { header, length } = parse(await readInto(file, Buffer.alloc(HEADER_BYTES), 0, kind));
  const { size } = await file.stat();
  const expected = bytes(length, header);
  if (size < expected) throw new CodedError(`${kind}-cut`, { part: 'file', expected, found: size });
  if (size > expected) throw new CodedError(`${kind}-trailing`, { expected, found: size });
  if (!whole) return { header, length };
  const hash = createHash('sha256');
  const end = expected - CHECKSUM_BYTES;
  const buffer = Buffer.alloc(Math.min(HASH_STEP_BYTES, end));
  for (let at = 0; at < end;) {
    const piece = await readInto(file, buffer.subarray(0, Math.min(buffer.length, end - at)), at, kind);
    if (piece.length === 0) throw new CodedError(`${kind}-cut`, { part: 'file', expected, found: at });
    hash.update(piece);
    at += piece.length;
  }
  const stated = await readInto(file, Buffer.alloc(CHECKSUM_BYTES), end, kind);
  if (!hash.digest().equals(stated)) throw new CodedError(`${kind}-changed`, { part: 'file', reason: 'checksum' });
  return { header, length };
}
