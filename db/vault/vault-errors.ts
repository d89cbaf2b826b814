/** What Node and SQLite say, in the codes of the vault. */
import { CodedError, type ErrorCode } from '../../shared/kernel/errors.ts';
import { nodeErrorCode } from '../files/atomic-write.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'vault-disk-full', EDQUOT: 'vault-disk-full',
  EROFS: 'vault-read-only', EACCES: 'vault-read-only', EPERM: 'vault-read-only',
  'disk-full': 'vault-disk-full', 'folder-not-writable': 'vault-read-only',
};
/** By prefix: SQLite has extended codes such as SQLITE_IOERR_WRITE. */
const SQLITE_CODES: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_FULL', 'vault-disk-full'], ['SQLITE_READONLY', 'vault-read-only'], ['SQLITE_PERM', 'vault-read-only'],
  ['SQLITE_BUSY', 'vault-open-elsewhere'], ['SQLITE_LOCKED', 'vault-open-elsewhere'],
  ['SQLITE_CORRUPT', 'vault-damaged'], ['SQLITE_NOTADB', 'vault-damaged'],
  ['SQLITE_CONSTRAINT', 'conflict'],
  // A stick that was pulled or a disk that fails. The file itself may be well, so this is not called damage.
  ['SQLITE_IOERR', 'file-write-failed'], ['SQLITE_CANTOPEN', 'file-write-failed'],
];

/** Any other word of the operating system: a stick that is gone, a file where a folder belongs. Mistakes of ours are `ERR_…`. */
const SYSTEM_ERROR = /^E[A-Z0-9]+$/;

/** The coded error for a failure inside the vault; an error nobody expected stays as it is. */
export function toVaultError(error: unknown): unknown {
  if (error instanceof CodedError) {
    const known = CODES[error.code];
    return known ? new CodedError(known, {}, { cause: error }) : error;
  }
  const code = nodeErrorCode(error);
  if (code === null) return error;
  const found = CODES[code] ?? SQLITE_CODES.find(([prefix]) => code.startsWith(prefix))?.[1] ?? (SYSTEM_ERROR.test(code) ? 'file-write-failed' : undefined);
  if (found === undefined) return error;
  return new CodedError(found, found === 'vault-damaged' ? { part: 'database' } : {}, { cause: error });
}
