/** Patches over a pack: as rows to build a database from, or as the pack of the newest edition. */
import { CodedError } from '../../../shared/kernel/errors.ts';
import { checkedRows, type Promised } from '../checked-rows.ts';
import type { Codec, PackHeader } from '../header.ts';
import { writePackFile } from '../pack-file.ts';
import { openPack, type OpenPack } from '../pack-reader.ts';
import type { ReadBatch } from '../row-reader.ts';
import type { PatchHeader } from './patch-header.ts';
import { openPatch, type OpenPatch } from './patch-reader.ts';
import { patchedRows } from './patched-rows.ts';
import type { RowChange } from './row-change.ts';

/** A pack with patches that lead on from it, one after another; without any it is the pack itself. */
export interface PatchedPack {
  readonly pack: string;
  readonly patches: readonly string[];
}

/** What is told on the way: each change, and which of the patches it belongs to. */
export type NoteChange = (change: RowChange, patch: number) => void;

export interface OpenPatched {
  /** The edition that comes out. */
  readonly promised: Promised;
  /** Its rows, typed and in order; {@link checkedRows} has to see them through. */
  readonly rows: (note?: NoteChange) => AsyncIterable<ReadBatch>;
  readonly close: () => Promise<void>;
}

const promisedBy = ({ name, scope, to }: PatchHeader): Promised => ({ name, scope, edition: to.edition, digest: to.digest, bytes: to.bytes, tables: to.tables });

/** A patch is for one edition; the first has to fit the pack, each other one the patch before it. */
function checkChain({ header }: OpenPack, patches: readonly OpenPatch[]): void {
  let { digest, scope }: Pick<PackHeader, 'digest' | 'scope'> = header;
  patches.forEach(({ header: patch }, index) => {
    if (patch.from.digest !== digest) throw new CodedError('patch-wrong-base', { patch: index + 1 });
    if (patch.scope !== scope) throw new CodedError('patch-other-scope', { from: scope, to: patch.scope });
    ({ digest } = patch.to);
    ({ scope } = patch);
  });
}

/** Opens a pack and its patches. Errors: those of opening a pack or a patch, patch-wrong-base, patch-other-scope. */
export async function openPatched({ pack, patches }: PatchedPack): Promise<OpenPatched> {
  const opened: { readonly close: () => Promise<void> }[] = [];
  const close = async (): Promise<void> => { for (const each of opened) await each.close(); };
  try {
    const base = await openPack(pack, { references: false });
    opened.push(base);
    const chain: OpenPatch[] = [];
    for (const path of patches) {
      const patch = await openPatch(path);
      opened.push(patch);
      chain.push(patch);
    }
    checkChain(base, chain);
    const last = chain.at(-1);
    return {
      promised: last ? promisedBy(last.header) : base.header,
      rows: (note = () => undefined) => chain.reduce<AsyncIterable<ReadBatch>>(
        (rows, patch, index) => patchedRows(rows, patch, (change) => { note(change, index); }), base.batches()),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Hands the rows of the newest edition to `take`, batch by batch, as `readPack` does those of a pack. What `take` was given counts
 * only when this returns. Errors: those of {@link openPatched}, of rows and content, patch-digest.
 */
export async function readPatched(from: PatchedPack, take: (batch: ReadBatch) => void, note?: NoteChange): Promise<Promised> {
  const patched = await openPatched(from);
  try {
    for await (const { batch } of checkedRows(patched.rows(note), patched.promised)) if (batch) take(batch);
    return patched.promised;
  } finally {
    await patched.close();
  }
}

/** Writes the pack of the newest edition; nothing is in place unless it is that edition. Errors: those of {@link readPatched} and of writing. */
export async function applyPatches({ out, codec, note, ...from }: PatchedPack & { readonly out: string; readonly codec?: Codec; readonly note?: NoteChange }): Promise<PackHeader> {
  const patched = await openPatched(from);
  try {
    return await writePackFile({ rows: patched.rows(note), promised: patched.promised, out, ...(codec === undefined ? {} : { codec }) });
  } finally {
    await patched.close();
  }
}

/** {@link applyPatches} with one. */
export const applyPatch = ({ pack, patch, out }: { readonly pack: string; readonly patch: string; readonly out: string }): Promise<PackHeader> =>
  applyPatches({ pack, patches: [patch], out });
