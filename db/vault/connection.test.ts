import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { APPLICATION_ID, checkIntegrity, openForCheck, openForWork, PRAGMAS } from './connection.ts';
import { makeTestFolder, type TestFolder } from './testing.ts';

let folder: TestFolder;
let path: string;
let database: Database.Database;
const dataKey = randomBytes(32);
beforeEach(async () => {
  folder = await makeTestFolder();
  path = join(folder.dir, 'x.db');
  database = openForWork(path, dataKey, { create: true });
  database.exec('CREATE TABLE t (x TEXT) STRICT');
});
afterEach(async () => {
  database.close();
  await folder.remove();
});

describe('the connection', () => {
  test.each(Object.entries(PRAGMAS))('%s is %s, also after opening again', (name, value) => {
    expect(database.pragma(name, { simple: true })).toBe(value);
    database.close();
    database = openForWork(path, dataKey);
    expect(database.pragma(name, { simple: true })).toBe(value);
  });

  test('acknowledged means on the disk: synchronous is FULL', () => {
    expect([PRAGMAS.synchronous, PRAGMAS.journal_mode, PRAGMAS.temp_store]).toEqual([2, 'wal', 2]);
  });

  test('is SQLCipher 4, and not a byte of the file is the usual header', () => {
    expect([database.pragma('cipher', { simple: true }), database.pragma('legacy', { simple: true }), database.pragma('application_id', { simple: true })])
      .toEqual(['sqlcipher', '4', APPLICATION_ID]);
    database.close();
    expect(readFileSync(path).includes('SQLite format 3')).toBe(false);
  });

  test('another key is damage to this layer, and the key given is not changed', () => {
    const copy = Buffer.from(dataKey);
    database.close();
    expect(() => openForWork(path, randomBytes(32))).toThrow(expect.objectContaining({ code: 'vault-damaged' }));
    database = openForWork(path, dataKey);
    expect(dataKey).toEqual(copy);
  });

  test('a database that is no vault is refused', () => {
    database.pragma('application_id = 7');
    database.close();
    expect(() => openForWork(path, dataKey)).toThrow(expect.objectContaining({ code: 'vault-damaged' }));
    expect(() => openForCheck(path, dataKey)).toThrow(expect.objectContaining({ code: 'vault-damaged' }));
    database = openForWork(join(folder.dir, 'y.db'), dataKey, { create: true });
  });

  test('a second connection, even one that only reads, is kept out', () => {
    expect(() => openForWork(path, dataKey)).toThrow(expect.objectContaining({ code: 'vault-open-elsewhere' }));
    expect(() => openForCheck(path, dataKey)).toThrow(expect.objectContaining({ code: 'vault-open-elsewhere' }));
  });

  test('a changed page fails the check: the check can fail', () => {
    const insert = database.prepare('INSERT INTO t VALUES (?)');
    for (let i = 0; i < 200; i += 1) insert.run('x'.repeat(500));
    expect(() => checkIntegrity(database, 'quick')).not.toThrow();
    database.close();
    const bytes = readFileSync(path);
    const at = 10 * 4096 + 100;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    const changed = join(folder.dir, 'changed.db');
    writeFileSync(changed, bytes);
    for (const depth of ['quick', 'full'] as const) {
      const copy = openForCheck(changed, dataKey);
      expect(() => checkIntegrity(copy, depth)).toThrow(expect.objectContaining({ code: 'vault-damaged' }));
      copy.close();
    }
  });
});
