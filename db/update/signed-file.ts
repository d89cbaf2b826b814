/** A file that the repository signs, in a folder of ours. */
import { CodedError } from '../../shared/kernel/errors.ts';
import { fetchTarget, isAsSigned } from './fetch-target.ts';
import { targetAddress } from './names.ts';
import type { Receiving } from './receive.ts';
import type { Trust } from './trust.ts';

/** Fetches it when it is not there as it is signed. Errors: update-target-missing, update-endless, and those of `fetchTarget`. */
export async function signedFile(trust: Trust, receiving: Receiving, path: string, out: string, ceiling: number): Promise<void> {
  const target = await trust.find(path);
  if (target === null) throw new CodedError('update-target-missing');
  if (target.length > ceiling) throw new CodedError('update-endless');
  if (await isAsSigned(out, target)) return;
  await fetchTarget(receiving, `targets/${targetAddress(path, target.hashes, trust.consistentSnapshot)}`, target, out);
}
