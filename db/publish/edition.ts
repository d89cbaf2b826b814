/** A pack into the repository: its file, patches that lead to it, the new list of editions, and targets that wait for their signature. */
import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { TargetFile } from '@tufjs/models';
import { CodedError } from '../../shared/kernel/errors.ts';
import { readPack } from '../pack/pack-reader.ts';
import { INDEX_PATH, indexBytes, parseIndex, type EditionIndex, type IndexedEdition } from '../update/edition-index.ts';
import { composeTargets } from './compose.ts';
import { putPatches, type PatchBase } from './patches.ts';
import { publishWhole, targetFileOf, type Step } from './publish.ts';
import { putTarget } from './put-target.ts';
import { readPublished, readSettings, readStaged, writeStaged, writeWhole, type Store } from './repository.ts';

/** Editions before the one in force: their packs stay listed, and from each a patch leads to it. Of older ones nothing is listed. */
const EDITIONS_BEFORE = 8;
const DIGEST_PREFIX = 16;
const plain = (text: string): string => text.replaceAll(/[^A-Za-z0-9-]/g, '-');

/** The list of editions with its target. */
export async function putIndex(dir: string, index: EditionIndex): Promise<TargetFile> {
  const bytes = indexBytes(index);
  const target = new TargetFile({ path: INDEX_PATH, length: bytes.length, hashes: { sha256: createHash('sha256').update(bytes).digest('hex') } });
  await writeWhole(targetFileOf(dir, INDEX_PATH, target.hashes), bytes);
  return target;
}

/** The editions as the newest targets list them, signed or not. Errors: repository-damaged, repository-missing. */
export async function readIndex(dir: string, published: Store, staged: Store): Promise<EditionIndex> {
  const target = (staged.targets ?? published.targets)?.metadata.signed.targets[INDEX_PATH];
  if (target === undefined) throw new CodedError('repository-missing');
  try {
    return parseIndex(await readFile(targetFileOf(dir, INDEX_PATH, target.hashes)));
  } catch (cause) {
    throw new CodedError('repository-damaged', { file: INDEX_PATH }, { cause });
  }
}

export interface AddedEdition {
  readonly edition: string;
  readonly digest: string;
  readonly path: string;
  /** Patches that lead to it, and the editions from which none could be made. */
  readonly patches: number;
  readonly without: readonly string[];
}

/**
 * Adds an edition; what is public stays as it is until targets, snapshot and timestamp are signed.
 * Errors: those of `readPack`, repository-missing, repository-damaged, repository-scope, repository-edition-known, and those of writing.
 */
export async function addEdition(dir: string, pack: string, now: Date, step: Step = () => undefined): Promise<AddedEdition> {
  const settings = await readSettings(dir);
  const header = await readPack(pack, () => undefined);
  if (header.scope !== settings.scope) throw new CodedError('repository-scope');
  await publishWhole(dir, now, step);
  const published = await readPublished(dir);
  const staged = await readStaged(dir, published);
  const before = await readIndex(dir, published, staged);
  if (before.editions.some(({ digest }) => digest === header.digest)) throw new CodedError('repository-edition-known');
  const path = `packs/${plain(header.scope)}-${plain(header.edition)}-${header.digest.slice(0, DIGEST_PREFIX)}.pack`;
  step('copy pack');
  const packTarget = await putTarget(dir, path, (temporary) => copyFile(pack, temporary));
  const entry = { edition: header.edition, name: header.name, digest: header.digest, pack: path, bytes: packTarget.length };
  const targets = (staged.targets ?? published.targets)?.metadata.signed.targets ?? {};
  const earlier = before.editions.slice(-EDITIONS_BEFORE);
  const baseOf = (each: IndexedEdition, hashes = targets[each.pack]?.hashes): PatchBase => ({ entry: each, file: targetFileOf(dir, each.pack, hashes ?? {}) });
  // Patches to the edition before are listed no more: what they would save over a direct one is less than naming them costs everybody.
  const patches = await putPatches(dir, earlier.map((each) => baseOf(each)), baseOf(entry, packTarget.hashes), step);
  step('write index');
  const index = await putIndex(dir, { scope: settings.scope, editions: [...earlier, entry], patches: patches.listed });
  const listed = new Set(earlier.map((each) => each.pack));
  const kept = Object.fromEntries(Object.entries(targets).filter(([each]) => listed.has(each)));
  step('stage targets');
  await writeStaged(dir, 'targets', composeTargets({ ...kept, ...patches.targets, [path]: packTarget, [INDEX_PATH]: index }, published, settings, now));
  return { edition: header.edition, digest: header.digest, path, patches: patches.listed.length, without: patches.without };
}
