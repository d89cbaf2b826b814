/** A pack into the repository: its file, the new list of editions, and targets that wait for their signature. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TargetFile } from '@tufjs/models';
import { CodedError } from '../../shared/kernel/errors.ts';
import { putInPlace, removeFile, temporaryBeside, toWriteError } from '../files/atomic-write.ts';
import { readPack } from '../pack/pack-reader.ts';
import { INDEX_PATH, indexBytes, parseIndex, type EditionIndex } from '../update/edition-index.ts';
import { composeTargets } from './compose.ts';
import { publishWhole, targetFileOf, type Step } from './publish.ts';
import { readPublished, readSettings, readStaged, writeStaged, writeWhole, type Store } from './repository.ts';

/** The edition in force and the eight before it; of older ones the packs are listed no more. */
const EDITIONS_KEPT = 9;
const DIGEST_PREFIX = 16;
const plain = (text: string): string => text.replaceAll(/[^A-Za-z0-9-]/g, '-');

async function targetOf(path: string, file: string): Promise<TargetFile> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return new TargetFile({ path, length: (await stat(file)).size, hashes: { sha256: hash.digest('hex') } });
}

/** Copies a pack beside its place, looks at what arrived, and puts it there under its hash. */
async function putPack(dir: string, path: string, pack: string): Promise<TargetFile> {
  const temporary = temporaryBeside(targetFileOf(dir, path, { sha256: '0' }));
  try {
    await mkdir(dirname(temporary), { recursive: true });
    await copyFile(pack, temporary);
    const target = await targetOf(path, temporary);
    await putInPlace(temporary, targetFileOf(dir, path, target.hashes));
    return target;
  } catch (error) {
    await removeFile(temporary).catch(() => undefined);
    throw toWriteError(error);
  }
}

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

/**
 * Adds an edition; what is public stays as it is until targets, snapshot and timestamp are signed.
 * Errors: those of `readPack`, repository-missing, repository-damaged, repository-scope, repository-edition-known, and those of writing.
 */
export async function addEdition(dir: string, pack: string, now: Date, step: Step = () => undefined): Promise<{ readonly edition: string; readonly digest: string; readonly path: string }> {
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
  const packTarget = await putPack(dir, path, pack);
  const entry = { edition: header.edition, name: header.name, digest: header.digest, pack: path, bytes: packTarget.length };
  const editions = [...before.editions, entry].slice(-EDITIONS_KEPT);
  step('write index');
  const index = await putIndex(dir, { scope: settings.scope, editions });
  const listed = new Set(editions.map((each) => each.pack));
  const kept = Object.entries((staged.targets ?? published.targets)?.metadata.signed.targets ?? {}).filter(([each]) => listed.has(each));
  step('stage targets');
  await writeStaged(dir, 'targets', composeTargets({ ...Object.fromEntries(kept), [path]: packTarget, [INDEX_PATH]: index }, published, settings, now));
  return { edition: header.edition, digest: header.digest, path };
}
