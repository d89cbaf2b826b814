/**
 * The data key under lock: AES-256-GCM with a key that scrypt makes from a passphrase or a
 * recovery code. scrypt runs on Node's thread pool, so the service thread stays free.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

export const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MEMORY_SPARE = 32 * 1024 * 1024;

/** Cost of scrypt: memory is 128 * N * r bytes. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MiB for each guess: a few tenths of a second on an old laptop. */
export const PRODUCTION_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** A wrapped data key; bytes as base64. */
export interface WrappedKey {
  readonly kdf: { readonly name: 'scrypt' } & ScryptCost & { readonly salt: string };
  readonly nonce: string;
  readonly box: string;
}

function derive(secret: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, { N, r, p, maxmem: 128 * N * r + 128 * r * p + MEMORY_SPARE }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** What the box is bound to: the same bytes in another slot, vault or cost do not open. */
const boundTo = (context: string, kdf: WrappedKey['kdf']): Buffer => Buffer.from(JSON.stringify([context, kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt]));

/** Wraps `dataKey` under `secret`; `context` names the vault and the slot. */
export async function wrapKey(dataKey: Buffer, secret: string, context: string, cost: ScryptCost): Promise<WrappedKey> {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const kdf = { name: 'scrypt', N: cost.N, r: cost.r, p: cost.p, salt: salt.toString('base64') } as const;
  const key = await derive(secret, salt, cost);
  try {
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(boundTo(context, kdf));
    const box = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
    return { kdf, nonce: nonce.toString('base64'), box: box.toString('base64') };
  } finally {
    key.fill(0);
  }
}

/** The data key, or null when `secret` is not the one it was wrapped under. */
export async function unwrapKey(wrapped: WrappedKey, secret: string, context: string): Promise<Buffer | null> {
  const { kdf } = wrapped;
  const box = Buffer.from(wrapped.box, 'base64');
  const key = await derive(secret, Buffer.from(kdf.salt, 'base64'), kdf);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrapped.nonce, 'base64'), { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(context, kdf)).setAuthTag(box.subarray(-TAG_BYTES));
    const dataKey = decipher.update(box.subarray(0, -TAG_BYTES));
    decipher.final();
    return dataKey;
  } catch {
    // GCM says only that the tag does not fit: with the header's checksum verified before, that is a wrong secret.
    return null;
  } finally {
    key.fill(0);
  }
}
