/** Folders that the person named by typing where they are on this computer, behind opaque handles. */
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { newSecret } from './guard.ts';

const MOST = 20;

export interface TypedFolders {
  /** Errors: not-available-here (nothing was typed), update-unreachable (there is no such folder). */
  reserve(typed: string | null): Promise<string>;
  locate(handle: string): string | null;
}

export function createTypedFolders(): TypedFolders {
  const known = new Map<string, string>();
  return {
    reserve: async (typed) => {
      if (typed === null) throw new CodedError('not-available-here');
      // As it comes from a file manager: with quotes, or with the home folder's short name.
      const plain = typed.trim().replace(/^(["'])(.*)\1$/, '$2');
      const path = plain.startsWith('~/') ? join(homedir(), plain.slice(2)) : plain;
      const isFolder = isAbsolute(path) && (await stat(path).then((found) => found.isDirectory(), () => false));
      if (!isFolder) throw new CodedError('update-unreachable', { reason: 'folder' });
      const [oldest] = known.keys();
      if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
      const handle = newSecret();
      known.set(handle, path);
      return handle;
    },
    locate: (handle) => known.get(handle) ?? null,
  };
}
