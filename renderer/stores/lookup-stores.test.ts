/** The stores of looking up over the real service, in one process: only the last answer counts, and figures follow area and language. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startService } from '../../electron/service/service.ts';
import type { Service } from '../../electron/service/service.ts';
import { noNetwork } from '../../electron/service/testing.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import { useTransport } from '../client/client.ts';
import { setSettings, startApp, useApp } from './app.ts';
import { addToCompare, assume, assumePrices, assumeTuition, assumptionsOf, moveInCompare, removeFromCompare, resetAssumptions, selectIsFull, toggleCompare, useCompare } from './compare.ts';
import { showCredential, useCredential } from './credential.ts';
import { showOccupation, useOccupation } from './occupation.ts';
import { valueOf } from './request.ts';
import { NOTHING_SAID, personOf, saidOf } from './routes-said.ts';
import { askAbout, MOST_ASKED, say, sayNothing, seek, showRoutes, useRoutes } from './routes.ts';
import { VERDICTS } from '../../shared/domain/results.ts';
import { AT_ONCE, browseAll, browseField, clearFilters, selectNarrowing, selectSort, setSearchText, setSort, showMore, startSearch, toggleFilter, useSearch } from './search.ts';
import { untilStores } from './testing.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RESOURCES = existsSync(join(ROOT, 'dist', 'resources', 'starter.pack')) ? join(ROOT, 'dist', 'resources') : join(ROOT, 'resources');

let dataDir: string;
let service: Service;
let stop: () => void;
/** Names of the methods asked, with their inputs; and what an answer has to wait for. */
let asked: { readonly name: string; readonly input: unknown }[] = [];
let held: Promise<void> | null = null;
const listeners = new Set<(event: ServiceEvent) => void>();
const refuse = (): Promise<never> => Promise.reject(new Error('no port is called'));
const stores = [useApp, useSearch, useCredential, useOccupation, useCompare, useRoutes];

const until = (is: () => boolean): Promise<void> => untilStores(stores, is);
const found = () => useSearch.getState().found;
const settled = (): Promise<void> => until(() => found().status === 'ready');

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'waymark-lookup-'));
  service = await startService(
    {
      dataDir, resourcesDir: RESOURCES, version: '0.0.0', checkOutputs: true,
      capabilities: { saveFiles: 'download', openFiles: 'upload', folders: 'typed', pdf: false, print: 'page', clipboard: false, externalLinks: 'page', nativeMenu: false, keyStore: false },
    },
    {
      ports: { chooseFile: refuse, openFile: refuse, openFolder: refuse, locateFile: refuse, makePdf: refuse, saveText: refuse, print: refuse, copyText: refuse, openLink: refuse },
      world: { now: () => '2026-11-25T15:00:00.000Z', today: () => '2026-11-25', newId: () => 'id' }, openNetwork: noNetwork,
    },
    (event) => { for (const each of listeners) each(event); },
  );
  useTransport({
    call: async (name, input) => {
      asked.push({ name, input });
      const waits = held;
      const reply = await service.dispatch(name, structuredClone(input));
      await waits;
      return reply;
    },
    on: (listener) => { listeners.add(listener); return () => listeners.delete(listener); },
    download: () => undefined, upload: () => Promise.resolve({ ok: false, code: 'not-available-here', params: {} }),
  });
  stop = startApp();
  await until(() => useApp.getState().status.status === 'ready');
});
afterAll(async () => {
  stop();
  await service.stop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(() => { asked = []; held = null; });

describe('search', () => {
  it('starts with everything there is, good jobs first', async () => {
    startSearch();
    await settled();
    expect(asked).toEqual([{ name: 'reference.search', input: expect.objectContaining({ text: '', sort: 'verdict' }) }]);
    const verdicts = valueOf(found())?.results.flatMap((each) => (each.kind === 'credential' ? [each.row.verdict] : [])) ?? [];
    const places = verdicts.map((verdict) => VERDICTS.indexOf(verdict));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(VERDICTS.indexOf('high'));
    startSearch();
    expect(asked).toHaveLength(1);
  });
  it('lets only the last answer count, however late an earlier one comes', async () => {
    let release = (): void => undefined;
    held = new Promise((resolve) => { release = resolve; });
    setSearchText('electrician');
    held = null;
    // The page goes on speaking of what it has.
    expect(useSearch.getState()).toMatchObject({ text: 'electrician', answered: { text: '' }, found: { status: 'loading' } });
    setSearchText('commercial driver');
    await settled();
    const answer = valueOf(found());
    expect(useSearch.getState().answered.text).toBe('commercial driver');
    expect(answer?.results.map((each) => each.id)).toContain('commercial-driver-license');
    expect(answer?.results.map((each) => each.id)).not.toContain('electrician-apprenticeship');
    release();
    await new Promise((resolve) => { setImmediate(resolve); });
    expect(valueOf(found())).toBe(answer);
    expect(selectSort(useSearch.getState())).toBe('best');
  });
  it('narrows by values of a facet and starts over', async () => {
    browseField('building-trades');
    await settled();
    const all = valueOf(found())?.credentials ?? 0;
    toggleFilter('kind', 'apprenticeship');
    await settled();
    expect(selectNarrowing(useSearch.getState())).toBe(2);
    expect(valueOf(found())?.credentials).toBeLessThan(all);
    toggleFilter('kind', 'apprenticeship');
    setSort('name');
    await settled();
    expect(valueOf(found())?.credentials).toBe(all);
    clearFilters();
    await settled();
    expect(useSearch.getState()).toMatchObject({ at: 0, sort: 'name' });
    expect(valueOf(found())?.credentials).toBeGreaterThan(all);
  });
  it('goes on with the list until all are there, in the same order, and starts over with another question', async () => {
    browseAll();
    await settled();
    const first = valueOf(found());
    expect(first?.results).toHaveLength(AT_ONCE);
    expect(first?.total).toBeGreaterThan(AT_ONCE);
    for (let shown = AT_ONCE; shown < (first?.total ?? 0); shown += AT_ONCE) {
      showMore();
      await settled();
      expect(valueOf(found())?.results.slice(0, AT_ONCE).map((each) => each.id)).toEqual(first?.results.map((each) => each.id));
    }
    const all = valueOf(found())?.results ?? [];
    expect(new Set(all.map((each) => each.id)).size).toBe(first?.total);
    setSearchText('a');
    await settled();
    expect(useSearch.getState().limit).toBe(AT_ONCE);
    expect(valueOf(found())?.results.length).toBeLessThanOrEqual(AT_ONCE);
  });
  it('shows every credential that it counts, when the best of a text are narrowed', async () => {
    setSearchText('a');
    toggleFilter('kind', 'license');
    await settled();
    expect(valueOf(found())?.credentials).toBeGreaterThan(0);
    expect(valueOf(found())?.results).toHaveLength(Math.min(AT_ONCE, valueOf(found())?.credentials ?? 0));
    clearFilters();
  });
  it('asks again for another area and another language, and for nothing else', async () => {
    setSearchText('licencia');
    await settled();
    asked = [];
    const searches = () => asked.filter((each) => each.name === 'reference.search').length;
    await setSettings({ areaId: '39' });
    await setSettings({ lang: 'es' });
    await setSettings({ schoolName: 'A' });
    await settled();
    expect(searches()).toBe(2);
    expect(asked.findLast((each) => each.name === 'reference.search')?.input).toMatchObject({ areaId: '39', lang: 'es' });
  });
});

describe('one credential, one occupation', () => {
  it('forgets the one before, and tells that there is none', async () => {
    showCredential('commercial-driver-license');
    await until(() => useCredential.getState().page.status === 'ready');
    expect(valueOf(useCredential.getState().page)?.row.id).toBe('commercial-driver-license');
    showCredential('no-such-credential');
    expect(valueOf(useCredential.getState().page)).toBeNull();
    await until(() => useCredential.getState().page.status === 'error');
    expect(useCredential.getState().page).toMatchObject({ failure: { code: 'not-found' } });
  });
  it('keeps what is on screen while the area changes', async () => {
    showOccupation('47-2111');
    await until(() => useOccupation.getState().page.status === 'ready');
    const before = valueOf(useOccupation.getState().page);
    const change = setSettings({ areaId: 'us' });
    expect(valueOf(useOccupation.getState().page)).toBe(before);
    await change;
    await until(() => useOccupation.getState().page.status === 'ready' && valueOf(useOccupation.getState().page) !== before);
    expect(valueOf(useOccupation.getState().page)?.facts.pay?.area).toBe('us');
  });
});

describe('ways to a job', () => {
  const ways = () => useRoutes.getState().found;
  const answered = (): Promise<void> => until(() => ways().status === 'ready');
  const ids = ['registered-nurse-associate', 'registered-nurse-bachelor'];

  it('finds them, and says why the other credential is on none', async () => {
    showRoutes('29-1141', ids);
    await answered();
    const found = valueOf(ways());
    const on = new Set(found?.routes.flatMap((route) => route.steps.map((step) => step.credentialId)));
    expect(on.size).toBeGreaterThan(0);
    expect(found?.nothing).toBeNull();
    expect(found?.missing.map((each) => each.credentialId)).toEqual(ids.filter((id) => !on.has(id)));
  });
  it('follows what is said of the person, and says which limit is in the way', async () => {
    const full = valueOf(ways())?.routes[0]?.months ?? 0;
    say({ study: 'half' });
    await answered();
    expect(valueOf(ways())?.routes[0]?.months).toBe(full * 2);
    say({ study: 'full', mostMonths: full - 1 });
    await answered();
    expect(valueOf(ways())).toMatchObject({ routes: [], nothing: { code: 'nothing.needs-months', params: { months: full } } });
    // A job looked at next is looked at for the same person.
    showRoutes('47-2111', []);
    expect(valueOf(ways())).toBeNull();
    await answered();
    expect(asked.at(-1)?.input).toMatchObject({ goal: { soc: '47-2111' }, limits: { months: full - 1 } });
    sayNothing();
    await answered();
    expect(useRoutes.getState().said).toEqual(NOTHING_SAID);
    expect(valueOf(ways())?.routes.length).toBeGreaterThan(0);
  });
  it('asks again for another area, and never of more than it may', async () => {
    showRoutes('29-1141', Array.from({ length: MOST_ASKED + 3 }, (_, index) => `no-such-${index}`));
    await answered();
    expect(valueOf(ways())?.missing).toHaveLength(MOST_ASKED);
    asked = [];
    await setSettings({ areaId: '39' });
    await answered();
    expect(asked.filter((each) => each.name === 'routes.find').map((each) => each.input)).toEqual([expect.objectContaining({ areaId: '39' })]);
  });
  it('finds ways to a good job and into a field, each with its job, pay and source', async () => {
    seek({ kind: 'good-job' });
    await answered();
    const good = valueOf(ways());
    expect(good?.routes.length).toBeGreaterThan(3);
    for (const { job } of good?.routes ?? []) {
      expect(job.pay?.p50 ?? 0).toBeGreaterThanOrEqual(good?.floor.floor.value ?? Infinity);
      expect(job.pay?.from.source).toMatch(/oews/);
      expect(job.title.es).not.toBe('');
    }
    seek({ kind: 'field', field: 'health' });
    expect(valueOf(ways())).toBeNull();
    await answered();
    const socs = new Set(valueOf(ways())?.routes.map(({ job }) => job.soc));
    expect(socs.size).toBeGreaterThan(1);
    expect([...socs].every((soc) => /^(29|31)-/.test(soc))).toBe(true);
    say({ mostMonths: 0, mostCents: 0 });
    await answered();
    expect(valueOf(ways())?.routes.every((route) => route.months === 0 && route.cents === 0 && (route.monthsOpen || route.centsOpen))).toBe(true);
    sayNothing();
    askAbout('electrician-apprenticeship');
    await answered();
    expect(valueOf(ways())?.missing).toEqual([{ credentialId: 'electrician-apprenticeship', reason: { code: 'missing.opens-other-work', params: {} } }]);
    // What is held is no step any more.
    const first = valueOf(ways())?.routes[0]?.steps.at(-1)?.credentialId ?? '';
    say({ held: [first] });
    await answered();
    expect(valueOf(ways())?.routes.some((route) => route.steps.some((step) => step.credentialId === first))).toBe(false);
    sayNothing();
    await answered();
  });
  it('takes of a student what the record holds', () => {
    const record = { birthMonth: '2009-10', graduates: '2027-06', hasDiploma: null, grade: 12 } as const;
    expect(saidOf(record, ['cna', 'cna'], '2026-11-25')).toEqual({ ...NOTHING_SAID, age: 17, school: 'later', schoolMonths: 7, held: ['cna'] });
    expect(saidOf({ ...record, hasDiploma: true }, [], '2026-11-25').school).toBe('has');
    expect(saidOf({ ...record, graduates: '2026-06' }, [], '2026-11-25')).toMatchObject({ school: 'has', schoolMonths: NOTHING_SAID.schoolMonths });
    expect(saidOf({ ...record, graduates: null }, [], '2026-11-25').school).toBe('later');
    const adult = { birthMonth: null, graduates: null, hasDiploma: null, grade: null };
    expect(saidOf(adult, [], '2026-11-25')).toEqual(NOTHING_SAID);
    expect(saidOf({ ...adult, hasDiploma: false }, [], '2026-11-25').school).toBe('none');
  });
  it('takes years as months, and high school as it stands', () => {
    expect(personOf({ ...NOTHING_SAID, age: 17, school: 'later', schoolMonths: 7, study: 'half' })).toEqual({ ageMonths: 204, diplomaInMonths: 7, held: [], cannot: [], studyPercent: 50 });
    expect(personOf({ ...NOTHING_SAID, school: 'none', schoolMonths: 7 }).diplomaInMonths).toBeNull();
    expect(personOf(NOTHING_SAID)).toMatchObject({ ageMonths: null, diplomaInMonths: 0 });
  });
});

describe('the comparison', () => {
  const ids = ['commercial-driver-license', 'electrician-apprenticeship', 'hvac-certificate', 'comptia-a-plus', 'osha-10'];

  it('holds four, each once, in an order that asks for nothing anew', async () => {
    for (const id of [...ids, 'comptia-a-plus']) addToCompare(id);
    expect(useCompare.getState().ids).toEqual(ids.slice(0, 4));
    expect(selectIsFull(useCompare.getState())).toBe(true);
    await until(() => useCompare.getState().facts.status === 'ready');
    expect(valueOf(useCompare.getState().facts)?.credentials.map((each) => each.row.id)).toEqual(ids.slice(0, 4));
    asked = [];
    moveInCompare('hvac-certificate', -1);
    moveInCompare('commercial-driver-license', -1);
    moveInCompare('comptia-a-plus', 1);
    expect(useCompare.getState().ids).toEqual(['commercial-driver-license', 'hvac-certificate', 'electrician-apprenticeship', 'comptia-a-plus']);
    expect(asked).toEqual([]);
  });
  it('forgets the facts when nothing is left', async () => {
    for (const id of ids.slice(1)) removeFromCompare(id);
    await until(() => useCompare.getState().facts.status === 'ready');
    toggleCompare('commercial-driver-license');
    expect(useCompare.getState()).toMatchObject({ ids: [], facts: { status: 'idle' } });
  });
  it('counts on plain values until a person types others', () => {
    expect(assumptionsOf({}, '2026-12-31')).toEqual({ startMonth: '2027-01', horizonYears: 10, workHoursInSchool: 10, tuitionCentsPerYear: {}, grantCentsPerYear: 0 });
    assume({ horizonYears: 5 });
    assumeTuition('a', 612_000);
    for (const cents of [100, null]) assumeTuition('b', cents);
    assumePrices('nation');
    expect(assumptionsOf(useCompare.getState().changed, '2026-11-25')).toMatchObject({ prices: 'nation', horizonYears: 5, workHoursInSchool: 10, tuitionCentsPerYear: { a: 612_000 } });
    assumePrices('here');
    expect(Object.keys(useCompare.getState().changed)).toEqual(['horizonYears', 'tuitionCentsPerYear']);
    resetAssumptions();
    expect(useCompare.getState().changed).toEqual({});
  });
});
