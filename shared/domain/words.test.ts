/** The words that data, contract and pages share: a change of one is a change of a format, and each that is shown has its label. */
import { describe, expect, it } from 'vitest';
import { en } from '../i18n/messages/en.ts';
import { COST_BANDS, SORTS, TIME_BANDS } from './bands.ts';
import { COST_LINES, CREDENTIAL_KINDS, DEMAND_TYPES, FIELDS, MARKS, PAYERS, RELATIONS, STACKING_KINDS, UNITS, UNKNOWN_WORDS } from './facts.ts';
import { MONEY_AHEAD, PRESENT_VALUE, ROUTE_COST, ROUTE_TIME, SMALLEST_CHANGE, SUM_OF_KNOWN_COSTS } from './ours.ts';
import { ASSUMPTIONS, CRITERIA, CRITERION_STATES, VERDICTS } from './results.ts';

/** What stands after a prefix in the labels, in no order; a key with a further point or a capital is something else. */
const labelled = (prefix: string): readonly string[] =>
  Object.keys(en).filter((key) => key.startsWith(`${prefix}.`)).map((key) => key.slice(prefix.length + 1)).filter((word) => /^[a-z0-9-]+$/.test(word)).sort();

describe('words with a label', () => {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['kind', CREDENTIAL_KINDS], ['field', FIELDS], ['payer', PAYERS], ['relation', RELATIONS], ['unknown', UNKNOWN_WORDS],
    ['explore.time', TIME_BANDS], ['explore.cost', COST_BANDS], ['explore.sort', SORTS], ['criterion', CRITERIA], ['criterion.state', CRITERION_STATES],
  ];
  for (const [prefix, words] of lists) {
    it(`${prefix}: each has one`, () => { expect(words.filter((word) => !labelled(prefix).includes(word))).toEqual([]); });
    it(`${prefix}: none is missing from the list`, () => { expect(labelled(prefix).filter((word) => !words.includes(word))).toEqual([]); });
  }
  it('edges between steps', () => { expect(labelled('edge')).toEqual([...STACKING_KINDS].sort()); });
  it('verdicts', () => { expect(labelled('verdict').filter((word) => VERDICTS.some((verdict) => verdict === word))).toEqual([...VERDICTS].sort()); });
});

it('words of the formats', () => {
  expect(COST_LINES).toEqual(['tuition', 'books-tools', 'exam', 'license', 'background-check', 'medical', 'course', 'other', 'renewal']);
  expect(DEMAND_TYPES).toEqual(['licensed-occupation', 'employers-ask', 'cte-assessment', 'software-entry', 'general-readiness', 'not-known']);
  expect(MARKS).toEqual(['assessed', 'proctored', 'portable', 'competencies', 'employers']);
  expect(UNITS).toEqual(['usd-per-year', 'cents-per-quarter', 'cents-per-hour', 'cents', 'jobs', 'jobs-per-year', 'permille', 'months', 'count']);
  expect(ASSUMPTIONS).toEqual(['pay', 'good-job-floor', 'no-training-pay', 'jobs-here', 'job-change', 'age', 'floor-definition']);
});

it('figures of ours say that they are estimates, and how each was made', () => {
  const own = [SUM_OF_KNOWN_COSTS, PRESENT_VALUE, SMALLEST_CHANGE, ROUTE_TIME, ROUTE_COST, MONEY_AHEAD];
  const methods = ['sum-of-known-costs', 'present-value', 'smallest-change', 'route-time', 'route-cost', 'money-ahead'];
  expect(own).toEqual(methods.map((method) => ({ source: null, evidence: null, vintage: null, area: null, basis: 'estimate', method })));
});
