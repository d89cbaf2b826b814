/** Names that come from a repository, made safe before they touch a disk or an address. */
import { createHash } from 'node:crypto';
import { CodedError } from '../../shared/kernel/errors.ts';

const TOP_LEVEL: readonly string[] = ['root', 'timestamp', 'snapshot', 'targets'];
const LONGEST_NAME = 150;
const LONGEST_PATH = 500;
/** Names that Windows gives to devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** `encodeURIComponent` leaves some characters that a file system may not take. */
const percent = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A name of any kind as one file name that stays in its folder. */
function fileName(name: string, isTaken: boolean): string {
  const encoded = percent(name);
  if (encoded.length > LONGEST_NAME) return `%${createHash('sha256').update(name).digest('hex')}`;
  if (!isTaken && !DEVICE.test(encoded) && !encoded.startsWith('.')) return encoded;
  return `%${encoded.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}${encoded.slice(1)}`;
}

/**
 * The file in which trusted metadata of a role is kept. A role may be called anything ("../x", "ROOT"):
 * its name is encoded so that it stays in the folder and never is that of another role, also on a disk that takes ROOT for root.
 */
export function metadataFile(role: string): string {
  return `${fileName(role, !TOP_LEVEL.includes(role) && TOP_LEVEL.includes(role.toLowerCase()))}.json`;
}

/** The file in which a fetched target is kept, whatever folders its path names. */
export const targetFile = (path: string): string => fileName(path, false);

/** The name of a role within an address, one segment. */
export const roleInAddress = (role: string): string => encodeURIComponent(role.toWellFormed());

/**
 * Checks a target's path: parts with forward slashes, none of which is empty, hidden, a step up, a drive, a stream or a device.
 * Errors: update-name.
 */
export function checkTargetPath(path: string): readonly string[] {
  const parts = path.split('/');
  const isBad = (part: string) => part === '' || part.startsWith('.') || /[\u0000-\u001f\u007f\\:*?"<>|]/.test(part) || /[ .]$/.test(part) || DEVICE.test(part);
  if (path.length > LONGEST_PATH || !path.isWellFormed() || parts.some(isBad)) throw new CodedError('update-name');
  return parts;
}

/** A path within an address: what has a meaning of its own there is encoded, slashes stay. */
export const pathInAddress = (path: string): string => encodeURI(path.toWellFormed()).replaceAll(/[?#]/g, encodeURIComponent);

/** Where the repository has a target, from the base of its targets: with the hash before the name when it keeps several versions side by side. */
export function targetAddress(path: string, hashes: Readonly<Record<string, string>>, consistentSnapshot: boolean): string {
  const parts = checkTargetPath(path);
  const [hash] = Object.values(hashes);
  const name = parts.at(-1) ?? '';
  if (hash !== undefined && !/^[0-9a-f]{1,256}$/.test(hash)) throw new CodedError('update-name');
  return pathInAddress([...parts.slice(0, -1), consistentSnapshot && hash !== undefined ? `${hash}.${name}` : name].join('/'));
}
