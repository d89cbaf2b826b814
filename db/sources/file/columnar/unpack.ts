/** Pages of a columnar file as they were before packing, never more bytes than the page states. */
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { CompressionCodec } from 'hyparquet';
import { SourceFault } from '../source-fault.ts';

/**
 * Snappy, each step held within both ends. (The decoder that comes with hyparquet may go back for ever where a length has lost a bit.)
 * Throws RangeError when the bytes are not such a packing of `size` bytes.
 */
export function unsnappy(packed: Buffer, size: number): Buffer {
  const out = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  while ((packed.readUInt8(from) & 0x80) !== 0) from += 1;
  from += 1;
  while (from < packed.length) {
    const tag = packed.readUInt8(from);
    from += 1;
    if ((tag & 3) === 0) {
      const short = tag >>> 2;
      const lengthBytes = Math.max(0, short - 59);
      const length = (lengthBytes === 0 ? short : packed.readUIntLE(from, lengthBytes)) + 1;
      from += lengthBytes;
      if (from + length > packed.length || to + length > size) throw new RangeError('past the end');
      packed.copy(out, to, from, from + length);
      from += length;
      to += length;
      continue;
    }
    const near = (tag & 3) === 1;
    const offsetBytes = near ? 1 : (tag & 3) === 2 ? 2 : 4;
    const length = near ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
    const back = packed.readUIntLE(from, offsetBytes) + (near ? (tag >>> 5) * 256 : 0);
    from += offsetBytes;
    if (back === 0 || back > to || to + length > size) throw new RangeError('past the end');
    // What is copied may be what this very copy writes: byte by byte.
    for (let place = 0; place < length; place += 1) out.writeUInt8(out.readUInt8(to + place - back), to + place);
    to += length;
  }
  if (to !== size) throw new RangeError('too short');
  return out;
}

type Unpack = (packed: Buffer, size: number) => Buffer;

const CODECS: Readonly<Partial<Record<CompressionCodec, Unpack>>> = {
  UNCOMPRESSED: (packed) => packed,
  SNAPPY: unsnappy,
  GZIP: (packed, size) => gunzipSync(packed, { maxOutputLength: Math.max(1, size) }),
  BROTLI: (packed, size) => brotliDecompressSync(packed, { maxOutputLength: Math.max(1, size) }),
  ZSTD: (packed, size) => zstdDecompressSync(packed, { maxOutputLength: Math.max(1, size) }),
};

/** How pages of a column are unpacked. Errors: SourceFault columnar-unsupported. */
export function unpackerOf(codec: CompressionCodec): Unpack {
  const unpack = CODECS[codec];
  if (!unpack) throw new SourceFault('columnar-unsupported', { near: codec });
  return (packed, size) => {
    const page = size === 0 ? Buffer.alloc(0) : unpack(packed, size);
    if (page.length !== size) throw new RangeError('not the size it states');
    return page;
  };
}
