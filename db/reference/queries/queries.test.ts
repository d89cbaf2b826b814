import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReference, feedFromRows } from '../build-reference.ts';
import { areaChain, openReference, type ReferenceDb } from '../reference-db.ts';
import { OHIO, rowsFrom } from '../test-reference.ts';
import { getCredential, listCredentialIds } from './get-credential.ts';
import { getCredentialFacts } from './get-credential-facts.ts';
import { getEvidence } from './get-evidence.ts';
import { getOccupation } from './get-occupation.ts';
import { getOccupationFacts } from './get-occupation-facts.ts';
import { getPriceParity } from './get-price-parity.ts';
import { getRubric } from './get-rubric.ts';
import { getSource } from './get-source.ts';
import { listAreas } from './list-areas.ts';
import { listCounties } from './list-counties.ts';
import { listCredentialEvidence } from './list-credential-evidence.ts';
import { listEdgesFrom, listEdgesTo } from './list-edges.ts';
import { listLinkHosts } from './list-link-hosts.ts';
import { countOccupationCredentials, listLooseCredentials } from './list-occupation-credentials.ts';
import { listPriceIndex } from './list-price-index.ts';
import { listRules } from './list-rules.ts';
import { listSources } from './list-sources.ts';
import { listWages } from './list-wages.ts';

let folder: string;
let db: ReferenceDb;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark queries '));
  db = openReference((await buildReference({ feed: feedFromRows(rowsFrom(OHIO)), out: join(folder, 'r.sqlite') })).path);
});
afterAll(async () => {
  db.close();
  await rm(folder, { recursive: true, force: true });
});

describe('areas', () => {
  test('fall back to the state and the nation; an unknown one to the nation', () => {
    expect(areaChain(db, '3900004')).toEqual(['3900004', '39', 'us']);
    expect(areaChain(db, 'us')).toEqual(['us']);
    expect(areaChain(db, '7777777')).toEqual(['7777777', 'us']);
  });
  test('take the price level of their state; the nation has that of no place in it', () => {
    expect(getPriceParity(db, '39')).toMatchObject({ milli: 91900, area: 'Ohio' });
    expect(getPriceParity(db, '3900004')).toEqual(getPriceParity(db, '39'));
    expect(getPriceParity(db, '39')?.vintage).toBe(getSource(db, getPriceParity(db, '39')?.source ?? '')?.vintage);
    expect(getPriceParity(db, 'us')).toBeUndefined();
    expect(getPriceParity(db, '7777777')).toBeUndefined();
  });
  test('are listed with their price level', () => {
    expect(listAreas(db).map(({ id }) => id)).toEqual(['18', '39', '3900004', 'us']);
    expect(listAreas(db)[1]).toEqual({ id: '39', kind: 'state', name: 'Ohio', parent: 'us', state: 'OH', priceParityMilli: 91900 });
  });
});

describe('facts of an occupation', () => {
  const pay = (soc: string, area: string) => getOccupationFacts(db, soc, area)?.pay;

  test('take pay from the nearest area that has it, and name it', () => {
    expect(pay('29-2061', '3900004')).toMatchObject({
      askedArea: '3900004', area: '39', areaName: 'Ohio', p50: 61000, p25: null, topCoded: false,
      from: { source: 'oews', vintage: 'May 2025', area: '39', basis: 'published', evidence: null, method: null },
    });
    expect(pay('29-2061', '18')).toMatchObject({ area: 'us', areaName: 'United States', p50: 62000, hourlyP50Cents: 2980 });
    expect(pay('31-1131', '3900004')).toMatchObject({ area: '3900004', p50: 37000 });
  });
  test('count hourly pay and a top code as pay', () => {
    expect(pay('27-2011', '39')).toMatchObject({ area: 'us', basis: 'hourly-only', p50: null, hourlyP50Cents: 2300 });
    expect(pay('29-1241', '39')).toMatchObject({ area: 'us', topCoded: true, p50: null });
    expect(pay('99-0001', '39')).toBeNull();
  });
  test('give employment of the asked area itself, or say that it is not published', () => {
    const here = (soc: string, area: string) => getOccupationFacts(db, soc, area)?.employmentHere;
    expect(here('29-2061', '3900004')).toMatchObject({ value: 900, unknown: null, unit: 'jobs', from: { area: '3900004', source: 'oews' } });
    expect(here('31-1131', '3900004')).toMatchObject({ value: null, unknown: 'not-published' });
    expect(here('47-2111', '39')).toMatchObject({ value: null, unknown: 'not-published', from: { source: null, area: '39' } });
  });
  test('have the nation’s outlook, titles in both languages, and nothing for an unknown code', () => {
    const facts = getOccupationFacts(db, '29-2061', '39');
    expect(facts?.outlook).toMatchObject({ changePermille: 26, openingsPerYear: 54400, from: { source: 'ep', vintage: '2024-34', area: 'us' } });
    expect(facts?.title).toEqual({ en: 'Licensed Practical and Licensed Vocational Nurses', es: 'Enfermeros prácticos' });
    expect(getOccupationFacts(db, '31-1131', '39')?.title.es).toBe('Nursing Assistants');
    expect(getOccupationFacts(db, '31-1131', '39')?.outlook).toBeNull();
    expect(getOccupationFacts(db, '00-0000', '39')).toBeUndefined();
  });
  test('stand beside what it is', () => {
    expect(getOccupation(db, '31-1131')).toMatchObject({
      merges: ['31-1132', '31-1133'], aliases: [{ text: 'CNA (Certified Nursing Assistant)', lang: 'en' }, { text: 'Nurse Aide', lang: 'en' }],
    });
    expect(getOccupation(db, '47-2111')).toMatchObject({ merges: [], entryTraining: 'apprenticeship' });
    expect(getOccupation(db, '00-0000')).toBeUndefined();
  });
});

describe('facts of a credential', () => {
  test('take the state’s price before the nation’s, and no other state’s', () => {
    const facts = getCredentialFacts(db, 'lpn', '3900004');
    expect(facts?.costs.map(({ line, amount }) => [line, amount.value, amount.high, amount.unknown, amount.from.area])).toEqual([
      ['tuition', null, null, 'varies-ask', 'us'], ['exam', 27500, 30000, null, '39'],
    ]);
    expect(facts?.costs[1]?.amount.from).toMatchObject({ evidence: 'lpn-exam-oh', vintage: '2026-10-01', source: null });
    expect(facts?.authority).toEqual({ name: 'Ohio Board of Nursing', phone: null, url: 'https://nursing.ohio.gov/', evidence: 'lpn-exam-oh' });
    expect(getCredentialFacts(db, 'lpn', '18')).not.toHaveProperty('authority');
    const national = getCredentialFacts(db, 'lpn', 'us')?.costs[1];
    expect(national).toMatchObject({ payers: ['family', 'sponsor'], priceYear: 2026, amount: { value: 20000, high: null, from: { vintage: '2026-03' } } });
    expect(getCredentialFacts(db, 'lpn', '18')?.costs.map(({ line }) => line)).toEqual(['tuition', 'exam', 'license']);
  });
  test('have times and requirements in order', () => {
    const facts = getCredentialFacts(db, 'lpn', '39');
    expect(facts?.times).toMatchObject([{ kind: 'training', low: 12, high: 18, unknown: null }, { kind: 'experience', low: null, unknown: 'varies-ask' }]);
    expect(facts?.requirements.map(({ kind }) => kind)).toEqual(['background-check', 'exam']);
  });
  test('link to occupations by the nearest area’s relation, the firmest first', () => {
    const links = (area: string) => getCredentialFacts(db, 'lpn', area)?.links.map(({ relation, occupation }) => `${relation} ${occupation.soc}`);
    expect(links('us')).toEqual(['required-by-law 29-2061', 'qualifies 31-1131']);
    expect(links('3900004')).toEqual(['required-by-law 29-2061', 'preferred 31-1131']);
    expect(links('18')).toEqual(['required-by-law 29-2061', 'qualifies 31-1131', 'related 47-2111']);
    expect(getCredentialFacts(db, 'lpn', '39')?.links[0]?.occupation.pay?.askedArea).toBe('39');
  });
  test('and its edges, base and ledger', () => {
    expect(getCredentialFacts(db, 'cna', 'us')?.leadsTo).toEqual(listEdgesFrom(db, 'cna'));
    expect(listEdgesTo(db, 'lpn')).toEqual([{
      fromId: 'cna', toId: 'lpn', kind: 'often-before', skippable: true, credits: null,
      terms: { en: 'Often first.', es: 'A menudo primero.' }, evidence: null,
    }]);
    expect(listEdgesFrom(db, 'lpn')).toEqual([]);
    expect(getCredential(db, 'lpn')).toMatchObject({
      issuer: { name: 'Ohio Board of Nursing', url: 'https://nursing.ohio.gov/' }, portable: true, proctored: false, thirdPartyAssessed: null,
    });
    expect(getCredential(db, 'cna')?.issuer).toBeNull();
    expect(listCredentialEvidence(db, 'lpn').map(({ id }) => id)).toEqual(['lpn-exam', 'lpn-exam-oh']);
    expect(getEvidence(db, 'lpn-exam')).toMatchObject({ pageDate: '2026-03', readDate: '2026-10-01' });
    expect(listCredentialIds(db)).toHaveLength(5);
    expect([getCredentialFacts(db, 'none', 'us'), getCredential(db, 'none'), getEvidence(db, 'none'), getSource(db, 'none')]).toEqual([undefined, undefined, undefined, undefined]);
  });
  test('of an occupation', () => {
    expect(listLooseCredentials(db, '31-1131', '39', 9)).toEqual([{ credential: 'lpn', relation: 'preferred' }]);
    expect([countOccupationCredentials(db, '31-1131', '39'), countOccupationCredentials(db, '47-2111', '39'), countOccupationCredentials(db, '99-0001', '39')]).toEqual([2, 1, 0]);
  });
});

describe('the rest', () => {
  test('wages of an area are its own, without fallback', () => {
    expect(listWages(db, '3900004')).toMatchObject([
      { soc: '29-2061', employment: 900, p50: null, entryEducation: 'postsecondary-certificate', topCoded: false }, { soc: '31-1131', p50: 37000 },
    ]);
    expect(listWages(db, '18')).toEqual([]);
  });
  test('counties come by code, with the area whose figures stand for them', () => {
    expect(listCounties(db)).toEqual([{ fips: '39009', name: 'Athens County', area: '3900004' }, { fips: '39049', name: 'Franklin County', area: '39' }]);
  });
  test('rules hold on their days', () => {
    const ids = (day: string) => listRules(db, 'good-job-floor', day).map(({ id }) => id);
    expect(ids('2017-07-25')).toEqual([]);
    expect(ids('2017-07-26')).toEqual(['floor-old']);
    expect(ids('2024-07-31')).toEqual(['floor-new', 'floor-old']);
    expect(ids('2024-08-01')).toEqual(['floor-new']);
    expect(listRules(db, 'good-job-floor', '2026-01-01')[0]?.params).toEqual({ floor: 43000 });
  });
  test('rubrics, prices, sources', () => {
    expect(getRubric(db, 'w')).toMatchObject({ edition: '2026', body: { v: 2 } });
    expect(getRubric(db, 'w', '2025')?.name).toBe('Old');
    expect(getRubric(db, 'none')).toBeUndefined();
    expect(listPriceIndex(db).map(({ month, cpiMilli }) => [month, cpiMilli])).toEqual([[0, 321000], [5, 320580]]);
    expect(listSources(db).map(({ id }) => id)).toEqual(['ep', 'oews', 'own']);
    expect([...listLinkHosts(db)].sort()).toEqual(['example.org', 'nursing.ohio.gov', 'www.bls.gov']);
    expect(getSource(db, 'oews')?.vintage).toBe('May 2025');
  });
});
