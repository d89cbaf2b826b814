/** After a whole story, a student's name is in no file: not in the data folder, not in the temporary folder. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findText } from './canary-search.ts';
import { createPlan } from './commands/create-plan.ts';
import { createStudent } from './commands/create-student.ts';
import { editPlan } from './commands/edit-plan.ts';
import { logPrint } from './commands/log-print.ts';
import { removeStudent } from './commands/remove-student.ts';
import { updateStudent } from './commands/update-student.ts';
import { listStudents } from './queries/list-students.ts';
import { CHEAP, makeTestFolder, makeWorld, openAgain, PASSPHRASE, planFor, STUDENT, type TestFolder } from './testing.ts';
import type { Vault } from './vault.ts';

// Put together here, so that this file and what is built from it do not hold it.
const CANARY = ['Xochitl', 'Quetzal', 'Bluebird'].join('');
const CHUNK = 1 << 20;
const findCanary = (dir: string, since: number) => findText(dir, CANARY, since);

let folder: TestFolder;
let vault: Vault;
const started = Date.now() - 2000;
beforeAll(async () => {
  folder = await makeTestFolder();
  vault = openAgain(folder.dir, makeWorld());
  await vault.create(PASSPHRASE, CHEAP);
  const id = vault.write('x', (writer) => createStudent(writer, { ...STUDENT, name: CANARY, note: `${CANARY} `.repeat(100) })).value;
  vault.write('x', (writer) => createPlan(writer, { ...planFor(id, 'p1'), goal: CANARY }));
  for (let i = 0; i < 50; i += 1) {
    vault.write('x', (writer) => editPlan(writer, 'p1', { type: 'put-action', action: { id: null, text: `${CANARY} ${i}`, who: CANARY, phone: '', dueOn: null, done: false } }));
  }
  vault.write('x', (writer) => logPrint(writer, { what: 'family-plan', studentId: id, way: 'pdf' }));
  vault.write('x', (writer) => updateStudent(writer, id, { studentNumber: CANARY.slice(0, 40) }));
  // A sort that would spill to a temporary file if there were one.
  vault.read(({ all, from }) => all(from('change_row').selectAll().orderBy('after').orderBy('before')));
  await vault.backUp();
  vault.write('x', (writer) => { removeStudent(writer, id); });
  vault.undo();
  const gone = vault.write('x', (writer) => createStudent(writer, { ...STUDENT, name: `${CANARY} 2` })).value;
  vault.write('x', (writer) => { removeStudent(writer, gone); });
});
afterAll(async () => {
  await vault.lock();
  await folder.remove();
});

describe('the canary', () => {
  test('the search finds what is there', () => {
    const path = join(folder.dir, 'plain');
    for (const form of ['utf8', 'utf16le'] as const) {
      writeFileSync(path, Buffer.concat([Buffer.alloc(CHUNK - 5), Buffer.from(CANARY, form)]));
      expect(findCanary(folder.dir, started).found).toEqual([path]);
    }
    for (let before = 0; before < 6; before += 1) {
      writeFileSync(path, Buffer.concat([Buffer.alloc(before, 120), Buffer.from(CANARY), Buffer.from('and more')]).toString('base64'));
      expect(findCanary(folder.dir, started).found).toEqual([path]);
    }
    rmSync(path);
  });

  test('is in no file while the vault is open, its journal included', () => {
    expect(vault.read(listStudents)[0]?.name).toBe(CANARY);
    const { looked, found } = findCanary(folder.dir, started);
    expect(found).toEqual([]);
    expect(looked).toBeGreaterThanOrEqual(7);
    expect(readFileSync(join(vault.paths.vault, 'vault.db-wal')).length).toBeGreaterThan(4096);
  });

  test('is in no file of the data folder and of the temporary folder once it is locked', async () => {
    await vault.lock();
    const { looked, found } = findCanary(tmpdir(), started);
    expect(found).toEqual([]);
    expect(looked).toBeGreaterThanOrEqual(7);
  });
});
