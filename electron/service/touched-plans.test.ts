/** From one edition to the next over real databases: what changed, whose plans it touches, taking the new figures, and taking that back. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackRows } from '../../db/pack/pack-reader.ts';
import { writePack } from '../../db/pack/pack-writer.ts';
import { LATER, LATER_AREA, LATER_EDITION, laterStarter, smallStarter } from '../../db/pack/test-later-starter.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { buildResources, makeFolder, PASSPHRASE, removeFolder, startTestService } from './testing.ts';
import type { TestService } from './testing.ts';

const t = createTranslator('en');
let folder: string;
let service: TestService;
const plans: Record<string, string> = {};
const at = (...parts: string[]): string => join(folder, ...parts);
const says = (changes: OutputOf<'plans.getChanges'>['changes']): string[] => changes.map(({ kind, urgency, todo }) => `${kind} ${urgency} ${todo.code}`);

beforeAll(async () => {
  folder = await makeFolder();
  await buildResources(at('whole'));
  const rows = smallStarter((await readPackRows(at('whole', 'starter.pack'))).rows);
  await mkdir(at('resources'));
  await writePack({ rows, out: at('resources', 'starter.pack'), codec: 'gzip' });
  await writePack({ rows: laterStarter(rows), out: at('later.pack'), codec: 'gzip' });
  service = await startTestService({ dataDir: at('data'), resourcesDir: at('resources') });
  service.host.packPath = at('later.pack');
  const { call } = service;
  await call('vault.create', { passphrase: PASSPHRASE });
  const make = async (name: string, credentialIds: string[]): Promise<void> => {
    const { id: studentId } = await call('students.create', { name, grade: 11, graduates: '2027-06', birthMonth: null, lang: 'en', areaId: LATER_AREA, largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '' });
    plans[name] = (await call('plans.create', { studentId, areaId: LATER_AREA, lang: 'en', goal: `The goal of ${name}`, credentialIds })).id;
  };
  await make('Zoe', [LATER.retired]);
  await make('Ana', [LATER.dearer]);
  await make('Ben', [LATER.worse]);
  await make('Cal', ['commercial-driver-license']);
});
afterAll(async () => {
  await service.service.stop();
  await removeFolder(folder);
});

const plan = (name: string) => service.call('plans.get', { id: plans[name] ?? '' });

describe('before a switch', () => {
  it('there is nothing to compare, and no plan is touched', async () => {
    expect(await service.call('changes.get', { areaId: LATER_AREA })).toEqual({ changes: null });
    expect(await service.call('plans.listTouched', {})).toMatchObject({ plans: 4, students: [], same: [] });
  });
  it('a plan freezes verdict, prices, time and questions too, and no name of a student', async () => {
    const { snapshot } = await plan('Ana');
    const frozen = snapshot.credentials?.find(({ credentialId }) => credentialId === LATER.dearer);
    expect(frozen).toMatchObject({ status: 'active', successor: null });
    expect(frozen?.costs.find(({ line }) => line === 'exam')).toMatchObject({ low: 200_00, atLeast: false });
    expect(frozen?.requirements.length).toBeGreaterThan(2);
    expect(JSON.stringify(snapshot)).not.toContain('Ana');
  });
});

describe('after a switch', () => {
  beforeAll(async () => { await service.call('packs.install', { handle: 'P'.repeat(43) }); });

  it('tells what changed for the area, and nothing that did not', async () => {
    const { changes } = await service.call('changes.get', { areaId: LATER_AREA });
    const told = (kind: string): string[] => changes?.groups.find((each) => each.kind === kind)?.lines.map(({ id, reason }) => `${id}: ${t.reason(reason)}`) ?? [];
    expect(changes?.now.edition).toBe(LATER_EDITION);
    expect(changes?.groups.every(({ more }) => more === 0)).toBe(true);
    expect(changes?.groups.map(({ kind }) => kind)).toEqual(['new', 'retired', 'listed', 'verdict', 'price', 'pay', 'requirement']);
    expect(told('new')).toEqual([`${LATER.added}: It is new in the data.`]);
    expect(told('retired')).toEqual([`${LATER.retired}: It is no longer given. This follows it: CompTIA Network+.`]);
    expect(told('listed')).toEqual([expect.stringMatching(new RegExp(`^${LATER.retired}: It is no longer on this list: .*`))]);
    expect(told('verdict')).toContainEqual(expect.stringMatching(new RegExp(`^${LATER.worse}: .*It was high value. It is now `)));
    expect(told('price')).toEqual([`${LATER.dearer}: National nursing test (NCLEX-PN): the price went up. It was $200 and is now $250.`]);
    expect(told('pay')).toEqual([expect.stringMatching(/^47-2111: In dollars of May 2025 the middle pay fell by 50 in 100\./)]);
    expect(told('requirement')).toEqual([`${LATER.dearer}: New to check before you pay: Which new shots are asked for?`]);
  });
  it('keeps the comparison beside the edition, and tells another area of the same state less', async () => {
    const kept = (await readdir(at('data', 'reference'))).filter((name) => name.endsWith('.json') && name.includes('.changes'));
    expect(kept).toHaveLength(1);
    expect(await service.call('changes.get', { areaId: LATER_AREA })).toEqual(await service.call('changes.get', { areaId: LATER_AREA }));
    const { changes } = await service.call('changes.get', { areaId: '39' });
    expect(changes?.groups.map(({ kind }) => kind)).toEqual(['new', 'retired', 'price', 'requirement']);
  });
  it('lists who is touched, the most urgent first, with what to do', async () => {
    const { students, same, now, plans: all } = await service.call('plans.listTouched', {});
    expect(students.map(({ name, urgency }) => [name, urgency])).toEqual([['Zoe', 'now'], ['Ana', 'talk'], ['Ben', 'talk']]);
    expect([now.edition, all, same]).toEqual([LATER_EDITION, 4, [plans['Cal']]]);
    const [zoe, ana, ben] = students.map(({ plans: [first] }) => says(first?.changes ?? []));
    expect(zoe?.[0]).toBe('retired now do.successor');
    expect(ana).toEqual(['price talk do.call', 'requirement talk do.check']);
    expect(ben).toEqual(expect.arrayContaining(['verdict talk do.talk', 'pay talk do.talk']));
    expect(await service.call('plans.getChanges', { id: plans['Zoe'] ?? '' })).toMatchObject({ notGiven: [{ credentialId: LATER.retired, status: 'retired', successor: { credentialId: LATER.successor } }] });
  });
  it('prints them for staff, and writes down of each student that it was printed', async () => {
    const request = { kind: 'touched-list', lang: 'en', large: false } as const;
    const { document } = await service.call('print.getDocument', { request });
    expect(document.sections.map(({ block }) => (block.type === 'touched' ? block.name : ''))).toEqual(['Zoe', 'Ana', 'Ben']);
    await service.call('print.savePdf', { request, handle: 'H'.repeat(43) });
    expect((await service.call('print.listLog', {})).prints.filter(({ what }) => what === 'touched-list')).toHaveLength(3);
  });
  it('marks what is no longer given in the plan of a family, with what follows it', async () => {
    const { document } = await service.call('print.getDocument', { request: { kind: 'family-plan', planId: plans['Zoe'] ?? '', lang: 'en', large: false, studentNumber: false } });
    expect(JSON.stringify(document)).toContain('It is no longer given. This follows it: CompTIA Network+.');
  });
  it('keeps the frozen figures until they are accepted; then nothing is left, and one undo brings all of it back', async () => {
    const before = await Promise.all(['Zoe', 'Ana', 'Ben', 'Cal'].map(plan));
    const exam = (of: OutputOf<'plans.get'>) => of.costs.find(({ label }) => label.includes('NCLEX-PN'));
    expect(exam(await plan('Ana'))).toMatchObject({ lowCents: 200_00 });
    await service.call('plans.refreshFigures', { ids: Object.values(plans) });
    expect(await service.call('plans.listTouched', {})).toMatchObject({ students: [], same: [] });
    const ana = await plan('Ana');
    expect(exam(ana)).toMatchObject({ lowCents: 250_00 });
    expect(ana.snapshot.edition).toBe(LATER_EDITION);
    // The mark stays: that somebody knows of it does not bring the credential back.
    expect(await service.call('plans.getChanges', { id: plans['Zoe'] ?? '' })).toMatchObject({ changes: [], notGiven: [{ credentialId: LATER.retired }] });
    expect(await service.call('history.undo', {})).toEqual({ undone: 'plan-refresh' });
    expect(await Promise.all(['Zoe', 'Ana', 'Ben', 'Cal'].map(plan))).toEqual(before);
  });
  it('leaves a price that a person wrote', async () => {
    for (const cost of (await plan('Ana')).costs.filter(({ label }) => label.includes('NCLEX-PN'))) {
      await service.call('plans.edit', { id: plans['Ana'] ?? '', edit: { type: 'put-cost', cost: { ...cost, lowCents: 180_00, highCents: null } } });
    }
    await service.call('plans.refreshFigures', { ids: [plans['Ana'] ?? ''] });
    expect((await plan('Ana')).costs.find(({ label }) => label.includes('NCLEX-PN'))).toMatchObject({ lowCents: 180_00 });
    await service.call('history.undo', {});
    await service.call('history.undo', {});
  });
  it('tells nobody once the edition before is in use again', async () => {
    await service.call('packs.goBack', {});
    expect(await service.call('plans.listTouched', {})).toMatchObject({ students: [], same: [] });
  });
});
