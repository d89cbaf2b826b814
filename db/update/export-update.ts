/**
 * What this computer trusts and has in use, written to a folder or stick as a repository that another computer takes it from. It is made
 * of files whose signatures were checked when they came, each compared again with its signed hash; files are written first and the
 * timestamp last, so that a stick that is pulled holds the repository that was on it before, or one that is refused in words.
 */
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../shared/kernel/errors.ts';
import { toWriteError, writeFileAtomically } from '../files/atomic-write.ts';
import { REFERENCE_FOLDER } from '../reference/ensure-reference.ts';
import { SHIPPED } from '../reference/shipped.ts';
import { INDEX_PATH, parseIndex } from './edition-index.ts';
import type { Folders } from './edition-in-use.ts';
import { isAsSigned } from './fetch-target.ts';
import { PATCHES_FOLDER } from './kept-patches.ts';
import { UPDATES_FOLDER } from './look-for-update.ts';
import { metadataFolder } from './metadata-folder.ts';
import { targetAddress } from './names.ts';
import { ROOTS_FOLDER } from './trust-folder.ts';
import { lockFileOf, withUpdateLock } from './update-lock.ts';

const versions = z.object({ signed: z.object({ version: z.number().int() }) });
const listed = z.object({ signed: z.object({ targets: z.record(z.string(), z.object({ length: z.number().int(), hashes: z.record(z.string(), z.string()) })) }) });
const rootSays = z.object({ signed: z.object({ consistent_snapshot: z.boolean() }) });

export interface Exported {
  /** The edition that a computer takes from there. */
  readonly edition: string;
  readonly files: number;
  readonly bytes: number;
  /** True when its whole pack is there, so that any computer can take it; else only those that have an edition which a patch leads from. */
  readonly hasPack: boolean;
}

const jsonOf = <T>(schema: z.ZodType<T>, bytes: Buffer): T => schema.parse(JSON.parse(bytes.toString('utf8')));
const filesIn = async (folder: string, ending: string): Promise<string[]> => (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));

async function copyTo(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true }).catch((error: unknown) => { throw toWriteError(error); });
  await writeFileAtomically(to, async (file) => {
    for await (const piece of createReadStream(from, { highWaterMark: 1024 * 1024 })) await file.writeFile(piece as Buffer);
  });
}

async function write(folders: Folders, out: string): Promise<Exported> {
  const folder = join(folders.dataDir, UPDATES_FOLDER);
  const kept = metadataFolder(join(folder, 'trusted'));
  const [root, targets, snapshot, timestamp] = await Promise.all(['root', 'targets', 'snapshot', 'timestamp'].map((role) => kept.read(role)));
  const index = await readFile(join(folder, INDEX_PATH)).catch(() => null);
  if (!root || !targets || !snapshot || !timestamp || !index) throw new CodedError('update-nothing-kept');
  const { signed } = jsonOf(listed, targets);
  const consistent = jsonOf(rootSays, root).signed.consistent_snapshot;
  const reference = join(folders.dataDir, REFERENCE_FOLDER);
  const here = [join(folder, INDEX_PATH), ...(await filesIn(reference, '.pack')), ...(await filesIn(join(folder, PATCHES_FOLDER), '.patch')), join(folders.resourcesDir, SHIPPED.pack)];
  const found = new Map<string, string>();
  for (const [path, target] of Object.entries(signed.targets)) {
    for (const file of here) if (!found.has(path) && (await isAsSigned(file, target))) found.set(path, file);
  }
  const { editions, patches } = parseIndex(index);
  const newest = editions.at(-1);
  const hasPack = newest !== undefined && found.has(newest.pack);
  const hasPatch = patches.some(({ to, patch }) => to === newest?.digest && found.has(patch));
  // Metadata alone would promise an edition that is not there.
  if (newest === undefined || !found.has(INDEX_PATH) || !(hasPack || hasPatch)) throw new CodedError('update-nothing-kept');
  let bytes = 0;
  for (const [path, file] of found) {
    const target = signed.targets[path];
    if (target === undefined) continue;
    await copyTo(file, join(out, 'targets', ...targetAddress(path, target.hashes, consistent).split('/').map(decodeURIComponent)));
    bytes += target.length;
  }
  const roots = await filesIn(join(folder, ROOTS_FOLDER), '.root.json');
  const number = (file: Buffer): string => (consistent ? `${jsonOf(versions, file).signed.version}.` : '');
  const metadata: (readonly [string, Buffer])[] = [[`${number(targets)}targets.json`, targets], [`${number(snapshot)}snapshot.json`, snapshot], ['timestamp.json', timestamp]];
  for (const file of roots) metadata.unshift([`${jsonOf(versions, await readFile(file)).signed.version}.root.json`, await readFile(file)]);
  await mkdir(join(out, 'metadata'), { recursive: true }).catch((error: unknown) => { throw toWriteError(error); });
  for (const [name, content] of metadata) {
    await writeFileAtomically(join(out, 'metadata', name), async (file) => { await file.writeFile(content); });
    bytes += content.length;
  }
  return { edition: newest.edition, files: found.size + metadata.length, bytes, hasPack };
}

/** Writes to `out`, over an older one that is there. Errors: update-nothing-kept, update-busy, disk-full, folder-not-writable, file-write-failed. */
export const exportUpdate = (folders: Folders, out: string): Promise<Exported> => withUpdateLock(lockFileOf(folders.dataDir), () => write(folders, out));
