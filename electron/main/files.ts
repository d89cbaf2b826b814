/** Places that the person chose in a dialog, and files dropped on the window, behind opaque handles: the page never learns a path. */
import { randomBytes } from 'node:crypto';
import { CodedError } from '../../shared/kernel/errors.ts';
import { writeFileAtomically } from '../../db/files/atomic-write.ts';

const MAX_WAITING = 20;

interface Place {
  readonly path: string;
  readonly use: 'save' | 'open';
}

export interface Files {
  /** `use` is what the handle is good for: a file that was opened is never written. */
  reserve(place: Place): string;
  /** True when there is a place to save to. */
  has(handle: string): boolean;
  /** Where a file that was opened lies. Error: file-handle-unknown. */
  locate(handle: string): string;
  /** Writes the file whole or not at all; the handle serves once. Errors: file-handle-unknown, file-write-failed, disk-full, folder-not-writable. */
  save(handle: string, bytes: Uint8Array): Promise<void>;
}

export function createFiles(): Files {
  const waiting = new Map<string, Place>();
  const placeOf = (handle: string, use: Place['use']): string => {
    const place = waiting.get(handle);
    if (place?.use !== use) throw new CodedError('file-handle-unknown');
    return place.path;
  };
  return {
    reserve: (place) => {
      const oldest = waiting.keys().next().value;
      if (waiting.size >= MAX_WAITING && oldest !== undefined) waiting.delete(oldest);
      const handle = randomBytes(32).toString('base64url');
      waiting.set(handle, place);
      return handle;
    },
    has: (handle) => waiting.get(handle)?.use === 'save',
    locate: (handle) => placeOf(handle, 'open'),
    save: async (handle, bytes) => {
      const path = placeOf(handle, 'save');
      await writeFileAtomically(path, async (file) => { await file.writeFile(bytes); });
      waiting.delete(handle);
    },
  };
}
