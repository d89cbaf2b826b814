import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPlan } from './commands/create-plan.ts';
import { createStudent } from './commands/create-student.ts';
import { editPlan } from './commands/edit-plan.ts';
import { logPrint } from './commands/log-print.ts';
import { putEarned } from './commands/put-earned.ts';
import { removeEarned } from './commands/remove-earned.ts';
import { removePlan } from './commands/remove-plan.ts';
import { removeStudent } from './commands/remove-student.ts';
import { replaceSnapshot } from './commands/replace-snapshot.ts';
import { updateStudent } from './commands/update-student.ts';
import { getPlan } from './queries/get-plan.ts';
import { getStudent } from './queries/get-student.ts';
import { listPrintLog } from './queries/list-print-log.ts';
import { listStudents } from './queries/list-students.ts';
import type { PlanEdit } from './records.ts';
import { CHEAP, dumpVault, makeTestFolder, makeWorld, openAgain, PASSPHRASE, planFor, SNAPSHOT, STUDENT, type TestFolder } from './testing.ts';
import type { Vault } from './vault.ts';

let folder: TestFolder;
let vault: Vault;
let ana: string;
beforeEach(async () => {
  folder = await makeTestFolder();
  vault = openAgain(folder.dir, makeWorld());
  await vault.create(PASSPHRASE, CHEAP);
  ana = vault.write('students.create', (writer) => createStudent(writer, STUDENT)).value;
});
afterEach(async () => {
  await vault.lock();
  await folder.remove();
});

const addPlan = (id = 'p1'): string => vault.write('plans.create', (writer) => createPlan(writer, planFor(ana, id))).value;
const edit = (change: PlanEdit, planId = 'p1') => vault.write('plans.edit', (writer) => editPlan(writer, planId, change));
const plan = (id = 'p1') => vault.read((reader) => getPlan(reader, id));
const stepNames = (): string[] => plan().steps.map((step) => step.title.replace('Step ', ''));
const notFound = expect.objectContaining({ code: 'not-found' });

describe('students', () => {
  test('come back as they were given', () => {
    const { student, earned, plans } = vault.read((reader) => getStudent(reader, ana));
    expect(student).toMatchObject({ ...STUDENT, id: ana });
    expect([earned, plans, student.createdAt === student.updatedAt]).toEqual([[], [], true]);
    const bare = { ...STUDENT, grade: null, graduates: null, birthMonth: null, areaId: null, hasDiploma: null, wageCents: null, hoursPerWeek: null, largePrint: false, note: '' };
    const { value } = vault.write('students.create', (writer) => createStudent(writer, bare));
    expect(vault.read((reader) => getStudent(reader, value)).student).toMatchObject(bare);
  });

  test('are listed by name as people read it, with plans and the next due day', () => {
    for (const name of ['Zoë', 'álvaro', 'Bob 10', 'Bob 9']) vault.write('students.create', (writer) => createStudent(writer, { ...STUDENT, name }));
    addPlan();
    const list = vault.read(listStudents);
    expect(list.map((each) => each.name)).toEqual(['álvaro', 'Ana Ruiz', 'Bob 9', 'Bob 10', 'Zoë']);
    expect(list[1]).toMatchObject({ plans: 1, nextDue: '2026-10-02', grade: 11, lang: 'es' });
    expect(list[1]?.updatedAt).toBe(plan().updatedAt);
    expect(list[2]).toMatchObject({ plans: 0, nextDue: null });
  });

  test('the next due day passes over what is done', () => {
    addPlan();
    const [, call] = plan().actions;
    edit({ type: 'put-action', action: { ...call, id: 'p1-action-2', text: 'Call', who: '', phone: '', dueOn: '2026-10-02', done: true } });
    expect(vault.read(listStudents)[0]?.nextDue).toBe('2026-11-05');
    expect(vault.read((reader) => getStudent(reader, ana)).plans).toEqual([{ id: 'p1', goal: 'Practical nurse', steps: 3, updatedAt: plan().updatedAt, nextDue: '2026-11-05' }]);
  });

  test('an update changes what is given and no more', () => {
    const before = vault.read((reader) => getStudent(reader, ana)).student;
    const { changed } = vault.write('students.update', (writer) => updateStudent(writer, ana, { grade: null, note: undefined, largePrint: false }));
    const after = vault.read((reader) => getStudent(reader, ana)).student;
    expect(after).toEqual({ ...before, grade: null, largePrint: false, updatedAt: after.updatedAt });
    expect([after.updatedAt > before.updatedAt, changed]).toEqual([true, ['students', 'history']]);
  });

  test('an update to the same values changes nothing: no time, no entry in the history, nothing to refresh', () => {
    const before = dumpVault(vault);
    const { changed } = vault.write('students.update', (writer) => updateStudent(writer, ana, { grade: 11, name: 'Ana Ruiz' }));
    expect([changed, dumpVault(vault), vault.history().undo]).toEqual([[], before, 'students.create']);
  });

  test('earned credentials are put, replaced, removed, and belong to one student', () => {
    const fields = { credentialId: 'cna', name: 'Nurse aide', earnedOn: '2026-05', expiresOn: null };
    const { value: id } = vault.write('students.putEarned', (writer) => putEarned(writer, ana, { id: null, ...fields }));
    vault.write('students.putEarned', (writer) => putEarned(writer, ana, { id: null, ...fields, name: 'Undated', earnedOn: null }));
    vault.write('students.putEarned', (writer) => putEarned(writer, ana, { id, ...fields, expiresOn: '2028-05' }));
    expect(vault.read((reader) => getStudent(reader, ana)).earned.map((each) => [each.name, each.expiresOn])).toEqual([['Nurse aide', '2028-05'], ['Undated', null]]);
    const { value: bob } = vault.write('students.create', (writer) => createStudent(writer, { ...STUDENT, name: 'Bob' }));
    expect(() => vault.write('students.putEarned', (writer) => putEarned(writer, bob, { id, ...fields }))).toThrow(notFound);
    vault.write('students.removeEarned', (writer) => removeEarned(writer, id));
    expect(vault.read((reader) => getStudent(reader, ana)).earned).toHaveLength(1);
    expect(() => vault.write('students.removeEarned', (writer) => removeEarned(writer, id))).toThrow(notFound);
  });

  test('removing takes everything along but the print log, and one undo brings all of it back', () => {
    addPlan();
    vault.write('students.putEarned', (writer) => putEarned(writer, ana, { id: null, credentialId: null, name: 'Card', earnedOn: null, expiresOn: null }));
    vault.write('x', (writer) => writer.put('disclosure', { id: 'd1', student_id: ana, at: writer.now, party: 'College', purpose: 'Transfer', what: 'plan' }));
    vault.write('print.log', (writer) => logPrint(writer, { what: 'family-plan', studentId: ana, way: 'pdf' }));
    const before = dumpVault(vault);
    const { changed } = vault.write('students.remove', (writer) => removeStudent(writer, ana));
    expect(JSON.parse(dumpVault(vault)).map(([, rows]: [string, unknown[]]) => rows.length)).toEqual(Array.from({ length: 9 }, () => 0));
    expect([...changed].sort()).toEqual(['history', 'plans', 'students']);
    expect(vault.read(listPrintLog)).toMatchObject([{ what: 'family-plan', studentId: ana, way: 'pdf' }]);
    expect(() => vault.read((reader) => getStudent(reader, ana))).toThrow(notFound);
    vault.undo();
    expect(dumpVault(vault)).toBe(before);
  });
});

describe('plans', () => {
  test('come back whole and in order', () => {
    addPlan();
    const { createdAt, updatedAt, ...rest } = plan();
    expect(rest).toEqual(planFor(ana, 'p1'));
    expect(createdAt).toBe(updatedAt);
  });

  test('are refused for nobody, twice, and with a cost of another plan’s step', () => {
    addPlan();
    const before = dumpVault(vault);
    expect(() => vault.write('plans.create', (writer) => createPlan(writer, { ...planFor(ana, 'p2'), studentId: 'nobody' }))).toThrow(notFound);
    expect(() => addPlan()).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(() => vault.write('plans.create', (writer) => createPlan(writer, { ...planFor(ana, 'p2'), costs: planFor(ana, 'p1').costs }))).toThrow(notFound);
    expect(() => vault.write('plans.create', (writer) => createPlan(writer, { ...planFor(ana, 'p2'), checks: planFor(ana, 'p1').checks }))).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(dumpVault(vault)).toBe(before);
  });

  test('fields', () => {
    addPlan();
    expect(edit({ type: 'fields', fields: { goal: 'Nurse', meetingOn: null, planB: undefined } }).value).toBeNull();
    expect(plan()).toMatchObject({ goal: 'Nurse', meetingOn: null, planB: 'Nurse aide first', lang: 'es' });
  });

  test('steps are moved, put in between and removed, and their positions have no gap', () => {
    addPlan();
    const step = { kind: 'work' as const, credentialId: null, title: 'Step new', startsOn: null, endsOn: null, skippable: false, done: false, note: '' };
    edit({ type: 'move-step', id: 'p1-step-c', position: 0 });
    expect(stepNames()).toEqual(['c', 'a', 'b']);
    edit({ type: 'move-step', id: 'p1-step-c', position: 99 });
    expect(stepNames()).toEqual(['a', 'b', 'c']);
    const { value: id } = edit({ type: 'put-step', step: { id: null, ...step }, position: 1 });
    expect(stepNames()).toEqual(['a', 'new', 'b', 'c']);
    edit({ type: 'put-step', step: { id, ...step, title: 'Step newer' }, position: null });
    expect(stepNames()).toEqual(['a', 'newer', 'b', 'c']);
    edit({ type: 'remove-step', id: 'p1-step-b' });
    edit({ type: 'put-step', step: { id: null, ...step, title: 'Step last' }, position: null });
    expect(stepNames()).toEqual(['a', 'newer', 'c', 'last']);
    expect(vault.read(({ all, from }) => all(from('plan_step').select('position').orderBy('position')))).toEqual([0, 1, 2, 3].map((position) => ({ position })));
  });

  test('a removed step takes its costs along; undo brings both', () => {
    addPlan();
    const before = dumpVault(vault);
    edit({ type: 'remove-step', id: 'p1-step-a' });
    expect(plan().costs.map((cost) => cost.id)).toEqual(['p1-cost-2']);
    vault.undo();
    expect(dumpVault(vault)).toBe(before);
  });

  test('costs, actions and checks are added at the end, replaced where they stand, and removed', () => {
    addPlan();
    const [cost] = plan().costs;
    const [action] = plan().actions;
    const [check] = plan().checks;
    if (!cost || !action || !check) throw new Error('the plan has parts');
    const { value: costId } = edit({ type: 'put-cost', cost: { ...cost, id: null, payers: ['pell', 'wioa'] } });
    edit({ type: 'put-cost', cost: { ...cost, label: 'First' } });
    edit({ type: 'put-action', action: { ...action, id: null, text: 'New' } });
    edit({ type: 'put-check', check: { ...check, id: null, answer: 'yes', done: true } });
    expect(plan().costs.map((each) => [each.label, each.payers.length])).toEqual([['First', 2], ['Shoes', 0], ['Exam', 2]]);
    expect(plan().costs[2]?.payers).toEqual(['pell', 'wioa']);
    expect(plan().actions.map((each) => each.text)).toEqual(['Visit', 'Call', 'New']);
    expect(plan().checks.map((each) => [each.answer, each.done])).toEqual([['ask', false], ['yes', true]]);
    edit({ type: 'remove-cost', id: costId ?? '' });
    edit({ type: 'remove-action', id: 'p1-action-1' });
    edit({ type: 'remove-check', id: 'p1-check-1' });
    expect([plan().costs.length, plan().actions.length, plan().checks.length]).toEqual([2, 2, 1]);
  });

  test('parts of another plan cannot be reached', () => {
    addPlan();
    addPlan('p2');
    const before = dumpVault(vault);
    const [cost] = plan('p2').costs;
    const [step] = plan('p2').steps;
    if (!cost || !step) throw new Error('the plan has parts');
    const foreign: PlanEdit[] = [
      { type: 'move-step', id: step.id, position: 0 }, { type: 'remove-step', id: step.id }, { type: 'put-step', step, position: 0 },
      { type: 'put-cost', cost }, { type: 'put-cost', cost: { ...cost, id: null } }, { type: 'remove-cost', id: cost.id },
      { type: 'remove-action', id: 'p2-action-1' }, { type: 'remove-check', id: 'p2-check-1' },
    ];
    for (const each of foreign) expect(() => edit(each, 'p1')).toThrow(notFound);
    expect(() => edit({ type: 'fields', fields: {} }, 'p3')).toThrow(notFound);
    expect(dumpVault(vault)).toBe(before);
  });

  test('figures stay frozen until somebody accepts new ones, and undo gives the old ones back', () => {
    addPlan();
    vault.write('plans.refreshFigures', (writer) => replaceSnapshot(writer, 'p1', { ...SNAPSHOT, edition: '2026.10' }));
    expect(plan().snapshot.edition).toBe('2026.10');
    vault.undo();
    expect(plan().snapshot).toEqual(SNAPSHOT);
  });

  test('are removed whole', () => {
    addPlan();
    vault.write('plans.remove', (writer) => removePlan(writer, 'p1'));
    expect(() => plan()).toThrow(notFound);
    expect(JSON.parse(dumpVault(vault)).map(([, rows]: [string, unknown[]]) => rows.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('the print log', () => {
  test('is newest first, is no part of the history and does not end a redo', () => {
    vault.undo();
    const { changed } = vault.write('print.log', (writer) => logPrint(writer, { what: 'credential-sheet', studentId: null, way: 'printer' }));
    vault.write('print.log', (writer) => logPrint(writer, { what: 'family-plan', studentId: 's', way: 'pdf' }));
    expect(changed).toEqual(['prints']);
    expect(vault.read(listPrintLog).map((each) => each.what)).toEqual(['family-plan', 'credential-sheet']);
    expect(vault.history()).toEqual({ undo: null, redo: 'students.create' });
    vault.redo();
    expect(vault.read(listPrintLog)).toHaveLength(2);
  });
});
