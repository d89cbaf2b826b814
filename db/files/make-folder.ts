/** Folders that are still there after a power cut: making one changes the folder above it, which has to be synced itself. */
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { nodeErrorCode, syncFolder, toWriteError } from './atomic-write.ts';

/** Of a folder above ours that may not be opened or synced: it is as safe as its owner has made it. */
const NOT_OURS: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'EINVAL']);

/** Makes a folder with those above it, where they are not there. Errors: disk-full, folder-not-writable, file-write-failed. */
export async function makeFolder(path: string): Promise<void> {
  try {
    const first = await mkdir(path, { recursive: true });
    // One that is there may have been made by a program that was ended before it came to sync it.
    const last = resolve(first ?? path);
    for (let made = resolve(path); made.length >= last.length; made = dirname(made)) {
      await syncFolder(dirname(made)).catch((error: unknown) => {
        if (!NOT_OURS.has(nodeErrorCode(error) ?? '')) throw error;
      });
      if (dirname(made) === made) break;
    }
  } catch (error) {
    throw toWriteError(error);
  }
}
