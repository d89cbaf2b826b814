/**
 * The vault's header, `vault.json`: plain text beside the database that names format, cipher and
 * its parameters, and holds the data key wrapped twice. Its copy `vault.json.bak` is always a
 * copy of the present header, never an older one: an old one would open under an old passphrase.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode, writeFileAtomically } from '../files/atomic-write.ts';
import { toVaultError } from './vault-errors.ts';
import { unwrapKey, wrapKey, type ScryptCost } from './key-wrap.ts';

const FORMAT = 'waymark-vault';
export const HEADER_VERSION = 1;

const base64 = (bytes: number) => z.string().refine((text) => Buffer.from(text, 'base64').length === bytes);
const wrapped = z.strictObject({
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z.number().int().min(2).max(2 ** 20).refine((n) => Number.isInteger(Math.log2(n))),
    r: z.number().int().min(1).max(16), p: z.number().int().min(1).max(8), salt: base64(16),
  }),
  nonce: base64(12),
  box: base64(48),
});
const body = z.strictObject({
  vaultId: z.string().min(1).max(80),
  createdAt: z.string().max(30),
  /** SQLite3 Multiple Ciphers' `sqlcipher` with `legacy = 4`, which is SQLCipher 4: AES-256-CBC, HMAC-SHA-512 on each page. */
  cipher: z.strictObject({ name: z.literal('sqlcipher'), version: z.literal(4), pageSize: z.literal(4096), key: z.literal('raw-256') }),
  passphrase: wrapped,
  recoveryCode: wrapped,
});
const envelope = z.strictObject({ format: z.literal(FORMAT), version: z.number().int(), sha256: z.string(), body: z.unknown() });

export type VaultHeader = Readonly<z.infer<typeof body>>;
/** The two secrets that open a vault. */
export type Slot = 'passphrase' | 'recoveryCode';

const checksum = (version: number, content: unknown): string =>
  createHash('sha256').update(JSON.stringify([FORMAT, version, content])).digest('hex');

export function headerText(header: VaultHeader): string {
  return `${JSON.stringify({ format: FORMAT, version: HEADER_VERSION, sha256: checksum(HEADER_VERSION, header), body: header }, null, 2)}\n`;
}

/**
 * Understands a header. The checksum comes before everything else: a flipped byte must never look like
 * a wrong passphrase or a newer version. Errors: vault-damaged {part: 'header'}, vault-newer.
 */
export function parseHeader(text: string): VaultHeader {
  const damaged = (cause?: unknown): CodedError => new CodedError('vault-damaged', { part: 'header' }, { cause });
  let outer: z.infer<typeof envelope>;
  try {
    outer = envelope.parse(JSON.parse(text));
  } catch (error) {
    throw damaged(error);
  }
  if (outer.sha256 !== checksum(outer.version, outer.body)) throw damaged();
  if (outer.version > HEADER_VERSION) throw new CodedError('vault-newer', { version: outer.version, known: HEADER_VERSION });
  const parsed = body.safeParse(outer.body);
  if (!parsed.success) throw damaged(parsed.error);
  return parsed.data;
}

/** A header file: what it says, or why it cannot be used. Other read errors are thrown as coded errors. */
export async function readHeader(path: string): Promise<VaultHeader | CodedError> {
  try {
    return parseHeader(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof CodedError) return error;
    if (nodeErrorCode(error) === 'ENOENT') return new CodedError('vault-damaged', { part: 'header' }, { cause: error });
    throw toVaultError(error);
  }
}

/**
 * The first header of `paths` that can be read. Errors: vault-newer if any is newer (an older copy beside it is not
 * believed), else vault-damaged {part: 'header'}.
 */
export async function readFirstHeader(paths: readonly string[]): Promise<{ readonly header: VaultHeader; readonly path: string }> {
  let problem = new CodedError('vault-damaged', { part: 'header' });
  for (const path of paths) {
    const found = await readHeader(path);
    if (!(found instanceof CodedError)) return { header: found, path };
    if (found.code === 'vault-newer') throw found;
    problem = found;
  }
  throw problem;
}

/** Writes header files one after the other, each whole or not at all. */
export async function writeHeaders(paths: readonly string[], header: VaultHeader): Promise<void> {
  const text = headerText(header);
  for (const path of paths) {
    try {
      await writeFileAtomically(path, async (file) => { await file.writeFile(text); }, { mode: 0o600 });
    } catch (error) {
      throw toVaultError(error);
    }
  }
}

const contextOf = (header: Pick<VaultHeader, 'vaultId'>, slot: Slot): string => `${FORMAT}/${header.vaultId}/${slot}`;

/** A header for a new vault. */
export async function makeHeader(
  dataKey: Buffer,
  { vaultId, createdAt, passphrase, recoveryCode, cost }: {
    readonly vaultId: string; readonly createdAt: string; readonly passphrase: string; readonly recoveryCode: string; readonly cost: ScryptCost;
  },
): Promise<VaultHeader> {
  return {
    vaultId, createdAt,
    cipher: { name: 'sqlcipher', version: 4, pageSize: 4096, key: 'raw-256' },
    passphrase: await wrapKey(dataKey, passphrase, contextOf({ vaultId }, 'passphrase'), cost),
    recoveryCode: await wrapKey(dataKey, recoveryCode, contextOf({ vaultId }, 'recoveryCode'), cost),
  };
}

/** The data key, or null when the secret is wrong. */
export function openSlot(header: VaultHeader, slot: Slot, secret: string): Promise<Buffer | null> {
  return unwrapKey(header[slot], secret, contextOf(header, slot));
}

/** The same header with another secret in one slot, at the cost the vault was made with. */
export async function withSlot(header: VaultHeader, slot: Slot, dataKey: Buffer, secret: string): Promise<VaultHeader> {
  const { N, r, p } = header[slot].kdf;
  return { ...header, [slot]: await wrapKey(dataKey, secret, contextOf(header, slot), { N, r, p }) };
}
