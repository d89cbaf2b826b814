/** What a school knows itself, on the starter: in rows, in plans, on sheets, and beside an edition that has given a credential up. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writePack } from '../../../db/pack/pack-writer.ts';
import { OHIO, rowsFrom } from '../../../db/reference/test-reference.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { PrintDocument } from '../../../shared/print/model.ts';
import { buildResources, makeFolder, PASSPHRASE, removeFolder, startTestService } from '../testing.ts';
import type { TestService } from '../testing.ts';
import { parseOverlay } from './overlay-file.ts';

type Draft = InputOf<'overlay.put'>['entry'];
const said = { phone: '740-555-0112', hours: 'weekdays 8 to 3', web: '', note: '', checkedOn: '2026-11-20', checkedBy: '' };
const NURSE_AIDE = { credentialId: 'nurse-aide', credentialName: { en: 'Nurse aide', es: 'Auxiliar de enfermería' } };
const PROGRAM: Draft = {
  ...said, ...NURSE_AIDE, kind: 'program', title: '', provider: 'Pickaway CTE Center', city: 'Circleville', county: 'Pickaway', contact: 'Ms. Alvarez', delivery: 'in-person', weeks: 6, clockHours: 75,
  priceCents: 4500, payers: ['district'], seats: 12, startsOn: '2027-01-11', runs: true, listed: null,
};
const AID: Draft = { ...said, kind: 'contact', credentialId: null, credentialName: null, topic: 'money', name: 'Aid office, Columbus State', phone: '614-555-0199' };
const paper = { lang: 'en', large: false } as const;

let folder: string;
let service: TestService;
beforeAll(async () => {
  folder = await makeFolder();
  await buildResources(join(folder, 'resources'));
  service = await startTestService({ dataDir: join(folder, 'data'), resourcesDir: join(folder, 'resources') });
  await service.call('app.setSettings', { areaId: '39', schoolName: 'West High' });
  await service.call('vault.create', { passphrase: PASSPHRASE });
}, 120_000);
afterAll(async () => {
  await service.service.stop();
  await removeFolder(folder);
});
beforeEach(async () => {
  for (const { entry } of (await service.call('overlay.get', { credentialId: null })).entries) await service.call('overlay.remove', { id: entry.id });
});

const sheet = async (lang: 'en' | 'es' = 'en'): Promise<PrintDocument> =>
  (await service.call('print.getDocument', { request: { kind: 'credential-sheet', credentialId: 'nurse-aide', areaId: '39', ...paper, lang } })).document;
const blockOf = ({ sections }: PrintDocument, title: string) => sections.find(({ block }) => block.type === 'lines' && block.title === title)?.block;

describe('an own entry', () => {
  it('says whose it is, how old, and where its credential stands', async () => {
    await service.call('overlay.put', { id: null, entry: { ...PROGRAM, checkedOn: '2025-09-01' } });
    await service.call('overlay.put', { id: null, entry: { ...PROGRAM, credentialId: null, credentialName: { en: 'Barn cleaning', es: 'Barn cleaning' } } });
    const { entries, undo } = await service.call('overlay.get', { credentialId: null });
    expect(entries).toMatchObject([
      { entry: { school: 'West High', credentialId: 'nurse-aide' }, age: { months: 14, callFirst: true, oldPrice: false }, credential: { state: 'here', successor: null } },
      { entry: { credentialId: null }, credential: null },
    ]);
    expect(undo).toBe('overlay-add');
  });

  it('stands at its credential; one about none stands at all; others do not', async () => {
    for (const entry of [PROGRAM, AID, { ...PROGRAM, credentialId: 'practical-nurse' }]) await service.call('overlay.put', { id: null, entry });
    const { entries } = await service.call('overlay.get', { credentialId: 'nurse-aide' });
    expect(entries.map(({ entry }) => entry.kind).sort()).toEqual(['contact', 'program']);
  });

  it('is on the sheet with its source line, in both languages; a program that has ended says so', async () => {
    const before = await sheet();
    await service.call('overlay.put', { id: null, entry: PROGRAM });
    await service.call('overlay.put', { id: null, entry: AID });
    expect(blockOf(before, 'Near you')).toBeUndefined();
    expect(blockOf(await sheet(), 'Near you')).toMatchObject({
      rows: [
        { label: 'Pickaway CTE Center, Circleville', text: 'Call Ms. Alvarez, 740-555-0112, weekdays 8 to 3. You pay: about $45. Who might pay: the school district. Starts January 11, 2027.', aside: 'From West High, November 2026.' },
        { label: 'Money for school', text: 'Call Aid office, Columbus State, 614-555-0199, weekdays 8 to 3.', aside: 'From West High, November 2026.' },
      ],
    });
    expect(blockOf(await sheet('es'), 'Cerca de usted')).toMatchObject({ rows: [{ aside: 'De West High, noviembre de 2026.' }, { label: 'Dinero para estudiar' }] });
    const { entries } = await service.call('overlay.get', { credentialId: 'nurse-aide' });
    const program = entries.find(({ entry }) => entry.kind === 'program');
    await service.call('overlay.put', { id: program?.entry.id ?? null, entry: { ...PROGRAM, runs: false, checkedOn: '2025-01-01' } });
    expect(blockOf(await sheet(), 'Near you')).toMatchObject({ rows: [{ text: 'It does not run any more.', aside: 'From West High, January 2025. This may have changed. Call first.' }, {}] });
  });

  it('gives a new plan its phones, price and next start, and follows the language of the plan', async () => {
    await service.call('overlay.put', { id: null, entry: PROGRAM });
    await service.call('overlay.put', { id: null, entry: AID });
    const { id: studentId } = await service.call('students.create', { name: 'Maya Ortega', grade: 11, graduates: '2028-06', birthMonth: '2010-09', lang: 'en', areaId: null, largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '' });
    const { id } = await service.call('plans.create', { studentId, areaId: '39', lang: 'en', goal: '', credentialIds: ['nurse-aide'] });
    const plan = await service.call('plans.get', { id });
    expect(plan.steps.find((step) => step.credentialId === 'nurse-aide')?.note).toContain('Taught at Pickaway CTE Center, Circleville. Call Ms. Alvarez, 740-555-0112, weekdays 8 to 3. Starts January 11, 2027. From West High, November 2026.');
    expect(plan.actions[0]).toMatchObject({ text: expect.stringMatching(/^Call Pickaway CTE Center: /) as string, phone: '740-555-0112' });
    expect(plan.actions.map(({ phone }) => phone)).toContain('614-555-0199');
    expect(plan.costs.filter(({ lowCents }) => lowCents === 4500)).toMatchObject([{ payers: ['district'], priceYear: 2026 }]);
    for (const cost of plan.costs.filter(({ unknown }) => unknown !== null)) expect(cost).toMatchObject({ askWhom: 'Pickaway CTE Center', phone: '740-555-0112' });
    await service.call('plans.edit', { id, edit: { type: 'fields', fields: { lang: 'es' } } });
    const es = await service.call('plans.get', { id });
    expect(es.steps.find((step) => step.credentialId === 'nurse-aide')?.note).toContain('Se enseña en Pickaway CTE Center, Circleville. Llame a Ms. Alvarez');
    expect(es.actions[0]?.text).toMatch(/^Llamar a Pickaway CTE Center: /);
    // What the plan took stays with it, whatever becomes of the entry.
    await service.call('overlay.remove', { id: (await service.call('overlay.get', { credentialId: 'nurse-aide' })).entries[0]?.entry.id ?? '' });
    expect(await service.call('plans.get', { id })).toEqual(es);
    const { document } = await service.call('print.getDocument', { request: { kind: 'walk-in-plan', credentialIds: ['nurse-aide'], areaId: '39', ...paper } });
    expect(JSON.stringify(document)).toContain('614-555-0199');
  });
});

describe('the file of entries', () => {
  it('goes out with no more than the entries, and comes in after a look, as one change', async () => {
    await service.call('overlay.put', { id: null, entry: PROGRAM });
    const { handle } = await service.call('overlay.choosePlace', { suggestedName: 'ours.json' });
    expect(await service.call('overlay.exportFile', { handle: handle ?? '' })).toEqual({ entries: 1 });
    const saved = service.host.asked.findLast(({ port }) => port === 'saveText')?.input as { readonly text: string };
    const file = parseOverlay(saved.text);
    expect(file).toMatchObject({ school: 'West High', madeOn: '2026-11-25', entries: [{ provider: 'Pickaway CTE Center' }] });
    // A student of the vault is in no file of entries.
    expect(saved.text).not.toContain('Ortega');
    const [mine] = file.entries;
    if (!mine) throw new Error('nothing was saved');
    service.host.packPath = join(folder, 'theirs.json');
    await writeFile(service.host.packPath, JSON.stringify({ ...file, school: 'East High', entries: [{ ...mine, seats: 3, changedAt: '2099-01-01T00:00:00.000Z' }, { ...mine, id: 'new-one', school: 'East High' }] }));
    const opened = await service.call('overlay.openFile', { handle: 'P' });
    expect(opened).toMatchObject({ school: 'East High', rows: [{ word: 'changed', row: { entry: { seats: 3 } } }, { word: 'new' }] });
    expect((await service.call('overlay.get', { credentialId: null })).entries).toHaveLength(1);
    expect(await service.call('overlay.importFile', { handle: 'P' })).toEqual({ words: { new: 1, changed: 1, same: 0, kept: 0 } });
    expect((await service.call('overlay.get', { credentialId: null })).entries.map(({ entry }) => entry.school).sort()).toEqual(['East High', 'West High']);
    // A clock that is ahead elsewhere does not shut out what is changed here later.
    await service.call('overlay.put', { id: mine.id, entry: { ...PROGRAM, seats: 4 } });
    expect(await service.call('overlay.importFile', { handle: 'P' })).toEqual({ words: { new: 0, changed: 0, same: 1, kept: 1 } });
    for (let steps = 0; steps < 3; steps += 1) await service.call('overlay.undo', {});
    expect((await service.call('overlay.get', { credentialId: null })).entries.map(({ entry }) => entry)).toEqual([mine]);
  });
});

describe('an edition without the credential', () => {
  it('keeps the entry with its saved name, marked, and knows what took its place', async () => {
    const all = OHIO.credential ?? [];
    /** Puts a small edition in force: its credentials are told, the rest is the same. */
    const use = async (name: string, credential: typeof all): Promise<void> => {
      const here = new Set(credential.map(({ id }) => id));
      const of = <R extends { readonly credential?: string }>(rows: readonly R[] = []): readonly R[] => rows.filter((row) => row.credential === undefined || here.has(row.credential));
      service.host.packPath = join(folder, `${name}.pack`);
      await writePack({
        rows: rowsFrom({
          ...OHIO, credential, credential_alias: of(OHIO.credential_alias), credential_occupation: of(OHIO.credential_occupation), recognition: of(OHIO.recognition), stacking: [],
          meta: (OHIO.meta ?? []).map((row) => (row.key === 'edition' ? { ...row, value: name } : row)),
        }),
        out: service.host.packPath,
      });
      await service.call('packs.install', { handle: 'P' });
    };
    const state = async () => (await service.call('overlay.get', { credentialId: null })).entries;
    await service.call('overlay.put', { id: null, entry: { ...PROGRAM, credentialId: 'cna', credentialName: { en: 'Nurse aide', es: 'Auxiliar' } } });
    await use('one', all);
    expect(await state()).toMatchObject([{ credential: { state: 'here', successor: null } }]);
    await use('two', all.map((row) => (row.id === 'cna' ? { ...row, status: 'retired', successor: 'lpn' } : row)));
    expect(await state()).toMatchObject([{ entry: { credentialName: { en: 'Nurse aide' } }, credential: { state: 'retired', successor: { id: 'lpn', name: { en: 'Practical nurse license' } } } }]);
    await use('three', all.filter(({ id }) => id !== 'cna'));
    expect(await state()).toMatchObject([{ entry: { credentialName: { en: 'Nurse aide' }, phone: '740-555-0112' }, credential: { state: 'gone', successor: { id: 'lpn' } } }]);
    // It stands at what took its place, too.
    expect((await service.call('overlay.get', { credentialId: 'lpn' })).entries).toHaveLength(1);
  });
});
