/** The parts of a workbook, which is a zip: their directory is checked as a whole before any of them is unpacked. */
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { PARTS, SURELY_HARMLESS_BYTES, UNPACKED_BYTES, UNPACKED_RATIO } from '../limits.ts';
import { SourceFault } from '../source-fault.ts';

export interface ZipParts {
  /** Content of a part in pieces; null when there is none of that name. Letters' case does not count, as the format says. */
  readonly part: (name: string) => AsyncIterable<Buffer> | null;
}

/** Opens a zip. Errors: SourceFault workbook-damaged, too-large. */
export async function openZipParts(path: string): Promise<ZipParts> {
  const entries = await entriesOf(path);
  return {
    part(name) {
      const entry = entries.get(name.toLowerCase());
      return entry ? contentOf(path, entry) : null;
    },
  };
}

const open = (path: string): Promise<ZipFile> => openPromise(path, { autoClose: false, lazyEntries: true });
const faultOf = (cause: unknown): SourceFault => (cause instanceof SourceFault ? cause : new SourceFault('workbook-damaged', {}, { cause }));

async function entriesOf(path: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    const zip = await open(path);
    try {
      if (zip.entryCount > PARTS) throw new SourceFault('too-large');
      let packed = 0;
      let unpacked = 0;
      for await (const entry of zip.eachEntry()) {
        const name = entry.fileName.toLowerCase();
        // Two parts of one name: one reader would take the first, another the last, and both would be right.
        if (entries.has(name) || entry.isEncrypted()) throw new SourceFault('workbook-damaged', { near: entry.fileName });
        if (entry.uncompressedSize > Math.max(SURELY_HARMLESS_BYTES, entry.compressedSize * UNPACKED_RATIO)) throw new SourceFault('too-large', { near: entry.fileName });
        packed += entry.compressedSize;
        unpacked += entry.uncompressedSize;
        entries.set(name, entry);
      }
      // Parts that together are longer than the file lie over one another: the way to hide a bomb in a small file.
      if (packed > zip.fileSize) throw new SourceFault('workbook-damaged');
      if (unpacked > UNPACKED_BYTES) throw new SourceFault('too-large');
    } finally {
      zip.close();
    }
  } catch (cause) {
    throw faultOf(cause);
  }
  return entries;
}

/** Fails when a part has another size than the directory says (yauzl looks at that) or another checksum (it does not). */
async function* contentOf(path: string, entry: Entry): AsyncGenerator<Buffer> {
  let zip: ZipFile | null = null;
  try {
    zip = await open(path);
    const stream = await zip.openReadStreamPromise(entry);
    let checksum = 0;
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        checksum = crc32(piece, checksum);
        yield piece;
      }
      if (checksum !== entry.crc32) throw new SourceFault('workbook-damaged', { near: entry.fileName });
    } finally {
      stream.destroy();
    }
  } catch (cause) {
    throw faultOf(cause);
  } finally {
    zip?.close();
  }
}
