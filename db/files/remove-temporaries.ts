/** What a write that was stopped left behind. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFile } from './atomic-write.ts';

/** The names that `temporaryBeside` gives. */
const TEMPORARY = /^\..+\.[0-9a-f]{12}\.tmp$/;

/** Removes temporary files from a folder in which nobody else writes now; what is held open stays for the next time. */
export async function removeTemporaries(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (TEMPORARY.test(name)) await removeFile(join(folder, name)).catch(() => undefined);
  }
}
