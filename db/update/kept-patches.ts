/** Patches that the edition in use came by: kept, so that this computer can put them on a stick for another. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode, putInPlace, removeFile } from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';

/** In the folder of updates. */
export const PATCHES_FOLDER = 'patches';

/** Keeps these and forgets those of before. What cannot be kept is missing from a stick and hinders no update. */
export async function keepPatches(folder: string, files: readonly string[]): Promise<void> {
  const kept = join(folder, PATCHES_FOLDER);
  try {
    await makeFolder(kept);
    for (const name of await readdir(kept)) await removeFile(join(kept, name));
    for (const [at, file] of files.entries()) await putInPlace(file, join(kept, `${at + 1}.patch`));
  } catch (error) {
    if (!(error instanceof CodedError) && nodeErrorCode(error) === null) throw error;
  }
}
