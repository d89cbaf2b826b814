/** A plan keeps the figures it was made with when the reference data becomes another edition, until a person takes the new ones. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePack } from '../../db/pack/pack-writer.ts';
import { readStarter } from '../../db/pack/starter.ts';
import type { PackRows } from '../../db/pack/starter.ts';
import { tableNamed } from '../../db/pack/tables.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import { makeFolder, PASSPHRASE, removeFolder, startTestService } from './testing.ts';
import type { TestService } from './testing.ts';

const RESOURCES = fileURLToPath(new URL('../../resources/', import.meta.url));
const [KEPT, GONE] = ['electrician-apprenticeship', 'electrician-license'];
let folder: string;
const resources = (edition: 'first' | 'second'): string => join(folder, edition);

/** The starter a year later: electricians in Ohio are paid a thousand dollars more, and one credential is no more. */
function laterEdition(rows: PackRows): PackRows {
  const at = (table: string, column: string): number => tableNamed(table).columns.findIndex(({ name }) => name === column);
  const [area, soc, p50] = [at('wage', 'area'), at('wage', 'soc'), at('wage', 'p50')];
  return new Map([...rows].map(([table, all]) => {
    if (table === 'meta') return [table, all.map(([key, value]) => [key ?? null, key === 'edition' ? '2027-11' : (value ?? null)])];
    const left = all.filter((row) => !row.includes(GONE));
    if (table !== 'wage') return [table, left];
    return [table, left.map((row) => row.map((cell, index) => (index === p50 && row[area] === '39' && row[soc] === '47-2111' ? Number(cell) + 1000 : cell)))];
  }));
}

beforeAll(async () => {
  folder = await makeFolder();
  const rows = await readStarter({ starterDir: join(RESOURCES, 'starter'), rubricsDir: join(RESOURCES, 'rubrics') });
  for (const [edition, content] of [['first', rows], ['second', laterEdition(rows)]] as const) {
    await mkdir(resources(edition));
    await writePack({ rows: content, out: join(resources(edition), 'starter.pack') });
  }
});
afterAll(async () => { await removeFolder(folder); });

describe('the figures of a plan', () => {
  let first: OutputOf<'plans.get'>;
  let printed: OutputOf<'print.getDocument'>;
  let later: TestService;
  const request = () => ({ kind: 'family-plan', planId: first.id, lang: 'en', large: false, studentNumber: false }) as const;
  const median = (plan: OutputOf<'plans.get'>): number | null | undefined => plan.snapshot.pays.find(({ credentialId }) => credentialId === KEPT)?.pay.p50;
  const start = (edition: 'first' | 'second') => startTestService({ dataDir: join(folder, 'data'), resourcesDir: resources(edition) });

  it('are those of the edition it was made with', async () => {
    const { call, service } = await start('first');
    await call('vault.create', { passphrase: PASSPHRASE });
    const { id: studentId } = await call('students.create', {
      name: 'Ana', grade: 11, graduates: '2027-06', birthMonth: null, lang: 'en', areaId: '39', largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: 'private',
    });
    const { id } = await call('plans.create', { studentId, areaId: '39', lang: 'en', goal: '', credentialIds: [KEPT, GONE] });
    first = await call('plans.get', { id });
    const [page, edition] = [await call('reference.getCredential', { id: KEPT, areaId: '39' }), await call('reference.getEdition', {})];
    expect(median(first)).toBe(page.row.pay?.p50);
    expect(first.snapshot).toMatchObject({ edition: edition.edition, digest: edition.digest, dataChecked: edition.dataChecked, takenOn: '2026-11-25', baseline: page.baseline?.pay, floor: page.floor.floor });
    expect(first.snapshot.sources.map(({ vintage }) => vintage)).toContain('May 2025');
    printed = await call('print.getDocument', { request: request() });
    expect(JSON.stringify(printed)).not.toContain('private');
    await service.stop();
  });

  it('stay when the data becomes another edition, on screen and on paper, also of a credential that is gone', async () => {
    later = await start('second');
    const { call } = later;
    await call('vault.unlock', { passphrase: PASSPHRASE });
    expect((await call('reference.getEdition', {})).edition).toBe('2027-11');
    expect((await call('reference.getCredential', { id: KEPT, areaId: '39' })).row.pay?.p50).toBe((median(first) ?? 0) + 1000);
    expect(await call('plans.get', { id: first.id })).toEqual(first);
    const again = (await call('print.getDocument', { request: request() })).document.sections.filter(({ block }) => block.type !== 'sources');
    const pay = (sections: typeof again) => sections.flatMap(({ block }) => (block.type === 'pay' ? block.strips.map(({ p50 }) => p50) : []));
    expect(pay(again)).toEqual(pay(printed.document.sections));
    expect(pay(again)).toContain(median(first));
    // What was written stays; only a code that would open nothing any more is not printed, and that it is no longer given is said.
    const steps = (sections: typeof again) => sections.flatMap(({ block }) => (block.type === 'steps' ? block.items : []));
    const GONE_TITLE = 'Electrician license';
    const SAID = ' It is no longer given.';
    const asWritten = (sections: typeof again) => steps(sections).map((item) => ({ ...item, detail: item.detail.replace(SAID, ''), aside: item.title === GONE_TITLE ? '' : item.aside }));
    expect(asWritten(again)).toEqual(asWritten(printed.document.sections));
    expect(steps(again).find((item) => item.title === GONE_TITLE)?.detail.endsWith(SAID)).toBe(true);
    expect(steps(printed.document.sections).some((item) => item.detail.includes(SAID))).toBe(false);
    expect(steps(again).find((item) => item.title === GONE_TITLE)?.aside).toBe('');
    expect(steps(again).filter((item) => item.title !== GONE_TITLE).some((item) => item.aside !== '')).toBe(true);
  });

  it('become the new ones when a person takes them, and come back by undo', async () => {
    const { call, service } = later;
    await call('plans.refreshFigures', { ids: [first.id] });
    const fresh = await call('plans.get', { id: first.id });
    expect(median(fresh)).toBe((median(first) ?? 0) + 1000);
    expect(fresh.snapshot.edition).toBe('2027-11');
    expect(fresh.snapshot.pays.map(({ credentialId }) => credentialId)).toEqual([KEPT]);
    // Steps, costs and words are the people's and stay.
    expect({ ...fresh, snapshot: null, updatedAt: null }).toEqual({ ...first, snapshot: null, updatedAt: null });
    expect(await call('history.undo', {})).toEqual({ undone: 'plan-refresh' });
    expect((await call('plans.get', { id: first.id })).snapshot).toEqual(first.snapshot);
    await service.stop();
  });
});

describe('the break-even on paper', () => {
  it('is said once people have filled in what everything costs, and not before', async () => {
    const { call, service } = await startTestService({ dataDir: join(folder, 'other'), resourcesDir: resources('first') });
    await call('vault.create', { passphrase: PASSPHRASE });
    const { id: studentId } = await call('students.create', {
      name: 'Ben', grade: null, graduates: null, birthMonth: null, lang: 'en', areaId: '39', largePrint: false, studentNumber: '', hasDiploma: true, wageCents: null, hoursPerWeek: null, note: '',
    });
    const { id } = await call('plans.create', { studentId, areaId: '39', lang: 'en', goal: '', credentialIds: ['practical-nurse'] });
    const said = async (): Promise<boolean> => JSON.stringify(await call('print.getDocument', { request: { kind: 'family-plan', planId: id, lang: 'en', large: false, studentNumber: false } })).includes('you would have earned more in total');
    expect(await said()).toBe(false);
    const { costs } = await call('plans.get', { id });
    expect(costs.some((cost) => cost.lowCents === null || cost.atLeast)).toBe(true);
    for (const cost of costs) await call('plans.edit', { id, edit: { type: 'put-cost', cost: { ...cost, lowCents: 100_000, highCents: null, atLeast: false, unknown: null } } });
    expect(await said()).toBe(true);
    await service.stop();
  });
});
