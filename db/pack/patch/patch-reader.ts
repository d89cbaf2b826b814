/** Reads a patch, trusting nothing: header, sizes, checksum, frame, then block after block. */
import { CodedError, type ErrorCode } from '../../../shared/kernel/errors.ts';
import { frameContent } from '../frame.ts';
import { BLOCK_CHANGES, PATCH_BLOCK_BYTES } from '../limits.ts';
import { checkSealed, openSealed } from '../sealed-file.ts';
import { tableNamed } from '../tables.ts';
import type { Table } from '../tables/column.ts';
import { parsePatchHeader, patchFileBytes, type PatchHeader } from './patch-header.ts';

const SEALING = { kind: 'patch', parse: parsePatchHeader, bytes: patchFileBytes } as const;
/** Codes of a frame, as they are called where the frame is a patch's. */
const OF_PATCH: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = { 'pack-changed': 'patch-changed', 'pack-too-large': 'patch-too-large', 'pack-unreadable': 'patch-unreadable' };
const broken = (reason: string): CodedError => new CodedError('patch-changed', { part: 'content', reason });

/** The header alone, of a file of the right size; the changes may still be wrong. Errors: patch-unreadable, those of a header, patch-cut, patch-trailing. */
export async function readPatchHeader(path: string): Promise<PatchHeader> {
  const file = await openSealed(path, 'patch');
  try {
    return (await checkSealed(file, SEALING, { whole: false })).header;
  } finally {
    await file.close();
  }
}

/** A block as it lies in the content: which table, how many changes, and its bytes. */
export interface RawBlock {
  readonly table: Table;
  readonly count: number;
  readonly payload: Buffer;
}

export interface OpenPatch {
  readonly header: PatchHeader;
  readonly blocks: () => AsyncGenerator<RawBlock>;
  readonly close: () => Promise<void>;
}

/** Opens a patch of which nothing was changed. Errors: as {@link readPatchHeader}, and patch-changed, patch-too-large; those of the content come from the iteration. */
export async function openPatch(path: string): Promise<OpenPatch> {
  const file = await openSealed(path, 'patch');
  try {
    const { header, length } = await checkSealed(file, SEALING, { whole: true });
    return { header, blocks: () => blocksIn(contentOf(() => frameContent(file, length, header)), header), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* contentOf(frame: () => AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* frame();
  } catch (error) {
    const code = error instanceof CodedError ? OF_PATCH[error.code] : undefined;
    throw error instanceof CodedError && code !== undefined ? new CodedError(code, error.params, { cause: error }) : error;
  }
}

/** The most bytes that a number of a block's head can take. */
const NUMBER_BYTES = 7;

/** Bytes as they come, asked for by the number. */
class Incoming {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    return true;
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#rest.length === 0) if (!(await this.#more())) return true;
    return false;
  }

  async bytes(length: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) throw broken('cut');
      const piece = this.#rest.subarray(0, missing);
      pieces.push(piece);
      this.#rest = this.#rest.subarray(piece.length);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  async number(most: number, what: string): Promise<number> {
    let value = 0;
    for (let count = 0; count < NUMBER_BYTES; count += 1) {
      const byte = (await this.bytes(1)).readUInt8(0);
      value += (byte & 0x7f) * 2 ** (7 * count);
      if (byte >= 0x80) continue;
      if (byte === 0 && count > 0) throw broken('not-canonical');
      if (value > most) throw new CodedError('patch-too-large', { what, declared: value, limit: most });
      return value;
    }
    throw broken('number');
  }
}

/** The blocks of the content. Errors: patch-changed, patch-too-large. */
export async function* blocksIn(content: AsyncGenerator<Buffer>, header: Pick<PatchHeader, 'bytes' | 'changes'>): AsyncGenerator<RawBlock> {
  const incoming = new Incoming(content);
  let last = 0;
  try {
    while (!(await incoming.isAtEnd())) {
      const place = await incoming.number(Math.max(0, header.changes.length - 1), 'tables');
      const name = header.changes[place]?.[0];
      if (name === undefined || place < last) throw broken('order');
      last = place;
      const count = await incoming.number(BLOCK_CHANGES, 'changes');
      const length = await incoming.number(Math.min(PATCH_BLOCK_BYTES, header.bytes), 'block');
      yield { table: tableNamed(name), count, payload: await incoming.bytes(length) };
    }
  } finally {
    await content.return(undefined);
  }
}
