/**
 * What says whom to trust and where updates come from: files that ship, or that a school's IT person places. In the data folder they
 * count before those beside the program. Nothing in them is secret; a false address can only send where signatures fail.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode } from '../files/atomic-write.ts';
import type { Folders } from './edition-in-use.ts';
import { baseAddress } from './https-origin.ts';
import { trustRoot } from './trust.ts';

/** The root to trust, and one line with the address, each in the data folder or in the resources. */
export const PLACED = { root: ['trust', 'root.json'], address: ['trust', 'address.txt'] } as const;
const LONGEST_ADDRESS = 300;

const placesOf = ({ dataDir, resourcesDir }: Folders, file: readonly string[]): readonly string[] => [join(dataDir, ...file), join(resourcesDir, ...file)];
const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(nodeErrorCode(error) ?? '');

/** The bytes of the first root there is, of a file that is named or of those placed. Errors: update-no-root, update-root-invalid (it cannot be read). */
export async function findRoot(folders: Folders, rootFile?: string): Promise<Buffer> {
  for (const path of rootFile === undefined ? placesOf(folders, PLACED.root) : [rootFile]) {
    try {
      return await readFile(path);
    } catch (cause) {
      if (!isMissing(cause)) throw new CodedError('update-root-invalid', {}, { cause });
    }
  }
  throw new CodedError('update-no-root');
}

export interface DescribedRoot {
  /** SHA-256 of the file in groups of four, to be compared with what the publisher says by another way. */
  readonly fingerprint: string;
  /** Until when it is good, UTC. */
  readonly expires: string;
  /** Signatures that a new root needs, of so many keys. */
  readonly threshold: number;
  readonly keys: number;
}

/** What a root says of itself. Errors: update-root-invalid. */
export function describeRoot(bytes: Buffer): DescribedRoot {
  const { signed } = trustRoot(bytes, new Date(0)).root;
  const root = signed.roles['root'];
  return {
    fingerprint: createHash('sha256').update(bytes).digest('hex').replaceAll(/.{4}(?=.)/g, '$& '),
    expires: signed.expires, threshold: root?.threshold ?? 0, keys: root?.keyIDs.length ?? 0,
  };
}

export interface PlacedAddress {
  readonly address: string;
  readonly by: 'placed' | 'app';
}

/** The address that was placed or shipped; null when there is none. Errors: update-address (there is one, and it is none). */
export async function findAddress(folders: Folders): Promise<PlacedAddress | null> {
  for (const [at, path] of placesOf(folders, PLACED.address).entries()) {
    try {
      const [line = ''] = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/, 1);
      if (line.length > LONGEST_ADDRESS) throw new CodedError('update-address');
      return { address: baseAddress(line.trim()).href, by: at === 0 ? 'placed' : 'app' };
    } catch (error) {
      if (!isMissing(error)) throw error instanceof CodedError ? error : new CodedError('update-address', {}, { cause: error });
    }
  }
  return null;
}
