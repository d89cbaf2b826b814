/**
 * A signed file onto the disk. It grows in a part file that outlives a cut, a crash or a pulled stick and goes on from there;
 * what counts is the hash of the whole, so a part that somebody else began wrongly is found out and begun anew.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TargetFile } from '@tufjs/models';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode, putInPlace, removeFile, toWriteError } from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';
import { receive, type Receiving } from './receive.ts';
import { mayPass, withRetries } from './retry.ts';

/** Hashes that count; one of them has to be among the signed ones. */
const STRONG: readonly string[] = ['sha256', 'sha384', 'sha512'];
const PART_NAME = 32;

/** What is signed of a file. */
export type Signed = Pick<TargetFile, 'length' | 'hashes'>;

/** Begins all signed hashes. Errors: update-metadata-invalid for one that is unknown, or when none is strong enough. */
function beginHashes({ hashes }: Signed): Map<string, Hash> {
  const names = Object.keys(hashes);
  try {
    if (names.some((name) => STRONG.includes(name))) return new Map(names.map((name) => [name, createHash(name)]));
  } catch (cause) {
    throw new CodedError('update-metadata-invalid', { role: 'targets', reason: 'hash' }, { cause });
  }
  throw new CodedError('update-metadata-invalid', { role: 'targets', reason: 'hash' });
}

const fits = (running: ReadonlyMap<string, Hash>, { hashes }: Signed): boolean => [...running].every(([name, hash]) => hash.digest('hex') === hashes[name]);

/** True when the file is there and is the one that is signed. */
export async function isAsSigned(path: string, signed: Signed): Promise<boolean> {
  const hashes = beginHashes(signed);
  try {
    if ((await stat(path)).size !== signed.length) return false;
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) for (const hash of hashes.values()) hash.update(chunk as Buffer);
  } catch (error) {
    if (nodeErrorCode(error) === null) throw error;
    return false;
  }
  return fits(hashes, signed);
}

/** The part file of a target: named by its hash, so that a part of another file is never gone on with. */
function partFile(folder: string, { hashes }: Signed): string {
  const name = STRONG.map((each) => hashes[each]).find((value) => value !== undefined && /^[0-9a-f]{64,128}$/.test(value));
  if (name === undefined) throw new CodedError('update-metadata-invalid', { role: 'targets', reason: 'hash' });
  return join(folder, `.${name.slice(0, PART_NAME)}.part`);
}

async function hashStart(path: string, hashes: ReadonlyMap<string, Hash>, length: number): Promise<number> {
  const { size } = await stat(path);
  if (size > length) return 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) for (const hash of hashes.values()) hash.update(chunk as Buffer);
  return size;
}

/** The hashes of what is kept already, and its length; nothing when there is no part that could be gone on with. */
async function resume(part: string, signed: Signed): Promise<{ hashes: Map<string, Hash>; from: number }> {
  const hashes = beginHashes(signed);
  try {
    const from = await hashStart(part, hashes, signed.length);
    return from > 0 ? { hashes, from } : { hashes: beginHashes(signed), from };
  } catch (error) {
    if (nodeErrorCode(error) === null) throw error;
    return { hashes: beginHashes(signed), from: 0 };
  }
}

async function append(receiving: Receiving, address: string, signed: Signed, part: string): Promise<{ whole: boolean; resumed: boolean }> {
  const begun = await resume(part, signed);
  let { hashes } = begun;
  let resumed = begun.from > 0;
  const file: FileHandle = await open(part, resumed ? 'r+' : 'w').catch((error: unknown) => { throw toWriteError(error); });
  try {
    if (begun.from < signed.length || signed.length === 0) {
      const pieces = receive(receiving, { path: address, from: begun.from, exact: signed.length, ceiling: receiving.limits.targetBytes });
      for await (const { bytes, at } of pieces) {
        if (at === 0 && resumed) {
          // The origin began at the start although it was asked for the middle.
          await file.truncate(0);
          [hashes, resumed] = [beginHashes(signed), false];
        }
        for (const hash of hashes.values()) hash.update(bytes);
        await file.write(bytes, 0, bytes.length, at).catch((error: unknown) => { throw toWriteError(error); });
      }
    }
    return { whole: fits(hashes, signed), resumed };
  } finally {
    await file.close();
  }
}

/**
 * Fetches a signed file to `out`, going on with a part that is there; gives the bytes' path. `address` is where the origin has it.
 * Errors: those of `receive`, update-target-changed, update-metadata-invalid, disk-full, folder-not-writable, file-write-failed.
 */
export async function fetchTarget(receiving: Receiving, address: string, signed: Signed, out: string): Promise<string> {
  const folder = dirname(out);
  const part = partFile(folder, signed);
  if (signed.length > receiving.limits.targetBytes) throw new CodedError('update-endless');
  await makeFolder(folder);
  try {
    const got = await withRetries(receiving.limits, receiving.signal, async () => {
      const first = await append(receiving, address, signed, part);
      if (first.whole || !first.resumed) return first;
      // The part was not of this file after all.
      await removeFile(part);
      return append(receiving, address, signed, part);
    });
    if (!got.whole) throw new CodedError('update-target-changed');
    await putInPlace(part, out).catch((error: unknown) => { throw toWriteError(error); });
    return out;
  } catch (error) {
    // Only what a later try can go on with is kept; a part of something wrong is not.
    const isKept = mayPass(error) || (error instanceof CodedError && error.code === 'cancelled');
    if (!isKept) await removeFile(part).catch(() => undefined);
    throw error;
  }
}
