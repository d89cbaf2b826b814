/** Places that the person chose in a dialog, behind opaque handles: the page never learns a path. */
import { randomBytes } from 'node:crypto';
import { CodedError } from '../../shared/kernel/errors.ts';
import { writeFileAtomically } from '../../db/files/atomic-write.ts';

const MAX_WAITING = 20;

export interface Files {
  reserve(path: string): string;
  has(handle: string): boolean;
  /** Where a file that was opened lies. Error: file-handle-unknown. */
  locate(handle: string): string;
  /** Writes the file whole or not at all; the handle serves once. Errors: file-handle-unknown, file-write-failed, disk-full, folder-not-writable. */
  save(handle: string, bytes: Uint8Array): Promise<void>;
}

export function createFiles(): Files {
  const waiting = new Map<string, string>();
  return {
    reserve: (path) => {
      const oldest = waiting.keys().next().value;
      if (waiting.size >= MAX_WAITING && oldest !== undefined) waiting.delete(oldest);
      const handle = randomBytes(32).toString('base64url');
      waiting.set(handle, path);
      return handle;
    },
    has: (handle) => waiting.has(handle),
    locate: (handle) => {
      const path = waiting.get(handle);
      if (path === undefined) throw new CodedError('file-handle-unknown');
      return path;
    },
    save: async (handle, bytes) => {
      const path = waiting.get(handle);
      if (path === undefined) throw new CodedError('file-handle-unknown');
      await writeFileAtomically(path, async (file) => { await file.writeFile(bytes); });
      waiting.delete(handle);
    },
  };
}
