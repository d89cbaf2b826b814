/** Checks and opens the one frame of a pack, without trusting what a decoder forgives. */
import type { FileHandle } from 'node:fs/promises';
import { constants, crc32, createInflateRaw, createZstdDecompress, type InflateRaw, type ZstdDecompress } from 'node:zlib';
import { Readable } from 'node:stream';
import { CodedError } from '../../shared/kernel/errors.ts';
import { GZIP_HEADER, GZIP_TRAILER_BYTES } from './codec.ts';
import type { Codec } from './header.ts';
import { WINDOW_LOG_MAX } from './limits.ts';

/** What a header says of its frame. */
export interface Framed {
  readonly codec: Codec;
  /** Bytes of the content. */
  readonly bytes: number;
  readonly frameBytes: number;
}

const ZSTD_MAGIC = 0xfd2fb528;
const ZSTD_HEADER_MOST = 18;
const BLOCK_HEADER_BYTES = 3;
const READ_BYTES = 256 * 1024;

const wrongFrame = (reason: string, cause?: unknown) => new CodedError('pack-changed', { part: 'frame', reason }, { cause });

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

interface ZstdHeader {
  readonly length: number;
  readonly window: number;
  readonly content: number | null;
  readonly checksum: boolean;
}

/** Frame header by RFC 8878, 3.1.1.1. */
function zstdHeader(bytes: Buffer): ZstdHeader {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== ZSTD_MAGIC) throw wrongFrame('magic');
  const descriptor = bytes.readUInt8(4);
  const single = (descriptor & 0x20) !== 0;
  const dictionary = descriptor & 3;
  if ((descriptor & 0x08) !== 0 || dictionary !== 0) throw wrongFrame('descriptor');
  const contentBytes = [single ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const contentAt = single ? 5 : 6;
  const length = contentAt + contentBytes;
  if (bytes.length < length) throw wrongFrame('header');
  let content: number | null = null;
  if (contentBytes === 1) content = bytes.readUInt8(contentAt);
  if (contentBytes === 2) content = bytes.readUInt16LE(contentAt) + 256;
  if (contentBytes === 4) content = bytes.readUInt32LE(contentAt);
  if (contentBytes === 8) content = Number(bytes.readBigUInt64LE(contentAt));
  const base = 2 ** (10 + (bytes.readUInt8(5) >> 3));
  const window = single ? (content ?? 0) : base + (base / 8) * (bytes.readUInt8(5) & 7);
  return { length, window, content, checksum: (descriptor & 0x04) !== 0 };
}

/** Walks the blocks of a zstd frame: it must end exactly at `length`, state its size and keep to the window. */
async function checkZstd(file: FileHandle, position: number, header: Framed): Promise<void> {
  const start = zstdHeader(await readAt(file, position, Math.min(ZSTD_HEADER_MOST, header.frameBytes)));
  if (start.content !== header.bytes) throw wrongFrame('size');
  if (start.window > 2 ** WINDOW_LOG_MAX) {
    throw new CodedError('pack-too-large', { what: 'window', declared: start.window, limit: 2 ** WINDOW_LOG_MAX });
  }
  let at = start.length;
  for (let last = false; !last;) {
    if (at + BLOCK_HEADER_BYTES > header.frameBytes) throw wrongFrame('blocks');
    const block = (await readAt(file, position + at, BLOCK_HEADER_BYTES)).readUIntLE(0, BLOCK_HEADER_BYTES);
    last = (block & 1) === 1;
    const kind = (block >> 1) & 3;
    if (kind === 3) throw wrongFrame('blocks');
    at += BLOCK_HEADER_BYTES + (kind === 1 ? 1 : block >> 3);
  }
  if (at + (start.checksum ? 4 : 0) !== header.frameBytes) throw wrongFrame('length');
}

type Engine = InflateRaw | ZstdDecompress;

async function* fileRange(file: FileHandle, position: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length;) {
    const piece = await readAt(file, position + at, Math.min(READ_BYTES, length - at));
    if (piece.length === 0) throw wrongFrame('length');
    at += piece.length;
    yield piece;
  }
}

async function* decoded(file: FileHandle, position: number, length: number, engine: Engine): AsyncGenerator<Buffer> {
  const input = Readable.from(fileRange(file, position, length), { objectMode: true });
  input.on('error', (error) => engine.destroy(error));
  input.pipe(engine);
  const output: AsyncIterable<Buffer> = engine;
  try {
    yield* output;
  } catch (cause) {
    throw cause instanceof CodedError ? cause : wrongFrame('decode', cause);
  } finally {
    input.destroy();
    engine.destroy();
  }
}

/**
 * The content of the frame at `position`, never more than the header declares.
 * Errors: pack-changed, pack-too-large.
 */
export async function* frameContent(file: FileHandle, position: number, header: Framed): AsyncGenerator<Buffer> {
  let total = 0;
  let checksum = 0;
  const isZstd = header.codec === 'zstd';
  if (isZstd) await checkZstd(file, position, header);
  else if (!(await readAt(file, position, GZIP_HEADER.length)).equals(GZIP_HEADER)) throw wrongFrame('magic');
  const inner = isZstd
    ? { at: position, length: header.frameBytes }
    : { at: position + GZIP_HEADER.length, length: header.frameBytes - GZIP_HEADER.length - GZIP_TRAILER_BYTES };
  if (inner.length <= 0) throw wrongFrame('length');
  const engine = isZstd ? createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: WINDOW_LOG_MAX } }) : createInflateRaw();
  for await (const chunk of decoded(file, inner.at, inner.length, engine)) {
    total += chunk.length;
    if (total > header.bytes) throw new CodedError('pack-too-large', { what: 'rows', declared: total, limit: header.bytes });
    if (!isZstd) checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (total !== header.bytes) throw wrongFrame('size');
  if (isZstd) return;
  // A deflate stream ends by itself; what follows it inside the frame would be read by nobody.
  if (engine.bytesWritten !== inner.length) throw wrongFrame('length');
  const trailer = await readAt(file, inner.at + inner.length, GZIP_TRAILER_BYTES);
  if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== total % 2 ** 32) throw wrongFrame('trailer');
}
