/** Damage of the database file: every page is authenticated, so nothing wrong is ever shown. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPlan } from './commands/create-plan.ts';
import { createStudent } from './commands/create-student.ts';
import { removeStudent } from './commands/remove-student.ts';
import { CHEAP, dumpVault, makeTestFolder, makeWorld, openAgain, PASSPHRASE, planFor, STUDENT, type TestFolder } from './testing.ts';

let good: TestFolder;
let work: TestFolder;
let bytes: Buffer;
let state: string;
const pathOf = (): string => join(work.dir, 'vault', 'vault.db');
beforeAll(async () => {
  good = await makeTestFolder();
  work = await makeTestFolder();
  const vault = openAgain(good.dir, makeWorld());
  await vault.create(PASSPHRASE, CHEAP);
  const ids = Array.from({ length: 30 }, (_, i) => vault.write('x', (writer) => createStudent(writer, { ...STUDENT, name: `S${i}`, note: 'n'.repeat(3000) })).value);
  ids.forEach((id, i) => vault.write('x', (writer) => createPlan(writer, planFor(id, `p${i}`))));
  // Free pages too.
  for (const id of ids.slice(20)) vault.write('x', (writer) => { removeStudent(writer, id); });
  state = dumpVault(vault);
  await vault.lock();
  await cp(good.dir, work.dir, { recursive: true });
  bytes = readFileSync(pathOf());
});
afterAll(async () => {
  await good.remove();
  await work.remove();
});

/** What an unlock of the damaged file gives: the error's code, or the content. */
async function tryOpen(content: Buffer): Promise<string> {
  writeFileSync(pathOf(), content);
  const vault = openAgain(work.dir, makeWorld());
  try {
    await vault.unlock(PASSPHRASE);
    return dumpVault(vault);
  } catch (error) {
    return String((error as { code?: string }).code);
  } finally {
    await vault.lock();
  }
}

describe('a damaged database', () => {
  test('with any flipped byte is vault-damaged, or the byte was in no use and everything is there', async () => {
    let refused = 0;
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ by, at);
      const found = await tryOpen(flipped);
      if (found === 'vault-damaged') {
        refused += 1;
        // The file is kept as it is, for whoever can make something of it.
        expect(readFileSync(pathOf()).equals(flipped)).toBe(true);
      } else expect(found).toBe(state);
    }), { numRuns: 60 });
    expect(refused).toBeGreaterThan(0);
  });

  test('with a flipped byte in each of the first three pages is vault-damaged: salt, schema, rows', async () => {
    for (const at of [0, 15, 16, 100, 4095, 4096, 5000, 8191, 9000]) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      expect(await tryOpen(flipped)).toBe('vault-damaged');
    }
  });

  test('cut anywhere is vault-damaged, and is not made new', async () => {
    for (const length of [0, 1, 15, 4095, 4096, 4097, 8192, bytes.length / 2, bytes.length - 4096, bytes.length - 1]) {
      const cut = bytes.subarray(0, Math.floor(length));
      expect([length, await tryOpen(cut)]).toEqual([length, 'vault-damaged']);
      expect(statSync(pathOf()).size).toBe(cut.length);
    }
  });

  test('two pages exchanged, or one of another vault, is vault-damaged', async () => {
    const exchanged = Buffer.from(bytes);
    bytes.copy(exchanged, 4096, 8192, 12288);
    bytes.copy(exchanged, 8192, 4096, 8192);
    expect(await tryOpen(exchanged)).toBe('vault-damaged');
  });

  test('gone, it is vault-damaged, and nothing is put in its place', async () => {
    rmSync(pathOf());
    const vault = openAgain(work.dir, makeWorld());
    await expect(vault.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault-damaged', params: { part: 'database' } });
    expect([vault.state(), existsSync(pathOf())]).toEqual(['locked', false]);
  });

  test('of another vault, it is vault-damaged', async () => {
    const other = await makeTestFolder();
    try {
      const vault = openAgain(other.dir, makeWorld());
      await vault.create(PASSPHRASE, CHEAP);
      await vault.lock();
      expect(await tryOpen(readFileSync(join(other.dir, 'vault', 'vault.db')))).toBe('vault-damaged');
    } finally {
      await other.remove();
    }
  });

  test('text in its place is vault-damaged', async () => {
    expect(await tryOpen(Buffer.from('Lorem ipsum '.repeat(1000)))).toBe('vault-damaged');
  });

  test('the good file opens after all of that', async () => {
    expect(await tryOpen(bytes)).toBe(state);
  });
});

test('a refused unlock lets others have the folder', async () => {
  const cut = bytes.subarray(0, 4096);
  expect(await tryOpen(cut)).toBe('vault-damaged');
  expect(await tryOpen(bytes)).toBe(state);
});
