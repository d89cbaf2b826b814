import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COST_LINES } from '../facts.ts';
import { VERDICTS } from '../results.ts';
import { CHANGE_KINDS, credentialChanges } from './credential-changes.ts';
import { missingCredential } from './frozen-figures.ts';
import type { FrozenCredential, FrozenFigures } from './frozen-figures.ts';
import { planChanges, URGENCIES } from './plan-changes.ts';

const named = (name: string) => ({ en: name, es: `${name} es` });
const lpn: FrozenCredential = {
  credentialId: 'lpn', name: named('Practical nurse'), status: 'active', successor: null, verdict: 'high', minAge: 17, renewMonths: 24,
  costs: [{ line: 'tuition', label: named('Tuition'), low: 10_000_00, high: 14_000_00, atLeast: false, per: 'once' }, { line: 'exam', label: named('Exam'), low: 200_00, high: null, atLeast: false, per: 'once' }],
  times: [{ kind: 'training', low: 11, high: 12, unit: 'months' }], requirements: [{ kind: 'drug-test', answer: 'yes', label: named('A drug test') }],
};
const figures = (over: Partial<FrozenFigures> = {}): FrozenFigures => ({
  digest: 'old', pays: [{ credentialId: 'lpn', soc: '29-2061', title: named('Nurses'), pay: { p50: 60_000, hourlyP50Cents: null } }], floor: { value: 47_233 }, credentials: [lpn],
  cheapest: { soc: '29-2061', credentialIds: ['lpn'], names: named('Practical nurse'), cents: 10_200_00 }, ...over,
});
const now = (over: Partial<FrozenFigures> = {}): FrozenFigures => figures({ digest: 'new', ...over });
const told = (change: Partial<FrozenCredential>) => credentialChanges(lpn, { ...lpn, ...change }).map(({ reason, worse, large }) => [reason.code, worse, large]);
const list = (next: FrozenFigures, then = figures()) => planChanges(then, next, ['lpn']).changes.map(({ reason, todo, urgency }) => [reason.code, todo.code, urgency]);
const cost = (index: number, over: Partial<FrozenCredential['costs'][number]>) => ({ costs: lpn.costs.map((each, at) => (at === index ? { ...each, ...over } : each)) });
const paid = (p50: number | null, hourlyP50Cents: number | null = null, soc = '29-2061') => ({ pays: [{ credentialId: 'lpn', soc, title: named('Nurses'), pay: { p50, hourlyP50Cents } }] });

describe('one credential', () => {
  it('that is the same has not changed', () => { expect(told({})).toEqual([]); });
  it('tells its standing', () => {
    expect(told({ status: 'retired' })).toEqual([['change.retired', true, true]]);
    expect(credentialChanges(lpn, { ...lpn, status: 'retired', successor: { credentialId: 'rn', name: named('Nurse') } })[0]?.reason).toEqual({ code: 'change.retired-next', params: { next: named('Nurse') } });
    expect(credentialChanges({ ...lpn, status: 'retired' }, lpn)[0]?.reason.code).toBe('change.again');
    expect(credentialChanges(lpn, missingCredential('lpn', lpn.name)).map(({ reason }) => reason.code)).toEqual(['change.gone']);
    expect(credentialChanges(missingCredential('lpn', lpn.name), { ...lpn, minAge: 40 }).map(({ reason }) => reason.code)).toEqual(['change.again']);
  });
  it('tells its verdict, the worse one as worse', () => {
    expect(told({ verdict: 'modest' })).toEqual([['change.verdict', true, true]]);
    expect(credentialChanges({ ...lpn, verdict: 'limited' }, { ...lpn, verdict: 'modest' })[0]?.worse).toBe(false);
    expect(told({ verdict: null })).toEqual([]);
  });
  it('tells prices in whole dollars, with their ends', () => {
    expect(credentialChanges(lpn, { ...lpn, ...cost(1, { low: 250_00 }) })[0]?.reason).toEqual({
      code: 'change.price', params: { what: named('Exam'), move: 'rose', fromSpan: 'one', fromLow: 200, fromHigh: 200, toSpan: 'one', toLow: 250, toHigh: 250 },
    });
    expect(told(cost(1, { low: 200_49 }))).toEqual([]);
    expect(told(cost(1, { low: 209_00 }))).toEqual([['change.price', true, false]]);
    expect(told(cost(1, { low: 210_00 }))).toEqual([['change.price', true, true]]);
    expect(told(cost(0, { low: 9_000_00 }))).toEqual([['change.price', false, true]]);
    expect(told(cost(0, { low: 9_000_00, high: 15_000_00 }))).toEqual([['change.price', null, true]]);
    expect(told(cost(1, { atLeast: true }))).toEqual([['change.price', null, false]]);
    expect(told(cost(1, { low: null }))).toEqual([['change.price-unknown', true, true]]);
    expect(told({ costs: lpn.costs.slice(0, 1) })).toEqual([['change.price-gone', null, false]]);
    expect(credentialChanges({ ...lpn, ...cost(1, { low: null }) }, lpn)[0]).toMatchObject({ reason: { code: 'change.price-known' }, worse: null, large: false });
    expect(credentialChanges({ ...lpn, costs: lpn.costs.slice(0, 1) }, lpn)[0]).toMatchObject({ reason: { code: 'change.price-known' }, worse: true, large: true });
  });
  it('tells time, age, renewal and what to check', () => {
    expect(told({ times: [{ kind: 'training', low: 12, high: 14, unit: 'months' }] })).toEqual([['change.time', true, true]]);
    expect(told({ times: [{ kind: 'training', low: 1, high: null, unit: 'years' }] })).toEqual([['change.time', true, true]]);
    expect(told({ times: [{ kind: 'training', low: 4, high: 6, unit: 'weeks' }] })).toEqual([['change.time', false, true]]);
    expect(told({ times: [] })).toEqual([['change.time-unknown', null, false]]);
    expect(credentialChanges({ ...lpn, times: [] }, lpn)[0]?.reason.code).toBe('change.time-known');
    expect(told({ minAge: 18 })).toEqual([['change.age', true, true]]);
    expect(told({ minAge: null })).toEqual([['change.age-gone', false, true]]);
    expect(told({ renewMonths: 12 })).toEqual([['change.renewal', null, false]]);
    expect(told({ renewMonths: null })).toEqual([['change.renewal-gone', null, false]]);
    expect(told({ requirements: [] })).toEqual([['change.requirement-gone', false, false]]);
    expect(told({ requirements: [{ kind: 'drug-test', answer: 'ask', label: named('A drug test?') }] })).toEqual([['change.requirement', null, true]]);
    expect(told({ requirements: [...lpn.requirements, { kind: 'background-check', answer: 'yes', label: named('A check') }] })).toEqual([['change.requirement-new', true, true]]);
  });
});

describe('a plan', () => {
  it('of the same edition, or of one that says the same, is not touched', () => {
    expect(planChanges(figures(), figures(paid(1)), ['lpn'])).toEqual({ changes: [], notRecorded: false });
    expect(planChanges(figures(), now(), ['lpn'])).toEqual({ changes: [], notRecorded: false });
    expect(planChanges(figures(), now(paid(1)), ['rn'])).toEqual({ changes: [], notRecorded: false });
  });
  it('says what to do, the most urgent first', () => {
    expect(list(now({ ...paid(50_000), credentials: [{ ...lpn, status: 'retired', ...cost(1, { low: 190_00 }) }], floor: { value: 48_000 } }))).toEqual([
      ['change.retired', 'do.other-way', 'now'], ['change.pay-fell', 'do.talk', 'talk'], ['change.price', 'do.accept', 'note'], ['change.floor', 'do.accept', 'note'],
    ]);
    expect(list(now({ credentials: [{ ...lpn, status: 'retired', successor: { credentialId: 'rn', name: named('RN') } }] }))).toEqual([['change.retired-next', 'do.successor', 'now']]);
    expect(list(now({ credentials: [missingCredential('lpn', lpn.name)], pays: [] }))).toEqual([['change.gone', 'do.other-way', 'now']]);
    expect(list(now({ credentials: [{ ...lpn, ...cost(1, { low: 300_00 }), minAge: 18, verdict: 'modest' }] }))).toEqual([
      ['change.verdict', 'do.talk', 'talk'], ['change.price', 'do.call', 'talk'], ['change.age', 'do.check', 'talk'],
    ]);
  });
  it('tells pay by the year, or by the hour where no year is published', () => {
    expect(list(now(paid(63_000)))).toEqual([['change.pay-rose', 'do.accept', 'note']]);
    expect(list(now(paid(57_001)))).toEqual([['change.pay-fell', 'do.accept', 'note']]);
    expect(list(now(paid(57_000)))).toEqual([['change.pay-fell', 'do.talk', 'talk']]);
    expect(list(now(paid(null, 3000)))).toEqual([['change.pay-gone', 'do.accept', 'note']]);
    expect(list(now({ pays: [] }))).toEqual([['change.pay-gone', 'do.accept', 'note']]);
    expect(list(now(paid(60_000)), figures(paid(null)))).toEqual([['change.pay-new', 'do.accept', 'note']]);
    expect(list(now(paid(null, 3200)), figures(paid(null, 3000)))).toEqual([['change.pay-hour', 'do.accept', 'note']]);
    expect(list(now(paid(null, 3020)), figures(paid(null, 3000)))).toEqual([]);
    expect(list(now(paid(null, 3020)), figures(paid(null)))).toEqual([['change.pay-hour-new', 'do.accept', 'note']]);
    expect(list(now(paid(1, null, '29-1141')))).toEqual([['change.job', 'do.talk', 'talk']]);
  });
  it('tells when another way to the job is the cheapest', () => {
    const other = { soc: '29-2061', credentialIds: ['aide', 'lpn'], names: named('Aide, nurse'), cents: 9_000_00 };
    expect(list(now({ cheapest: other }))).toEqual([['change.cheapest', 'do.talk', 'talk']]);
    expect(list(now({ cheapest: null }))).toEqual([['change.cheapest-none', 'do.talk', 'talk']]);
    expect(list(now({ cheapest: undefined }))).toEqual([]);
    expect(list(now({ cheapest: { ...other, soc: '29-1141' } }))).toEqual([]);
    expect(list(now({ cheapest: other }), figures({ cheapest: null }))).toEqual([]);
  });
  it('that froze pay alone says so, and still tells pay and what is no longer given', () => {
    const then = figures({ credentials: undefined, cheapest: undefined });
    expect(planChanges(then, now(), ['lpn'])).toEqual({ changes: [], notRecorded: true });
    expect(list(now({ ...paid(50_000), credentials: [{ ...lpn, status: 'retired', verdict: 'limited' }] }), then)).toEqual([['change.retired', 'do.other-way', 'now'], ['change.pay-fell', 'do.talk', 'talk']]);
    expect(list(now({ credentials: [missingCredential('lpn', lpn.name)], pays: [] }), then)).toEqual([['change.gone', 'do.other-way', 'now']]);
  });
});

const words = fc.constantFrom('a', 'b', 'c').map(named);
const cents = fc.option(fc.integer({ min: 0, max: 500 }).map((value) => value * 50));
const anyCredential = (credentialId: string): fc.Arbitrary<FrozenCredential> => fc.oneof({ weight: 5, arbitrary: fc.record({
  credentialId: fc.constant(credentialId), name: fc.constant(named(credentialId)), status: fc.constantFrom('active', 'active', 'retired'), successor: fc.option(fc.constant({ credentialId: 'next', name: named('next') })),
  verdict: fc.option(fc.constantFrom(...VERDICTS)), minAge: fc.option(fc.integer({ min: 16, max: 21 })), renewMonths: fc.option(fc.constantFrom(12, 24)),
  costs: fc.uniqueArray(fc.record({ line: fc.constantFrom(...COST_LINES), label: words, low: cents, high: cents, atLeast: fc.boolean(), per: fc.constantFrom('once', 'year') }), { selector: ({ line }) => line, maxLength: 4 }),
  times: fc.uniqueArray(fc.record({ kind: fc.constantFrom('training', 'paid-training', 'experience'), low: fc.option(fc.nat({ max: 9 })), high: fc.option(fc.nat({ max: 9 })), unit: fc.constantFrom('hours', 'weeks', 'months', 'years') }), { selector: ({ kind }) => kind }),
  requirements: fc.array(fc.record({ kind: fc.constantFrom('exam', 'age', 'other'), answer: fc.constantFrom('yes', 'ask'), label: words }), { maxLength: 4 }),
}) as fc.Arbitrary<FrozenCredential> }, { weight: 1, arbitrary: fc.constant(missingCredential(credentialId, named(credentialId))) });
const IDS = ['lpn', 'rn', 'aide'];
const anyFigures = (digest: string): fc.Arbitrary<FrozenFigures> => fc.record({
  digest: fc.constant(digest), floor: fc.option(fc.record({ value: fc.option(fc.constantFrom(47_000, 48_000)) })),
  pays: fc.subarray(IDS).chain((ids) => fc.tuple(...ids.map((credentialId) => fc.record({ credentialId: fc.constant(credentialId), soc: fc.constantFrom('29-2061', '29-1141'), title: words, pay: fc.record({ p50: fc.option(fc.constantFrom(50_000, 60_000)), hourlyP50Cents: fc.option(fc.constantFrom(2000, 3000)) }) })))),
  credentials: fc.oneof(fc.constant(undefined), fc.tuple(...IDS.map(anyCredential))),
  cheapest: fc.oneof(fc.constant(undefined), fc.constant(null), fc.record({ soc: fc.constantFrom('29-2061', '29-1141'), credentialIds: fc.subarray(IDS, { minLength: 1 }), names: words, cents: fc.nat() })),
});
const turned = (of: FrozenFigures): FrozenFigures => ({
  ...of, pays: [...of.pays].reverse(),
  credentials: of.credentials && [...of.credentials].reverse().map((each) => ({ ...each, costs: [...each.costs].reverse(), times: [...each.times].reverse(), requirements: [...each.requirements].reverse() })),
});

describe('any two editions', () => {
  it('change nothing once the new figures are taken, nor when only the name of the edition differs', () => {
    fc.assert(fc.property(anyFigures('old'), anyFigures('new'), (then, next) => {
      expect(planChanges(next, next, IDS).changes).toEqual([]);
      const renamed = planChanges({ ...then, digest: 'other' }, then, IDS).changes;
      // Of a plan that froze pay alone it cannot be told when a credential was given up.
      if (then.credentials) expect(renamed).toEqual([]);
    }), { numRuns: 500 });
  });
  it('say the same whatever the order of lists, the most urgent first', () => {
    const kinds = new Set<string>();
    fc.assert(fc.property(anyFigures('old'), anyFigures('new'), (then, next) => {
      const { changes } = planChanges(then, next, IDS);
      expect(planChanges(turned(then), turned(next), IDS).changes).toEqual(changes);
      const order = changes.map(({ urgency }) => URGENCIES.indexOf(urgency));
      expect(order).toEqual([...order].sort());
      for (const { kind } of changes) kinds.add(kind);
    }), { numRuns: 1000 });
    expect(CHANGE_KINDS.filter((kind) => !kinds.has(kind))).toEqual(['listed']);
  });
});
