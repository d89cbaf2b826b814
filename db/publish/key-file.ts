/**
 * A signing key as a file: the public half readable, the private half sealed with a passphrase (scrypt, AES-256-GCM),
 * so that a root key can lie in a drawer on a stick that is not itself a secret.
 */
import { createCipheriv, createDecipheriv, createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, scryptSync, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Key, Signature } from '@tufjs/models';
import { z } from 'zod';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode, writeFileAtomically } from '../files/atomic-write.ts';

const KEY_FORMAT = 1;
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const schema = z.strictObject({
  waymarkKey: z.literal(KEY_FORMAT),
  keyid: hex(32),
  /** Ed25519, raw. */
  public: hex(32),
  /** A file may ask for less work than ours, never for more memory than {@link SCRYPT_BYTES}. */
  scrypt: z.strictObject({ cost: z.number().int().min(1024).max(2 ** 20), blockSize: z.literal(8), parallelization: z.literal(1), salt: hex(16) }),
  nonce: hex(12),
  tag: hex(16),
  sealed: z.string().regex(/^[0-9a-f]{64,400}$/),
});
type KeyFile = Readonly<z.infer<typeof schema>>;

/** About a third of a second on a slow laptop. */
export const KEY_COST = 2 ** 17;
const SCRYPT_BYTES = 2 ** 30 + 2 ** 20;
const SHORTEST_PASSPHRASE = 12;

export type Sign = (bytes: Buffer) => Signature;

/** The name of a key: the hash of its canonical form (specification 4.2). */
const keyidOf = (publicHex: string): string =>
  createHash('sha256').update(`{"keytype":"ed25519","keyval":{"public":"${publicHex}"},"scheme":"ed25519"}`).digest('hex');

const publicKey = ({ keyid, public: publicHex }: Pick<KeyFile, 'keyid' | 'public'>): Key =>
  new Key({ keyID: keyid, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: publicHex } });

function wrappingKey(passphrase: string, { cost, blockSize, parallelization, salt }: KeyFile['scrypt']): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, { cost, blockSize, parallelization, maxmem: SCRYPT_BYTES });
}

/**
 * Makes a key and its file; gives the public half. `cost` is less only in tests.
 * Errors: repository-key-passphrase when the passphrase is short, repository-exists when the file is there, and those of writing.
 */
export async function makeKeyFile(path: string, passphrase: string, cost = KEY_COST): Promise<Key> {
  if (passphrase.length < SHORTEST_PASSPHRASE) throw new CodedError('repository-key-passphrase', { reason: 'short', minimum: SHORTEST_PASSPHRASE });
  if (await readFile(path).then(() => true, () => false)) throw new CodedError('repository-exists');
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicHex = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  const scrypt = { cost, blockSize: 8, parallelization: 1, salt: randomBytes(16).toString('hex') } as const;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(passphrase, scrypt), nonce);
  cipher.setAAD(Buffer.from(publicHex));
  const sealed = Buffer.concat([cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final()]);
  const file: KeyFile = {
    waymarkKey: KEY_FORMAT, keyid: keyidOf(publicHex), public: publicHex, scrypt,
    nonce: nonce.toString('hex'), tag: cipher.getAuthTag().toString('hex'), sealed: sealed.toString('hex'),
  };
  await writeFileAtomically(path, async (handle) => { await handle.writeFile(`${JSON.stringify(file, null, 1)}\n`); }, { mode: 0o600 });
  return publicKey(file);
}

async function readKeyFile(path: string): Promise<KeyFile> {
  try {
    const file = schema.parse(JSON.parse(await readFile(path, 'utf8')));
    if (file.keyid !== keyidOf(file.public)) throw new TypeError('The key has another name.');
    return file;
  } catch (cause) {
    throw new CodedError('repository-key-damaged', { reason: nodeErrorCode(cause) ?? 'format' }, { cause });
  }
}

/** The public half of a key file; needs no passphrase. Errors: repository-key-damaged. */
export const readPublicKey = async (path: string): Promise<Key> => publicKey(await readKeyFile(path));

/** Opens a key to sign with. Errors: repository-key-damaged, repository-key-passphrase. */
export async function openKeyFile(path: string, passphrase: string): Promise<{ readonly key: Key; readonly sign: Sign }> {
  const file = await readKeyFile(path);
  let der: Buffer;
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey(passphrase, file.scrypt), Buffer.from(file.nonce, 'hex'));
    decipher.setAAD(Buffer.from(file.public));
    decipher.setAuthTag(Buffer.from(file.tag, 'hex'));
    der = Buffer.concat([decipher.update(Buffer.from(file.sealed, 'hex')), decipher.final()]);
  } catch (cause) {
    throw new CodedError('repository-key-passphrase', { reason: 'wrong', minimum: SHORTEST_PASSPHRASE }, { cause });
  }
  const privateKey = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
  return { key: publicKey(file), sign: (bytes) => new Signature({ keyID: file.keyid, sig: sign(null, bytes, privateKey).toString('hex') }) };
}
