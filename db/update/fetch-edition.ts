/**
 * The pack of an edition by the way with the fewest bytes: patches over a pack that is here, or the whole pack. Patches only ever
 * save bytes: where they do not give the edition, whatever the reason, the pack is fetched, and the reason is told.
 */
import { join } from 'node:path';
import { CodedError, type ErrorCode } from '../../shared/kernel/errors.ts';
import { removeFile } from '../files/atomic-write.ts';
import type { PackHeader } from '../pack/header.ts';
import { readPackHeader } from '../pack/pack-reader.ts';
import { applyPatches } from '../pack/patch/apply-patch.ts';
import { choosePath, type Path } from '../pack/patch/choose-path.ts';
import { keepPatches } from './kept-patches.ts';
import type { EditionIndex, IndexedEdition } from './edition-index.ts';
import type { Receiving } from './receive.ts';
import { isNotReached } from './retry.ts';
import { signedFile } from './signed-file.ts';
import type { Trust } from './trust.ts';

/** The edition in use, and where its pack may lie. */
export interface Base {
  readonly digest: string;
  readonly packs: readonly string[];
}

export interface Wanted {
  readonly index: EditionIndex;
  readonly entry: IndexedEdition;
  readonly base: Base | null;
  /** Of which the pack has to be. */
  readonly scope: string;
  /** Where patches are kept for the moment. */
  readonly folder: string;
  /** Where the pack is put. */
  readonly out: string;
}

export interface Fetching {
  readonly trust: Trust;
  readonly receiving: Receiving;
}

/** What would hinder the whole pack just as well. */
const HINDERS_BOTH: ReadonlySet<ErrorCode> = new Set(['cancelled', 'disk-full', 'folder-not-writable', 'file-write-failed']);

/** Errors: update-scope, update-index-invalid: the pack is not what the list says. */
function checkPack(header: PackHeader, { entry, scope }: Wanted): void {
  if (header.scope !== scope) throw new CodedError('update-scope', { scope: header.scope, expected: scope });
  if (header.digest !== entry.digest) throw new CodedError('update-index-invalid');
}

/** The pack of the edition in use. Errors: patch-wrong-base when it is in none of its places. */
export async function basePack({ digest, packs }: Base): Promise<string> {
  for (const pack of packs) {
    try {
      if ((await readPackHeader(pack)).digest === digest) return pack;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
    }
  }
  throw new CodedError('patch-wrong-base', { patch: 1 });
}

/** The patches that lead on from `base`, in this order. */
export function patchesAlong({ patches }: EditionIndex, base: string, digests: readonly string[]): readonly string[] {
  return digests.flatMap((to, at) => {
    const from = at === 0 ? base : digests[at - 1];
    const [least] = patches.filter((each) => each.from === from && each.to === to).sort((a, b) => a.bytes - b.bytes);
    return least ? [least.patch] : [];
  });
}

async function byPatches({ trust, receiving }: Fetching, wanted: Wanted, base: Base, digests: readonly string[]): Promise<void> {
  const pack = await basePack(base);
  const paths = patchesAlong(wanted.index, base.digest, digests);
  const files = paths.map((_path, at) => join(wanted.folder, `fetched-${at + 1}.patch`));
  try {
    for (const [at, path] of paths.entries()) await signedFile(trust, receiving, path, files[at] ?? '', receiving.limits.patchBytes);
    checkPack(await applyPatches({ pack, patches: files, out: wanted.out }), wanted);
    await keepPatches(wanted.folder, files);
  } finally {
    for (const file of files) await removeFile(file);
  }
}

/** The way with the fewest bytes, and how many; null when the repository cannot give the edition. */
export function cheapestWay({ editions, patches }: EditionIndex, entry: IndexedEdition, base: string | null): Path | null {
  return choosePath({ packs: editions.map(({ digest, bytes }) => ({ digest, bytes })), patches }, base, entry.digest);
}

/**
 * Puts the pack of the edition at `out`; gives the way it came and why it did not come by patches where it should have.
 * The rows of a fetched pack may still be wrong. `tell` hears at once of patches that failed, as the pack may fail after them.
 * Errors: those of `signedFile`, of reading a pack's header and of writing, update-scope, update-index-invalid.
 */
export async function fetchEdition(fetching: Fetching, wanted: Wanted, tell: (problem: CodedError) => void): Promise<'patch' | 'pack'> {
  const { index, entry, base, out } = wanted;
  const path = cheapestWay(index, entry, base?.digest ?? null);
  if (base !== null && path?.way === 'patches') {
    try {
      await byPatches(fetching, wanted, base, path.digests);
      return 'patch';
    } catch (error) {
      if (!(error instanceof CodedError) || HINDERS_BOTH.has(error.code) || isNotReached(error)) throw error;
      tell(error);
    }
  }
  await signedFile(fetching.trust, fetching.receiving, entry.pack, out, fetching.receiving.limits.targetBytes);
  checkPack(await readPackHeader(out), wanted);
  return 'pack';
}
