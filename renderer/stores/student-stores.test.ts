/** The stores of students and plans over the real service, in one process: what a person does, and what is then on the page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestFolder, PASSPHRASE } from '../../db/vault/testing.ts';
import type { TestFolder } from '../../db/vault/testing.ts';
import { DEFAULT_SETTINGS } from '../../shared/contract/app.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import { startService } from '../../electron/service/service.ts';
import type { Service } from '../../electron/service/service.ts';
import { noNetwork } from '../../electron/service/testing.ts';
import { useTransport } from '../client/client.ts';
import { startApp, selectVault, useApp } from './app.ts';
import { editPlan, loadPlan, usePlan } from './plan.ts';
import { setPrintOptions, showPrint, usePrint } from './print.ts';
import { valueOf } from './request.ts';
import { createPlan, loadStudent, saveStudent, useStudent } from './student.ts';
import { addStudent, loadStudents, newStudentFields, shownStudents, sortStudents, useStudents } from './students.ts';
import { undo, useUndo } from './undo.ts';
import { createVault, lockVault, unlockVault, useVault } from './vault.ts';
import { untilStores } from './testing.ts';

/** The tables of the starter themselves: the service builds its database from them when nothing is built yet. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RESOURCES = existsSync(join(ROOT, 'dist', 'resources', 'starter.pack')) ? join(ROOT, 'dist', 'resources') : join(ROOT, 'resources');

let folder: TestFolder;
let service: Service;
let stop: () => void;
const listeners = new Set<(event: ServiceEvent) => void>();
const refuse = (): Promise<never> => Promise.reject(new Error('no port is called'));

const until = (is: () => boolean): Promise<void> => untilStores([useApp, useVault, useStudents, useStudent, usePlan, useUndo, usePrint], is);

beforeAll(async () => {
  folder = await makeTestFolder();
  let ids = 0;
  const world = { now: () => '2026-11-25T15:00:00.000Z', today: () => '2026-11-25', newId: () => `id-${(ids += 1)}` };
  service = await startService(
    {
      dataDir: folder.dir, resourcesDir: RESOURCES, version: '0.0.0', checkOutputs: true,
      capabilities: { saveFiles: 'download', openFiles: 'upload', folders: 'typed', pdf: false, print: 'page', clipboard: false, externalLinks: 'page', nativeMenu: false, keyStore: false },
    },
    { ports: { chooseFile: refuse, openFile: refuse, openFolder: refuse, locateFile: refuse, makePdf: refuse, saveText: refuse, print: refuse, copyText: refuse, openLink: refuse }, world, openNetwork: noNetwork },
    (event) => { for (const each of listeners) each(event); },
  );
  useTransport({
    call: async (name, input) => service.dispatch(name, structuredClone(input)),
    on: (listener) => { listeners.add(listener); return () => listeners.delete(listener); },
    download: () => undefined, upload: () => Promise.resolve({ ok: false, code: 'not-available-here', params: {} }),
  });
  stop = startApp();
  await until(() => useApp.getState().status.status === 'ready');
});
afterAll(async () => {
  stop();
  await service.stop();
  await folder.remove();
});

const credentialId = async (): Promise<string> => {
  const reply = await service.dispatch('reference.search', { text: '', areaId: 'us', lang: 'en', kinds: ['credential'], limit: 1 });
  if (!reply.ok) throw new Error(reply.code);
  const first = (reply.value as { results: { id: string }[] }).results[0];
  if (!first) throw new Error('the starter has no credential');
  return first.id;
};

describe('a story through the stores', () => {
  let studentId = '';
  let planId = '';

  it('makes the vault, holds its code once, and knows that it is open', async () => {
    expect(await createVault('short')).toBe(false);
    expect(useVault.getState().failed).toMatchObject({ task: 'create', failure: { code: 'vault-weak-passphrase', params: { reason: 'short' } } });
    expect(await createVault(PASSPHRASE)).toBe(true);
    expect(useVault.getState().newCode).toMatchObject({ from: 'create', code: expect.stringMatching(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/) });
    await until(() => selectVault(useApp.getState()) === 'unlocked');
  });

  it('adds students and lists them by any column, the unknown last', async () => {
    await loadStudents();
    studentId = (await addStudent({ ...newStudentFields(), name: 'Ángel Ñu', graduates: '2028-06' })) ?? '';
    await addStudent({ ...newStudentFields(), name: 'Zoe', grade: null });
    await until(() => shownStudents(useStudents.getState()).length === 2);
    expect(shownStudents({ ...useStudents.getState(), filter: 'angel nu' }).map((each) => each.name)).toEqual(['Ángel Ñu']);
    sortStudents('grade');
    expect(shownStudents(useStudents.getState()).map((each) => each.name)).toEqual(['Ángel Ñu', 'Zoe']);
    sortStudents('grade');
    expect(shownStudents(useStudents.getState()).map((each) => each.name)).toEqual(['Ángel Ñu', 'Zoe']);
  });

  it('saves at once and takes back by name', async () => {
    await loadStudent(studentId);
    await saveStudent(studentId, { note: 'Likes wires.' });
    expect(useStudent.getState().saved).toEqual({ status: 'saved' });
    expect(valueOf(useStudent.getState().file)?.student.note).toBe('Likes wires.');
    await until(() => useUndo.getState().undo === 'student-update');
    await undo();
    await until(() => valueOf(useStudent.getState().file)?.student.note === '');
    expect(useUndo.getState()).toMatchObject({ last: { what: 'undone', operation: 'student-update' }, redo: 'student-update', failure: null });
  });

  it('makes a plan, edits it, and shows what was stored', async () => {
    planId = (await createPlan({ studentId, areaId: 'us', lang: 'en', goal: 'Work near home.', credentialIds: [await credentialId()] })) ?? '';
    await loadPlan(planId);
    const steps = valueOf(usePlan.getState().plan)?.steps ?? [];
    expect(steps.length).toBeGreaterThan(1);
    await Promise.all([editPlan(planId, { type: 'fields', fields: { goal: 'One' } }), editPlan(planId, { type: 'fields', fields: { goal: 'Two' } })]);
    expect(valueOf(usePlan.getState().plan)?.goal).toBe('Two');
    await editPlan(planId, { type: 'move-step', id: steps[0]?.id ?? '', position: steps.length - 1 });
    expect(valueOf(usePlan.getState().plan)?.steps.at(-1)?.id).toBe(steps[0]?.id);
    expect(usePlan.getState().student?.name).toBe('Ángel Ñu');
  });

  it('says that an edit was not saved, and why', async () => {
    expect(await editPlan(planId, { type: 'remove-step', id: 'nothing' })).toBeNull();
    expect(usePlan.getState().saved).toMatchObject({ status: 'failed', failure: { code: 'not-found' } });
  });

  it('shows nothing more of a plan whose making was taken back', async () => {
    const other = (await createPlan({ studentId, areaId: 'us', lang: 'en', goal: 'Another.', credentialIds: [await credentialId()] })) ?? '';
    await loadPlan(other);
    expect(valueOf(usePlan.getState().plan)?.goal).toBe('Another.');
    // Figures of the same edition are not newer.
    await until(() => usePlan.getState().changes !== null);
    expect(usePlan.getState().changes?.changes).toEqual([]);
    await until(() => useUndo.getState().undo === 'plan-create');
    await undo();
    await until(() => usePlan.getState().plan.status === 'error');
    await until(() => valueOf(usePlan.getState().plan) === null);
    await loadPlan(planId);
    expect(valueOf(usePlan.getState().plan)?.goal).toBe('Two');
  });

  it('lays the plan out for print in its own language, then in the one asked for', async () => {
    await showPrint({ kind: 'family-plan', planId });
    expect(valueOf(usePrint.getState().document)?.document).toMatchObject({ lang: 'en', large: false });
    await setPrintOptions({ lang: 'es' });
    expect(valueOf(usePrint.getState().document)?.document).toMatchObject({ lang: 'es', kind: 'family-plan' });
    expect(usePrint.getState().pages.status).toBe('idle');
  });

  it('forgets everything of students when it locks, and that the code was never confirmed', async () => {
    expect(await lockVault()).toBe(true);
    await until(() => selectVault(useApp.getState()) === 'locked');
    const rest = JSON.stringify([useStudents, useStudent, usePlan, useUndo, usePrint, useVault].map((store) => store.getState()));
    expect(rest).not.toMatch(/Ángel|Zoe|Likes wires|Two/);
    expect(useVault.getState()).toMatchObject({ newCode: null, codeLost: true });
    expect(useStudents.getState().list.status).toBe('idle');
  });

  it('tells a wrong passphrase from the right one', async () => {
    expect(await unlockVault('not this one at all')).toBe(false);
    expect(useVault.getState().failed).toMatchObject({ task: 'unlock', failure: { code: 'vault-wrong-passphrase' } });
    expect(await unlockVault(PASSPHRASE)).toBe(true);
    await until(() => selectVault(useApp.getState()) === 'unlocked');
    await loadStudents();
    expect(shownStudents(useStudents.getState())).toHaveLength(2);
    expect(newStudentFields().lang).toBe(DEFAULT_SETTINGS.lang);
  });
});
