/** One compressed frame, by either codec, with the same bytes on every build. */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw, createZstdCompress } from 'node:zlib';
import type { Codec } from './header.ts';
import { WINDOW_LOG_MAX } from './limits.ts';

/** 3 % larger than level 19 gives on the starter, in less than half the time. */
const ZSTD_LEVEL = 16;
/** Named so that another default of a later library changes nothing. */
const ZSTD_WINDOW_LOG = Math.min(23, WINDOW_LOG_MAX);

/** A gzip header with no name, no time and system "unknown", as it would differ between machines. */
export const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
export const GZIP_TRAILER_BYTES = 8;

/** Version of the library behind a codec. */
export function codecVersion(codec: Codec): string {
  return (codec === 'zstd' ? process.versions['zstd'] : process.versions['zlib']) ?? 'unknown';
}

/** How hard zstd tries, and how far back it looks. Whatever is chosen, the same bytes come out on every build. */
export interface Strength {
  readonly level: number;
  readonly windowLog: number;
}
const PACK_STRENGTH: Strength = { level: ZSTD_LEVEL, windowLog: ZSTD_WINDOW_LOG };

type Pieces = Iterable<Buffer> | AsyncIterable<Buffer>;
type Put = (chunk: Buffer) => Promise<void> | void;

/** Compresses `pieces` (`bytes` in all, of one size each) into one frame, handed to `put` chunk by chunk. */
export async function compressInto(codec: Codec, pieces: Pieces, bytes: number, put: Put, strength: Strength = PACK_STRENGTH): Promise<void> {
  const sink = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) await put(chunk);
  };
  if (codec === 'zstd') {
    const zstd = createZstdCompress({
      pledgedSrcSize: bytes,
      params: {
        [constants.ZSTD_c_compressionLevel]: strength.level,
        [constants.ZSTD_c_windowLog]: strength.windowLog,
        [constants.ZSTD_c_contentSizeFlag]: 1,
        [constants.ZSTD_c_checksumFlag]: 0,
        [constants.ZSTD_c_dictIDFlag]: 0,
      },
    });
    await pipeline(Readable.from(pieces, { objectMode: true }), zstd, sink);
    return;
  }
  let checksum = 0;
  const counted = async function* () {
    for await (const piece of pieces) {
      checksum = crc32(piece, checksum);
      yield piece;
    }
  };
  await put(GZIP_HEADER);
  await pipeline(Readable.from(counted(), { objectMode: true }), createDeflateRaw({ level: 9, memLevel: 8 }), sink);
  const trailer = Buffer.alloc(GZIP_TRAILER_BYTES);
  trailer.writeUInt32LE(checksum, 0);
  trailer.writeUInt32LE(bytes % 2 ** 32, 4);
  await put(trailer);
}

/** The chunks of one frame in memory. */
export async function compressFrame(codec: Codec, pieces: Pieces, bytes: number, strength: Strength = PACK_STRENGTH): Promise<readonly Buffer[]> {
  const chunks: Buffer[] = [];
  await compressInto(codec, pieces, bytes, (chunk) => { chunks.push(chunk); }, strength);
  return chunks;
}
