/** Patches that lead from the editions before to a new one, among the targets of a repository. */
import type { TargetFile } from '@tufjs/models';
import { CodedError } from '../../shared/kernel/errors.ts';
import { writePatch } from '../pack/patch/patch-writer.ts';
import type { IndexedEdition, IndexedPatch } from '../update/edition-index.ts';
import type { Step } from './publish.ts';
import { putTarget } from './put-target.ts';

const DIGEST_PREFIX = 16;
const pathOf = (from: string, to: string): string => `patches/${from.slice(0, DIGEST_PREFIX)}-${to.slice(0, DIGEST_PREFIX)}.patch`;

/** An edition before, and the file of its pack. */
export interface PatchBase {
  readonly entry: IndexedEdition;
  readonly file: string;
}

export interface PutPatches {
  readonly listed: readonly IndexedPatch[];
  readonly targets: Readonly<Record<string, TargetFile>>;
  /** Editions from which there is none: their pack is of another format than this program reads, is damaged, or is gone. */
  readonly without: readonly string[];
}

/**
 * Makes a patch from each base and lists those that are smaller than the pack: nobody would take another. A base that cannot be
 * read stops no edition, as its clients can take the pack. Errors: those of writing.
 */
export async function putPatches(dir: string, bases: readonly PatchBase[], to: PatchBase, step: Step): Promise<PutPatches> {
  const listed: IndexedPatch[] = [];
  const targets: Record<string, TargetFile> = {};
  const without: string[] = [];
  for (const { entry, file } of bases) {
    const path = pathOf(entry.digest, to.entry.digest);
    step('write patch');
    try {
      const target = await putTarget(dir, path, (temporary) => writePatch({ from: file, to: to.file, out: temporary }));
      if (target.length >= to.entry.bytes) continue;
      targets[path] = target;
      listed.push({ from: entry.digest, to: to.entry.digest, patch: path, bytes: target.length });
    } catch (error) {
      if (!(error instanceof CodedError) || !/^(?:pack|patch)-/.test(error.code)) throw error;
      without.push(entry.edition);
    }
  }
  return { listed, targets, without };
}
