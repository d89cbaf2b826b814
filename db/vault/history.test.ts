import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HISTORY_DEPTH } from './history.ts';
import { createStudent } from './commands/create-student.ts';
import { updateStudent } from './commands/update-student.ts';
import { editActions, performEdit } from '../../test/vault-kill/random-edits.ts';
import { CHEAP, dumpVault, makeTestFolder, makeWorld, openAgain, PASSPHRASE, STUDENT, type TestFolder } from './testing.ts';
import type { Vault } from './vault.ts';

let folder: TestFolder;
let vault: Vault;
beforeEach(async () => {
  folder = await makeTestFolder();
  vault = openAgain(folder.dir, makeWorld());
  await vault.create(PASSPHRASE, CHEAP);
});
afterEach(async () => {
  await vault.lock();
  await folder.remove();
});

const rename = (id: string, name: string) => vault.write('students.update', (writer) => updateStudent(writer, id, { name }));
const undoAll = (): number => {
  let count = 0;
  for (; vault.history().undo !== null; count += 1) vault.undo();
  return count;
};
const redoAll = (): void => { while (vault.history().redo !== null) vault.redo(); };

/** Most edits need something to edit. */
const START = [{ action: 'create-student', seed: 1 }, { action: 'create-plan', seed: 1 }] as const;

describe('undo and redo', () => {
  test('any edits: undo all gives the first state, redo all the last, at every step the state of before', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ action: fc.constantFrom(...editActions), seed: fc.nat() }), { minLength: 1, maxLength: 40 }), async (edits) => {
      const own = await makeTestFolder();
      const each = openAgain(own.dir, makeWorld());
      try {
        await each.create(PASSPHRASE, CHEAP);
        const states = [dumpVault(each)];
        for (const { action, seed } of [...START, ...edits]) {
          if (performEdit(each, action, seed).changed.includes('history')) states.push(dumpVault(each));
        }
        const last = states.length - 1;
        for (let at = last; at > 0; at -= 1) {
          expect(dumpVault(each)).toBe(states[at]);
          each.undo();
        }
        expect([dumpVault(each), each.history().undo]).toEqual([states[0], null]);
        for (let at = 1; at <= last; at += 1) {
          each.redo();
          expect(dumpVault(each)).toBe(states[at]);
        }
        expect(each.history().redo).toBeNull();
      } finally {
        await each.lock();
        await own.remove();
      }
    }), { numRuns: 25 });
  });

  test('work after locking and unlocking', async () => {
    const { value: id } = vault.write('students.create', (writer) => createStudent(writer, STUDENT));
    rename(id, 'Ana B.');
    vault.undo();
    const between = dumpVault(vault);
    await vault.lock();
    vault = openAgain(folder.dir, makeWorld());
    await vault.unlock(PASSPHRASE);
    expect(vault.history()).toEqual({ undo: 'students.create', redo: 'students.update' });
    expect(vault.redo()).toEqual({ value: 'students.update', changed: ['students', 'history'] });
    expect(vault.undo().value).toBe('students.update');
    expect(dumpVault(vault)).toBe(between);
  });

  test('a new command ends the redo', () => {
    const { value: id } = vault.write('students.create', (writer) => createStudent(writer, STUDENT));
    rename(id, 'B');
    vault.undo();
    rename(id, 'C');
    expect(vault.history()).toEqual({ undo: 'students.update', redo: null });
    expect(() => vault.redo()).toThrow(expect.objectContaining({ code: 'nothing-to-redo' }));
    expect(undoAll()).toBe(2);
    expect(() => vault.undo()).toThrow(expect.objectContaining({ code: 'nothing-to-undo' }));
    redoAll();
    expect(vault.read(({ all, from }) => all(from('student').select('name')))).toEqual([{ name: 'C' }]);
  });

  test(`reach ${HISTORY_DEPTH} commands back, and what is older is forgotten with its rows`, () => {
    const { value: id } = vault.write('students.create', (writer) => createStudent(writer, STUDENT));
    for (let i = 1; i <= HISTORY_DEPTH + 20; i += 1) rename(id, `Name ${i}`);
    expect(vault.read(({ all, from }) => all(from('change_row').select('seq').distinct()))).toHaveLength(HISTORY_DEPTH);
    expect(undoAll()).toBe(HISTORY_DEPTH);
    expect(vault.read(({ all, from }) => all(from('student').select('name')))).toEqual([{ name: 'Name 20' }]);
    redoAll();
    expect(vault.read(({ all, from }) => all(from('student').select('name')))).toEqual([{ name: `Name ${HISTORY_DEPTH + 20}` }]);
  });
});

describe('a write', () => {
  test('that throws has never been: no row, no entry, the redo still there', () => {
    const { value: id } = vault.write('students.create', (writer) => createStudent(writer, STUDENT));
    rename(id, 'B');
    vault.undo();
    const before = dumpVault(vault);
    expect(() => vault.write('students.update', (writer) => {
      updateStudent(writer, id, { name: 'half' });
      throw new RangeError('in the middle');
    })).toThrow('in the middle');
    expect([dumpVault(vault), vault.history()]).toEqual([before, { undo: 'students.create', redo: 'students.update' }]);
  });

  test('against the rules of the tables is a conflict', () => {
    expect(() => vault.write('x', (writer) => { writer.put('earned_credential', { id: 'e', student_id: 'nobody', credential_id: null, name: '', earned_on: null, expires_on: null }); }))
      .toThrow(expect.objectContaining({ code: 'conflict' }));
  });

  test('within a write, or one that goes on after its end, is refused', () => {
    expect(() => vault.write('a', () => { vault.write('b', (writer) => createStudent(writer, STUDENT)); })).toThrow('a write within a write');
    // @ts-expect-error A promise is no value of a write.
    expect(() => vault.write('a', (writer) => Promise.resolve(createStudent(writer, STUDENT)))).toThrow('must end');
    expect(vault.history().undo).toBeNull();
  });

  test('a reader has no way to write', () => {
    vault.read((reader) => {
      // @ts-expect-error Only a writer puts.
      expect(reader.put).toBeUndefined();
    });
  });
});
