/** What the library of The Update Framework says, as codes of ours. */
import { LengthOrHashMismatchError, UnsignedMetadataError } from '@tufjs/models/dist/error.js';
import { BadVersionError, ExpiredMetadataError, RepositoryError } from 'tuf-js/dist/error.js';
import { CodedError, type ErrorCode } from '../../shared/kernel/errors.ts';

function codeOf(error: unknown, role: string): ErrorCode {
  if (error instanceof ExpiredMetadataError) return 'update-expired';
  if (error instanceof UnsignedMetadataError) return 'update-signature';
  if (error instanceof LengthOrHashMismatchError) return 'update-mixed';
  // The library has one class for both; only its words tell a step back from parts that do not belong together.
  if (error instanceof BadVersionError) return role !== 'root' && /less than/.test(error.message) ? 'update-rolled-back' : 'update-mixed';
  if (error instanceof RepositoryError && error.message.includes('in new snapshot')) return 'update-rolled-back';
  if (error instanceof RepositoryError && error.message.startsWith('Missing')) return 'update-mixed';
  return 'update-metadata-invalid';
}

/** A role as it may be told: names come from outside, so only those of the four are. */
export const toldRole = (role: string): string => (['root', 'timestamp', 'snapshot', 'targets'].includes(role) ? role : 'delegated');

/** The coded error for metadata of `role` that was refused. */
export function refusalOf(error: unknown, role: string): CodedError {
  return error instanceof CodedError ? error : new CodedError(codeOf(error, role), { role: toldRole(role) }, { cause: error });
}
