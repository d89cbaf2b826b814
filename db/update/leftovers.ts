/** What updates that were stopped leave in their folder. A pack may be large, and a disk that is full has to be able to get out of it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFile } from '../files/atomic-write.ts';
import { removeTemporaries } from '../files/remove-temporaries.ts';
import { ROOTS_FOLDER } from './trust-folder.ts';

/** Whole files, and parts of files, that were fetched on the way to an edition. */
const FETCHED = /^(?:fetched.*\.(?:pack|patch)|\..+\.part)$/;

/** Before an update: files whose writing was stopped. Parts stay, as the update may go on with them. */
export async function removeHalfWritten(folder: string): Promise<void> {
  await removeTemporaries(folder);
  await removeTemporaries(join(folder, 'trusted'));
  await removeTemporaries(join(folder, ROOTS_FOLDER));
}

/** When the newest edition is here: nothing that was fetched is needed any more, for whichever edition it was. */
export async function removeFetched(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (FETCHED.test(name)) await removeFile(join(folder, name)).catch(() => undefined);
  }
}
