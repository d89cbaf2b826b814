/** A pack file from rows that arrive one after another: nothing of it is in place before the last of them was right. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { removeFile, temporaryBeside, toWriteError, writeFileAtomically } from '../files/atomic-write.ts';
import { piecesOf } from './canonical-rows.ts';
import { checkedRows, type Promised } from './checked-rows.ts';
import { codecVersion, compressInto } from './codec.ts';
import { headerLine, PACK_FORMAT, type Codec, type PackHeader } from './header.ts';
import type { ReadBatch } from './row-reader.ts';

async function* textOf(rows: AsyncIterable<ReadBatch>, promised: Promised): AsyncGenerator<Buffer> {
  for await (const { text } of checkedRows(rows, promised)) yield Buffer.from(text);
}

/** The frame, in a file of its own, as the header before it has to say how long it is. */
async function writeFrame(path: string, codec: Codec, rows: AsyncIterable<ReadBatch>, promised: Promised): Promise<number> {
  const file = await open(path, 'wx').catch((error: unknown) => { throw toWriteError(error); });
  let bytes = 0;
  try {
    await compressInto(codec, piecesOf(textOf(rows, promised)), promised.bytes, async (chunk) => {
      await file.writeFile(chunk).catch((error: unknown) => { throw toWriteError(error); });
      bytes += chunk.length;
    });
  } finally {
    await file.close();
  }
  return bytes;
}

/**
 * Writes the pack that `promised` tells of: the same bytes that `writePack` gives for the same rows.
 * Errors: those of the rows, patch-row-invalid, patch-digest, disk-full, folder-not-writable, file-write-failed.
 */
export async function writePackFile({ rows, promised, out, codec = 'zstd' }: {
  readonly rows: AsyncIterable<ReadBatch>;
  readonly promised: Promised;
  readonly out: string;
  readonly codec?: Codec;
}): Promise<PackHeader> {
  const frame = temporaryBeside(out);
  try {
    const frameBytes = await writeFrame(frame, codec, rows, promised);
    const { name, edition, scope, digest, bytes } = promised;
    const header: PackHeader = {
      waymarkPack: PACK_FORMAT, name, edition, scope, codec, codecVersion: codecVersion(codec), digest, bytes, frameBytes,
      tables: promised.tables.map(([table, count]) => [table, count]),
    };
    const hash = createHash('sha256');
    await writeFileAtomically(out, async (file) => {
      const put = async (chunk: Buffer): Promise<void> => {
        hash.update(chunk);
        await file.writeFile(chunk);
      };
      await put(headerLine(header));
      for await (const chunk of createReadStream(frame, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) await put(chunk);
      await file.writeFile(hash.digest());
    });
    return header;
  } finally {
    await removeFile(frame).catch(() => undefined);
  }
}
