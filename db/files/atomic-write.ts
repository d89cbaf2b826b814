/**
 * Files that are either the old one or the new one, never half of each: written beside the
 * target, synced, renamed. Virus scanners and indexers hold files open for moments on
 * Windows, so rename and delete try again for a while.
 */
import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CodedError, type ErrorCode } from '../../shared/kernel/errors.ts';

const RETRY_CODES: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const RETRY_FOR_MS = 5_000;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;

/** The `code` of a Node error, or null for anything else. */
export function nodeErrorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The coded error for a failure to write; an error that is coded already stays as it is. */
export function toWriteError(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  const code = nodeErrorCode(error);
  const known: Readonly<Record<string, ErrorCode>> = {
    ENOSPC: 'disk-full', EDQUOT: 'disk-full', EROFS: 'folder-not-writable', EACCES: 'folder-not-writable',
    EPERM: 'folder-not-writable', ENOENT: 'folder-not-writable', ENOTDIR: 'folder-not-writable',
  };
  return new CodedError((code !== null && known[code]) || 'file-write-failed', {}, { cause: error });
}

/**
 * Runs `action`; while it fails with EPERM, EACCES or EBUSY, tries again for 5 seconds.
 * On systems where these errors do not pass by themselves, it fails at once.
 */
export async function retryWhileHeld<T>(
  action: () => Promise<T>,
  { platform = process.platform, forMs = RETRY_FOR_MS }: { readonly platform?: NodeJS.Platform; readonly forMs?: number } = {},
): Promise<T> {
  const until = performance.now() + (platform === 'win32' ? forMs : 0);
  let pauseMs = FIRST_PAUSE_MS;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (!RETRY_CODES.has(nodeErrorCode(error) ?? '') || performance.now() >= until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

/** Renames over whatever is there, with patience on Windows. */
export function renameOver(from: string, to: string): Promise<void> {
  return retryWhileHeld(() => rename(from, to));
}

/** Deletes a file if it is there, with patience on Windows. */
export function removeFile(path: string): Promise<void> {
  return retryWhileHeld(() => rm(path, { force: true }));
}

/** A fresh name beside `path`, so that the later rename stays within one file system. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Makes a rename itself survive a power cut, where folders can be synced (not on Windows). */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Syncs a finished temporary file and puts it in place of `path`. */
export async function putInPlace(temporary: string, path: string): Promise<void> {
  const handle = await open(temporary, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await renameOver(temporary, path);
  await syncFolder(dirname(path));
}

/**
 * Writes a whole file: `write` gets an open temporary file beside `path`; when it returns, the
 * file is synced and renamed into place. `mode` is for private files (0o600). After any failure `path` is as before and nothing is left over.
 * Errors: disk-full, folder-not-writable, file-write-failed, or what `write` throws as a CodedError.
 */
export async function writeFileAtomically(
  path: string,
  write: (file: FileHandle) => Promise<void>,
  { mode = 0o666 }: { readonly mode?: number } = {},
): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await write(file);
    } finally {
      await file.close();
    }
    await putInPlace(temporary, path);
  } catch (error) {
    // What failed first is told, also when the leftover cannot be removed for the same reason.
    await removeFile(temporary).catch(() => undefined);
    throw toWriteError(error);
  }
}
