/** Patches that the edition in use came by: kept, so that this computer can put them on a stick for another. */
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toWriteError } from '../files/atomic-write.ts';

/** In the folder of updates. */
export const PATCHES_FOLDER = 'patches';

/** Keeps these and forgets those of before. Errors: those of writing. */
export async function keepPatches(folder: string, files: readonly string[]): Promise<void> {
  const kept = join(folder, PATCHES_FOLDER);
  try {
    await rm(kept, { recursive: true, force: true });
    await mkdir(kept);
    for (const [at, file] of files.entries()) await rename(file, join(kept, `${at + 1}.patch`));
  } catch (error) {
    throw toWriteError(error);
  }
}
