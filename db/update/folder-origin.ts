/** A repository in a folder or on a stick, which may be pulled out at any block. */
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode } from '../files/atomic-write.ts';
import type { OpenedFile, Origin } from './origin.ts';

const READ_BYTES = 256 * 1024;

/** A folder that is gone (the stick is out) is another thing than a file that is missing in it. */
async function isThere(folder: string): Promise<boolean> {
  try {
    const handle = await open(folder, 'r');
    await handle.close();
    return true;
  } catch (error) {
    // Windows opens no folder, but says EISDIR or EPERM only of one that is there.
    return ['EISDIR', 'EPERM'].includes(nodeErrorCode(error) ?? '');
  }
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR', 'EINVAL'].includes(nodeErrorCode(error) ?? '');

/** A file that the repository holds under the name in the address, or under what that name says: a plain copy and a copy by a browser differ in this. */
async function openFile(base: string, path: string): Promise<FileHandle> {
  const parts = path.split('/');
  const plain = parts.map(decodeURIComponent);
  if (parts.some((part) => part === '' || part === '.' || part === '..')) throw new CodedError('update-name');
  // A part that is more than one name is never taken apart.
  const isOneName = plain.every((part) => part !== '' && part !== '.' && part !== '..' && !/[/\\\0]/.test(part));
  try {
    return await open(join(base, ...parts), 'r').catch((error: unknown) => {
      if (isOneName && isMissing(error)) return open(join(base, ...plain), 'r');
      throw error;
    });
  } catch (cause) {
    if (isMissing(cause) && (await isThere(base))) throw new CodedError('update-missing', {}, { cause });
    throw new CodedError('update-unreachable', { reason: nodeErrorCode(cause) ?? 'unknown' }, { cause });
  }
}

async function* pieces(file: FileHandle, from: number, size: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for (let at = from; at < size;) {
      signal.throwIfAborted();
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(READ_BYTES, size - at)), 0, Math.min(READ_BYTES, size - at), at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (cause) {
    if (signal.aborted || cause instanceof CodedError) throw cause;
    throw new CodedError('update-cut', { reason: nodeErrorCode(cause) ?? 'unknown' }, { cause });
  }
}

async function openIn(base: string, path: string, from: number, signal: AbortSignal): Promise<OpenedFile> {
  const file = await openFile(base, path);
  // A stick that is gone cannot be closed either; there is nothing left to lose.
  const close = () => file.close().catch(() => undefined);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new CodedError('update-missing');
    const start = from <= stat.size ? from : 0;
    return { from: start, total: stat.size, chunks: pieces(file, start, stat.size, signal), close };
  } catch (error) {
    await close();
    if (error instanceof CodedError) throw error;
    throw new CodedError('update-unreachable', { reason: nodeErrorCode(error) ?? 'unknown' }, { cause: error });
  }
}

/** Errors: update-missing, update-unreachable (the folder itself is gone), update-cut. */
export function folderOrigin(base: string): Origin {
  return { way: 'folder', open: (path, { from, signal }) => openIn(base, path, from, signal) };
}
