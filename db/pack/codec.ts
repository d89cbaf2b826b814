/** One compressed frame, by either codec, with the same bytes on every build. */
import { pipeline } from 'node:stream/promises';
import { Readable, Writable } from 'node:stream';
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

/** Compresses `pieces` (`bytes` in all) into the chunks of one frame. */
export async function compressFrame(codec: Codec, pieces: Iterable<Buffer>, bytes: number): Promise<readonly Buffer[]> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  if (codec === 'zstd') {
    const zstd = createZstdCompress({
      pledgedSrcSize: bytes,
      params: {
        [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL,
        [constants.ZSTD_c_windowLog]: ZSTD_WINDOW_LOG,
        [constants.ZSTD_c_contentSizeFlag]: 1,
        [constants.ZSTD_c_checksumFlag]: 0,
        [constants.ZSTD_c_dictIDFlag]: 0,
      },
    });
    await pipeline(Readable.from(pieces, { objectMode: true }), zstd, sink);
    return chunks;
  }
  let checksum = 0;
  const counted = function* () {
    for (const piece of pieces) {
      checksum = crc32(piece, checksum);
      yield piece;
    }
  };
  await pipeline(Readable.from(counted(), { objectMode: true }), createDeflateRaw({ level: 9, memLevel: 8 }), sink);
  const trailer = Buffer.alloc(GZIP_TRAILER_BYTES);
  trailer.writeUInt32LE(checksum, 0);
  trailer.writeUInt32LE(bytes % 2 ** 32, 4);
  return [GZIP_HEADER, ...chunks, trailer];
}
