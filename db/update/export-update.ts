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
import { INDEX_PATH, parseIndex, type EditionIndex, type IndexedEdition } from './edition-index.ts';
import type { Folders } from './edition-in-use.ts';
import { cheapestWay, patchesAlong } from './fetch-edition.ts';
import { isAsSigned } from './fetch-target.ts';
import { PATCHES_FOLDER } from './kept-patches.ts';
import { UPDATES_FOLDER } from './look-for-update.ts';
import { metadataFolder } from './metadata-folder.ts';
import { targetAddress } from './names.ts';
import { ROOTS_FOLDER } from './trust-folder.ts';
import { lockFileOf, withUpdateLock } from './update-lock.ts';

/** FAT32 takes one byte less than 4 GiB a file, and names of 255 characters. */
const FAT_FILE_BYTES = 4 * 1024 ** 3 - 1;
const FAT_NAME = 255;
/** Letters of a digest that name an edition; fewer may be those of another. */
const DIGEST_START = 8;

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

export interface ExportAsked {
  /** What the other computer has, by the edition's name or the start of its digest; null: nobody knows. */
  readonly forEdition?: string | null;
  readonly largestFile?: number;
}

/**
 * Paths of what the other computer needs. One that has an edition which patches lead on from lacks these alone, and one that has the
 * newest lacks nothing but signatures with later dates. Any other one needs the whole pack; the patches are few bytes beside it.
 */
function wantedOf(index: EditionIndex, newest: IndexedEdition, forEdition: string | null, isHere: (path: string) => boolean): ReadonlySet<string> {
  const other = forEdition === null ? undefined : index.editions.findLast(({ edition, digest }) => edition === forEdition || (forEdition.length >= DIGEST_START && digest.startsWith(forEdition)));
  const way = other && cheapestWay(index, newest, other.digest);
  const patches = other && way?.way === 'patches' ? patchesAlong(index, other.digest, way.digests) : [];
  if (way?.way === 'none' || (patches.length > 0 && patches.every(isHere))) return new Set([INDEX_PATH, ...patches]);
  return new Set([INDEX_PATH, newest.pack, ...(forEdition === null ? index.patches.map(({ patch }) => patch) : [])]);
}

/** Where a file of the repository goes on the stick. Errors: update-name, update-stick-file. */
function stickNames(path: string, { length, hashes }: { readonly length: number; readonly hashes: Readonly<Record<string, string>> }, consistent: boolean, most: number): readonly string[] {
  const names = targetAddress(path, hashes, consistent).split('/').map(decodeURIComponent);
  if (names.some((name) => name.length > FAT_NAME)) throw new CodedError('update-name');
  if (length > most) throw new CodedError('update-stick-file', { bytes: length, most });
  return names;
}

async function write(folders: Folders, out: string, { forEdition = null, largestFile = FAT_FILE_BYTES }: ExportAsked): Promise<Exported> {
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
  const list = parseIndex(index);
  const newest = list.editions.at(-1);
  const hasPatch = list.patches.some(({ to, patch }) => to === newest?.digest && found.has(patch));
  // Metadata alone would promise an edition that is not there.
  if (newest === undefined || !found.has(INDEX_PATH) || !(found.has(newest.pack) || hasPatch)) throw new CodedError('update-nothing-kept');
  const wanted = wantedOf(list, newest, forEdition, (path) => found.has(path));
  const files = [...found].flatMap(([path, file]) => {
    const target = signed.targets[path];
    return target && wanted.has(path) ? [{ path, file, bytes: target.length, names: stickNames(path, target, consistent, largestFile) }] : [];
  });
  // The whole pack was wanted and patches are all that is here: for another edition than the one they lead from.
  if (forEdition !== null && wanted.has(newest.pack) && !found.has(newest.pack)) throw new CodedError('update-nothing-kept');
  let bytes = 0;
  for (const each of files) {
    await copyTo(each.file, join(out, 'targets', ...each.names));
    bytes += each.bytes;
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
  return { edition: newest.edition, files: files.length + metadata.length, bytes, hasPack: files.some(({ path }) => path === newest.pack) };
}

/**
 * Writes to `out`, over an older one that is there. Errors: update-nothing-kept, update-stick-file and update-name before anything is
 * written, update-busy, disk-full, folder-not-writable, file-write-failed.
 */
export const exportUpdate = (folders: Folders, out: string, asked: ExportAsked = {}): Promise<Exported> => withUpdateLock(lockFileOf(folders.dataDir), () => write(folders, out, asked));
