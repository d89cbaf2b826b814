import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Shaped } from '../shape.ts';
import { GOOD_JOB_FLOOR_SHAPE } from '../value/floor-definition.ts';
import { DEBT_TO_EARNINGS_SHAPE } from './debt-to-earnings.ts';
import { EARNINGS_PREMIUM_SHAPE, EARNINGS_THRESHOLD_SHAPE } from './earnings-premium.ts';
import { POINTS_SEAL_SHAPE } from './ohio-seal.ts';
import { GI_BILL_TESTS_SHAPE } from './payers.ts';
import { ACADEMIC_YEAR_SHAPE, PELL_AWARD_SHAPE } from './pell.ts';
import { POVERTY_SHAPE } from './poverty.ts';
import { WAGE_PREMIUM_SHAPE } from './wage-premium.ts';
import { WORKFORCE_PELL_CRITERIA, WORKFORCE_PELL_SHAPE } from './workforce-pell.ts';

const SHAPES: Readonly<Record<string, Shaped<unknown>>> = {
  'academic-year': ACADEMIC_YEAR_SHAPE, 'debt-to-earnings': DEBT_TO_EARNINGS_SHAPE, 'earnings-premium': EARNINGS_PREMIUM_SHAPE, 'earnings-threshold': EARNINGS_THRESHOLD_SHAPE,
  'gi-bill-tests': GI_BILL_TESTS_SHAPE, 'good-job-floor': GOOD_JOB_FLOOR_SHAPE, 'pell-award': PELL_AWARD_SHAPE, 'points-seal-oh': POINTS_SEAL_SHAPE, 'poverty-guideline': POVERTY_SHAPE,
  'wage-premium': WAGE_PREMIUM_SHAPE, 'workforce-pell': WORKFORCE_PELL_SHAPE,
};
const STARTER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'resources', 'starter');
const table = (file: string): Record<string, string>[] => parse(readFileSync(join(STARTER, file), 'utf8'), { columns: true });
const rows = table('rule.csv');

describe('the rules of the starter', () => {
  it.each(rows.map((row) => [row['id'] ?? '', row] as const))('%s is read by the shape of its kind', (_, row) => {
    const read = SHAPES[row['kind'] ?? '']?.read(JSON.parse(row['params'] ?? ''));
    expect(read).toMatchObject({ ok: true });
  });
  it('each have a source with an address', () => {
    const sources = new Map(['source/hand.csv', 'source/rules.csv'].flatMap(table).map((each) => [each['id'], each['url']]));
    for (const { id, source_id: source } of rows) expect(sources.get(source ?? ''), id).toMatch(/^(https?:\/\/|docs\/)/u);
  });
  it('follow each other by year, and give one answer a year where they are yearly', () => {
    const years = rows.filter(({ kind }) => kind === 'poverty-guideline').map((row) => [row['valid_from'], row['valid_to'], (JSON.parse(row['params'] ?? '') as { year: number }).year]);
    expect(years).toEqual(years.map((_, index) => [String(2014 + index), String(2014 + index), 2014 + index]));
    expect(years.length).toBeGreaterThanOrEqual(13);
  });
});

describe('the shape of a rule', () => {
  const read = (kind: string, params: object): string => {
    const found = SHAPES[kind]?.read(params);
    return found?.ok === false ? `${found.error.field} ${found.error.fault}` : 'ok';
  };
  const pell = { clockHoursFrom: 150, clockHoursUnder: 600, weeksFrom: 8, weeksUnder: 15, completionPermille: 700, placementPermille: 700, povertyPermille: 1500, monthsRunning: 12 };
  const debt = { annualOverPermille: 80, discretionaryOverPermille: 200, povertyPermille: 1500, years: { certificate: 10 } };
  const premium = { yearsAfterCompletion: 4, thresholdAges: { from: 25, to: 34 }, failYears: 2, ofYears: 3 };
  const floor = { dollarsOf: 2022, bands: [{ fromAge: 25, toAge: 44, floor: 43_000 }] };
  const band = (extra: object) => ({ ...floor, bands: [{ ...floor.bands[0], ...extra }] });
  it.each<[string, object, string]>([
    ['workforce-pell', pell, 'ok'], ['workforce-pell', { ...pell, clockHoursFrom: 0 }, 'clockHoursFrom too-small'], ['workforce-pell', { ...pell, clockHoursUnder: 0 }, 'clockHoursUnder too-small'],
    ['workforce-pell', { ...pell, weeksFrom: 0 }, 'weeksFrom too-small'], ['workforce-pell', { ...pell, weeksUnder: 0 }, 'weeksUnder too-small'], ['workforce-pell', { ...pell, completionPermille: 1001 }, 'completionPermille too-large'],
    ['workforce-pell', { ...pell, placementPermille: 1001 }, 'placementPermille too-large'], ['workforce-pell', { ...pell, povertyPermille: 5001 }, 'povertyPermille too-large'], ['workforce-pell', { ...pell, monthsRunning: 121 }, 'monthsRunning too-large'],
    ['debt-to-earnings', debt, 'ok'], ['debt-to-earnings', { ...debt, annualOverPermille: 0 }, 'annualOverPermille too-small'], ['debt-to-earnings', { ...debt, discretionaryOverPermille: 1001 }, 'discretionaryOverPermille too-large'],
    ['debt-to-earnings', { ...debt, povertyPermille: -1 }, 'povertyPermille too-small'], ['debt-to-earnings', { ...debt, years: { certificate: 41 } }, 'years.certificate too-large'],
    ['earnings-premium', premium, 'ok'], ['earnings-premium', { ...premium, yearsAfterCompletion: 0 }, 'yearsAfterCompletion too-small'], ['earnings-premium', { ...premium, thresholdAges: { from: 15, to: 34 } }, 'thresholdAges.from too-small'],
    ['earnings-premium', { ...premium, thresholdAges: { from: 25, to: 100 } }, 'thresholdAges.to too-large'], ['earnings-premium', { ...premium, failYears: 0 }, 'failYears too-small'], ['earnings-premium', { ...premium, ofYears: 11 }, 'ofYears too-large'],
    ['earnings-threshold', { year: 1999, nation: 1, states: {} }, 'year too-small'], ['earnings-threshold', { year: 2024, nation: 0, states: {} }, 'nation too-small'], ['earnings-threshold', { year: 2024, nation: 1, states: { OH: 0 } }, 'states.OH too-small'],
    ['points-seal-oh', { points: 0 }, 'points too-small'], ['points-seal-oh', {}, 'points missing'], ['gi-bill-tests', { testMost: 0 }, 'testMost too-small'], ['gi-bill-tests', {}, 'testMost missing'],
    ['pell-award', { awardYear: '2026-27', max: 7395, min: 740 }, 'ok'], ['pell-award', { awardYear: '2026-2027x', max: 1, min: 1 }, 'awardYear too-long'], ['pell-award', { awardYear: 'a', max: 0, min: 1 }, 'max too-small'],
    ['pell-award', { awardYear: 'a', max: 1, min: 0 }, 'min too-small'], ['pell-award', { awardYear: 'a', max: 1, min: 1, noneFromStudentAidIndex: -1 }, 'noneFromStudentAidIndex too-small'],
    ['academic-year', { clockHours: 0, weeks: 26 }, 'clockHours too-small'], ['academic-year', { clockHours: 900, weeks: 0 }, 'weeks too-small'], ['academic-year', { clockHours: 900 }, 'weeks missing'],
    ['poverty-guideline', { year: 1981, onePerson: 1 }, 'year too-small'], ['poverty-guideline', { year: 2026, onePerson: 0 }, 'onePerson too-small'],
    ['wage-premium', { overPermille: -1 }, 'overPermille too-small'], ['wage-premium', {}, 'overPermille missing'],
    ['good-job-floor', floor, 'ok'], ['good-job-floor', { ...floor, dollarsOf: 1912 }, 'dollarsOf too-small'], ['good-job-floor', { ...floor, bands: [] }, 'bands empty'], ['good-job-floor', band({ fromAge: -1 }), 'bands.0.fromAge too-small'],
    ['good-job-floor', band({ toAge: 121 }), 'bands.0.toAge too-large'], ['good-job-floor', band({ toAge: null }), 'ok'], ['good-job-floor', band({ floor: 0 }), 'bands.0.floor too-small'],
  ])('%s %j: %s', (kind, params, said) => {
    expect(read(kind, params)).toBe(said);
  });
  it('names the tests of Workforce Pell in the order in which they are told', () => {
    expect(WORKFORCE_PELL_CRITERIA).toEqual(['clock-hours', 'weeks', 'months-running', 'credential', 'credit-bearing', 'completion', 'placement', 'value-added', 'tuition']);
  });
});
