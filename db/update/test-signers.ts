/** Keys of every kind that the client reads, and metadata signed with them, for tests. */
import { constants, createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Canonical JSON as The Update Framework signs it: sorted keys, only quotes and backslashes escaped. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${canonical(key)}:${canonical(each)}`).join(',')}}`;
  }
  return String(value);
}

export interface KeyJson {
  keytype: string;
  scheme: string;
  keyval: { public: string };
  [extra: string]: unknown;
}

export interface Signer {
  readonly keyid: string;
  readonly key: KeyJson;
  readonly sign: (bytes: Buffer) => string;
}

export type KeyKind = 'ed25519' | 'ecdsa' | 'rsa';

const pem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

function signerOf(key: KeyJson, signWith: (bytes: Buffer) => Buffer): Signer {
  return { keyid: createHash('sha256').update(canonical(key)).digest('hex'), key, sign: (bytes) => signWith(bytes).toString('hex') };
}

/** A fresh key. */
export function newSigner(kind: KeyKind = 'ed25519'): Signer {
  if (kind === 'ed25519') {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
    return signerOf({ keytype: 'ed25519', scheme: 'ed25519', keyval: { public: raw } }, (bytes) => sign(null, bytes, privateKey));
  }
  if (kind === 'ecdsa') {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    return signerOf({ keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval: { public: pem(publicKey) } }, (bytes) => sign('sha256', bytes, privateKey));
  }
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return signerOf({ keytype: 'rsa', scheme: 'rsassa-pss-sha256', keyval: { public: pem(publicKey) } }, (bytes) => sign('sha256', bytes, { key: privateKey, ...padding }));
}

export interface Metadata<T> {
  signed: T;
  signatures: { keyid: string; sig: string }[];
}

/** The signatures of some keys over what is to be signed. */
export const signaturesOf = (signed: unknown, signers: Iterable<Signer>): { keyid: string; sig: string }[] => {
  const bytes = Buffer.from(canonical(signed));
  return [...signers].map(({ keyid, sign: signWith }) => ({ keyid, sig: signWith(bytes) }));
};
