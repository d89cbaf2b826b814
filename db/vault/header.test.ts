import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CodedError } from '../../shared/kernel/errors.ts';
import { headerText, makeHeader, openSlot, parseHeader, readFirstHeader, withSlot, type VaultHeader } from './header.ts';
import { PRODUCTION_COST } from './key-wrap.ts';
import { CHEAP, makeTestFolder, type TestFolder } from './testing.ts';

let folder: TestFolder;
let header: VaultHeader;
const dataKey = randomBytes(32);
beforeEach(async () => {
  folder = await makeTestFolder();
  header = await makeHeader(dataKey, { vaultId: 'v1', createdAt: '2026-09-01T00:00:00.000Z', passphrase: 'pass', recoveryCode: 'code', cost: CHEAP.scryptCost });
});
afterEach(() => folder.remove());

const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'fine';
  } catch (error) {
    return error instanceof CodedError ? error.code : String(error);
  }
};

describe('the header', () => {
  test('comes back as it was written, and both secrets open it', async () => {
    const read = parseHeader(headerText(header));
    expect(read).toEqual(header);
    expect(await openSlot(read, 'passphrase', 'pass')).toEqual(dataKey);
    expect(await openSlot(read, 'recoveryCode', 'code')).toEqual(dataKey);
    expect(await openSlot(read, 'passphrase', 'code')).toBeNull();
    expect(await openSlot(read, 'recoveryCode', 'pass')).toBeNull();
  });

  test('names cipher and cost, and holds no key in the open', () => {
    const text = headerText(header);
    expect(header.cipher).toEqual({ name: 'sqlcipher', version: 4, pageSize: 4096, key: 'raw-256' });
    for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const) expect(text).not.toContain(dataKey.toString(form));
  });

  test('a box does not open in another slot, another vault or at another cost', async () => {
    expect(await openSlot({ ...header, recoveryCode: header.passphrase }, 'recoveryCode', 'pass')).toBeNull();
    expect(await openSlot({ ...header, vaultId: 'v2' }, 'passphrase', 'pass')).toBeNull();
    expect(await openSlot({ ...header, passphrase: { ...header.passphrase, kdf: { ...header.passphrase.kdf, N: 4 } } }, 'passphrase', 'pass')).toBeNull();
  });

  test('a new secret has a fresh salt, the old one opens nothing, the other slot is untouched', async () => {
    const next = await withSlot(header, 'passphrase', dataKey, 'other');
    expect(next.passphrase.kdf.salt).not.toBe(header.passphrase.kdf.salt);
    expect([next.passphrase.kdf.N, next.recoveryCode]).toEqual([CHEAP.scryptCost.N, header.recoveryCode]);
    expect(await openSlot(next, 'passphrase', 'other')).toEqual(dataKey);
    expect(await openSlot(next, 'passphrase', 'pass')).toBeNull();
  });

  test('production pays for every guess', () => {
    expect(128 * PRODUCTION_COST.N * PRODUCTION_COST.r).toBe(128 * 1024 * 1024);
  });

  test('any flipped bit is damage: never another error, never another header', () => {
    const bytes = Buffer.from(headerText(header));
    fc.assert(fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
      let read: VaultHeader | undefined;
      expect(codeOf(() => { read = parseHeader(flipped.toString('utf8')); })).toBe(read ? 'fine' : 'vault-damaged');
      // A changed blank between values says the same.
      if (read) expect(read).toEqual(header);
    }), { numRuns: 500 });
  });

  test('every cut is damage', () => {
    const text = headerText(header);
    for (let length = 0; length < text.length - 2; length += 7) expect(codeOf(() => parseHeader(text.slice(0, length)))).toBe('vault-damaged');
  });

  test('a newer version is refused as such, and an older copy beside it is not believed', async () => {
    const { createHash } = await import('node:crypto');
    const body = { anything: 1 };
    const sha256 = createHash('sha256').update(JSON.stringify(['waymark-vault', 2, body])).digest('hex');
    const [newer, older] = [join(folder.dir, 'newer'), join(folder.dir, 'older')];
    await writeFile(newer, JSON.stringify({ format: 'waymark-vault', version: 2, sha256, body }));
    await writeFile(older, headerText(header));
    await expect(readFirstHeader([newer, older])).rejects.toMatchObject({ code: 'vault-newer', params: { version: 2, known: 1 } });
    await rm(newer);
    expect((await readFirstHeader([newer, older])).header).toEqual(header);
  });

  test('a cost that would fill the memory is damage, not a wait', () => {
    const mad = { ...header, passphrase: { ...header.passphrase, kdf: { ...header.passphrase.kdf, N: 2 ** 30 } } };
    expect(codeOf(() => parseHeader(headerText(mad)))).toBe('vault-damaged');
  });
});
