/** The bytes of a file, unpacked when it is gzip, never more than the limits allow. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { HEAD_BYTES, SURELY_HARMLESS_BYTES, UNPACKED_BYTES, UNPACKED_RATIO } from './limits.ts';
import { SourceFault } from './source-fault.ts';

const READ_BYTES = 256 * 1024;
const GZIP = [0x1f, 0x8b] as const;

/** The first bytes of a file, as stored. */
export async function firstBytes(path: string, length = HEAD_BYTES): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new SourceFault('unreadable', {}, { cause });
  }
}

export const isGzip = (head: Buffer): boolean => head[0] === GZIP[0] && head[1] === GZIP[1];

/** Content in pieces. Errors: SourceFault unreadable, compressed-damaged, too-large. */
export async function* contentOf(path: string): AsyncGenerator<Buffer> {
  const packed = isGzip(await firstBytes(path, GZIP.length));
  const { size } = await stat(path);
  const most = packed ? Math.min(UNPACKED_BYTES, Math.max(SURELY_HARMLESS_BYTES, size * UNPACKED_RATIO)) : UNPACKED_BYTES;
  const file = createReadStream(path, { highWaterMark: READ_BYTES });
  const unpacked = packed ? createGunzip() : null;
  if (unpacked) {
    file.on('error', (error) => unpacked.destroy(error));
    file.pipe(unpacked);
  }
  const stream: AsyncIterable<Buffer> = unpacked ?? file;
  let total = 0;
  try {
    for await (const piece of stream) {
      total += piece.length;
      if (total > most) throw new SourceFault('too-large');
      yield piece;
    }
  } catch (cause) {
    throw cause instanceof SourceFault ? cause : new SourceFault(packed ? 'compressed-damaged' : 'unreadable', {}, { cause });
  } finally {
    file.destroy();
    unpacked?.destroy();
  }
}

/** The first unpacked bytes of a file. Errors: those of {@link contentOf}. */
export async function firstContent(path: string, length = HEAD_BYTES): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let total = 0;
  for await (const piece of contentOf(path)) {
    pieces.push(piece);
    total += piece.length;
    if (total >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}
