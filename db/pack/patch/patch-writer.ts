/** Two packs to the patch that leads from one to the other. The same two editions give the same bytes. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CodedError } from '../../../shared/kernel/errors.ts';
import { removeFile, temporaryBeside, toWriteError, writeFileAtomically } from '../../files/atomic-write.ts';
import { codecVersion, compressFrame, type Strength } from '../codec.ts';
import type { Codec } from '../header.ts';
import { WINDOW_LOG_MAX } from '../limits.ts';
import { openPack } from '../pack-reader.ts';
import { writeBlock } from './block.ts';
import { ByteWriter } from './bytes.ts';
import { diffRows, type TableChanges } from './diff-rows.ts';
import { InsertedKeys } from './inserted-keys.ts';
import { PATCH_FORMAT, patchHeaderLine, type PatchHeader } from './patch-header.ts';
import type { RowChange } from './row-change.ts';

/** A patch is made once and fetched by everybody: the most that zstd can do within the window of a reader. */
const STRENGTH: Strength = { level: 19, windowLog: WINDOW_LOG_MAX };
const READ_BYTES = 1024 * 1024;

/** Deleted, inserted and updated rows of the tables so far, as a header has them. */
type Counted = [string, number, number, number, number][];
const PLACE = { delete: 2, insert: 3, update: 4 } as const;

/** The content of a patch, block after block; `counted` is filled on the way, `note` is told each change. */
export async function* patchContent(changes: AsyncIterable<TableChanges>, counted: Counted, note: (change: RowChange) => void = () => undefined): AsyncGenerator<Buffer> {
  const keys = new InsertedKeys();
  for await (const { table, placed } of changes) {
    let tally = counted.at(-1);
    if (tally?.[0] !== table.name) {
      tally = [table.name, table.columns.length, 0, 0, 0];
      counted.push(tally);
    }
    const writer = new ByteWriter();
    writer.number(counted.length - 1);
    writer.number(placed.length);
    writer.part(writeBlock(table, placed, keys));
    for (const { change } of placed) {
      tally[PLACE[change.kind]] += 1;
      if (change.kind === 'insert') keys.add(table, change.after);
      note(change);
    }
    yield writer.take();
  }
}

/** The content in a file of its own: a compressor has to be told how long it is. */
async function spoolContent(path: string, content: AsyncIterable<Buffer>): Promise<number> {
  const file = await open(path, 'wx').catch((error: unknown) => { throw toWriteError(error); });
  let bytes = 0;
  try {
    for await (const block of content) {
      await file.writeFile(block).catch((error: unknown) => { throw toWriteError(error); });
      bytes += block.length;
    }
  } finally {
    await file.close();
  }
  return bytes;
}

/** What a patch is made from and where it goes. */
export interface PatchJob {
  readonly from: string;
  readonly to: string;
  readonly out: string;
  readonly codec?: Codec;
  /** Told every change, in the order of the patch. */
  readonly note?: (change: RowChange) => void;
}

/**
 * Writes the patch from one pack to the other. Both are checked whole; only the newer one's references are, as the older
 * one is no longer anybody's to mend. Errors: those of reading a pack, patch-other-scope, patch-too-large, disk-full, folder-not-writable, file-write-failed.
 */
export async function writePatch({ from, to, out, codec = 'zstd', note = () => undefined }: PatchJob): Promise<PatchHeader> {
  const old = await openPack(from, { references: false });
  const spool = temporaryBeside(out);
  try {
    const young = await openPack(to);
    try {
      if (old.header.scope !== young.header.scope) throw new CodedError('patch-other-scope', { from: old.header.scope, to: young.header.scope });
      const counted: Counted = [];
      const bytes = await spoolContent(spool, patchContent(diffRows(old.batches(), young.batches()), counted, note));
      const { name, scope, edition, digest, tables } = young.header;
      const frame = await compressFrame(codec, piecesIn(spool), bytes, STRENGTH);
      const header: PatchHeader = {
        waymarkPatch: PATCH_FORMAT, name, scope, codec, codecVersion: codecVersion(codec),
        from: { edition: old.header.edition, digest: old.header.digest },
        to: { edition, digest, bytes: young.header.bytes, tables },
        bytes, frameBytes: frame.reduce((sum, chunk) => sum + chunk.length, 0), changes: counted,
      };
      await writeSealed(out, [patchHeaderLine(header), ...frame]);
      return header;
    } finally {
      await young.close();
    }
  } finally {
    await old.close();
    await removeFile(spool).catch(() => undefined);
  }
}

/** The compressor is given the same pieces on every build. */
async function* piecesIn(path: string): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Buffer>) yield piece;
}

async function writeSealed(out: string, chunks: readonly Buffer[]): Promise<void> {
  const hash = createHash('sha256');
  await writeFileAtomically(out, async (file) => {
    for (const chunk of chunks) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.writeFile(hash.digest());
  });
}
