import { describe, expect, it } from 'vitest';
import type { CredentialFacts, Figure, OccupationFacts, StackingEdge } from '../facts.ts';
import { findRoutes } from './answer.ts';
import { routeAtlas } from './from-facts.ts';
import { routeQuestion } from './question.ts';
import type { RouteQuestion } from './question.ts';
import { spread } from './spread.ts';
import type { FrontRoute } from './front.ts';

const FROM = { source: 's', evidence: null, vintage: 'May 2025', area: 'us', basis: 'published', method: null } as const;
const figure = (value: number | null, unit: Figure['unit']): Figure => ({ value, high: null, atLeast: false, unit, unknown: value === null ? 'varies-ask' : null, from: FROM });
const occupation = (soc: string, median: number | null): OccupationFacts => ({
  soc, title: { en: soc, es: soc }, entryEducation: null, selfEmployedPermille: null, employmentHere: figure(1000, 'jobs'), outlook: null,
  pay: { askedArea: 'us', area: 'us', areaName: 'United States', basis: 'both', p10: null, p25: null, p50: median, p75: null, p90: null, mean: null, hourlyP25Cents: null, hourlyP50Cents: null, topCoded: false, from: FROM },
});
const AIDE = occupation('31-1131', 37_000);
const LPN = occupation('29-2061', 60_000);
const RN = occupation('29-1141', 80_000);

interface Parts { readonly months: number | null; readonly dollars: number | null; readonly opens: OccupationFacts; readonly minAge?: number; readonly leadsTo?: readonly Partial<StackingEdge>[]; readonly requires?: readonly string[]; readonly paidYears?: number }
const credential = (id: string, { months, dollars, opens, minAge, leadsTo = [], requires = [] }: Parts): CredentialFacts => ({
  id, code: id, name: { en: id, es: id }, shortName: { en: id, es: id }, kind: 'certificate', role: 'main', field: 'health', demandType: 'licensed-occupation', jurisdiction: 'state',
  minAge: minAge ?? null, renewMonths: null, links: [{ relation: 'required-by-law', occupation: opens, evidence: null }],
  costs: [{ line: 'tuition', label: { en: 'Tuition', es: 'Matrícula' }, amount: figure(dollars === null ? null : dollars * 100, 'cents'), per: 'once', priceYear: null, payers: [] }],
  times: months === null ? [] : [{ kind: 'training', low: months, high: null, unit: 'months', unknown: null, from: FROM }],
  requirements: requires.map((kind) => ({ kind, answer: 'yes', amount: null, label: { en: kind, es: kind }, from: FROM })),
  leadsTo: leadsTo.map((edge) => ({ fromId: id, toId: '', kind: 'required-admission', skippable: false, credits: null, terms: { en: '', es: '' }, evidence: null, ...edge })),
});

const facts = [
  credential('aide', { months: 2, dollars: 900, opens: AIDE, leadsTo: [{ toId: 'lpn', kind: 'often-before', skippable: true }] }),
  credential('lpn', { months: 12, dollars: 6000, opens: LPN, minAge: 18, requires: ['diploma', 'background-check'], leadsTo: [{ toId: 'bridge', kind: 'required-admission' }] }),
  credential('associate', { months: 24, dollars: 12_000, opens: RN, minAge: 18, requires: ['diploma', 'background-check'] }),
  credential('bridge', { months: 9, dollars: 5000, opens: RN, requires: ['background-check'] }),
  credential('bachelor', { months: 48, dollars: 40_000, opens: RN, requires: ['diploma', 'background-check'] }),
  credential('mystery', { months: null, dollars: null, opens: RN }),
];
const atlas = routeAtlas(facts);
const at = (soc: string): number => atlas.occupations.findIndex((each) => each.soc === soc);
const area = { ...atlas.area, baseline: 35_000 };
const ask = (over: Partial<RouteQuestion> = {}, popular: readonly string[] = []): ReturnType<typeof findRoutes> => findRoutes(atlas, routeQuestion({ kind: 'occupation', occupation: at('29-1141') }, area, over), popular);
const person = routeQuestion({ kind: 'field', field: 'health' }, area).person;
const ids = (answer: ReturnType<typeof findRoutes>): string[][] => answer.routes.map((route) => route.steps.map((step) => step.credentialId));
const codes = (list: readonly { readonly code: string }[]): string[] => list.map((each) => each.code);

describe('the answer of the route finder', () => {
  it('shows what no other covers, first step first, with why', () => {
    const answer = ask();
    // The bridge needs the practical nurse, takes 21 months in all and costs $11,000: sooner and cheaper than the
    // associate degree, which has fewer steps; the bachelor's degree is better in nothing.
    expect(ids(answer)).toEqual([['lpn', 'bridge'], ['associate'], ['mystery']]);
    const [bridge, associate] = answer.routes;
    expect(codes(associate?.reasons ?? [])).toEqual(['route.best-paid', 'route.fewest-hurdles']);
    expect(bridge).toMatchObject({ months: 21, cents: 1_100_000, value: 80_000, soc: '29-1141', monthsOpen: false, centsOpen: false });
    expect(codes(bridge?.steps[1]?.reasons ?? [])).toContain('route.needs-first');
    expect(codes(bridge?.reasons ?? [])).toEqual(['route.best-paid', 'route.fastest', 'route.cheapest']);
  });

  it('never calls a route with an unknown part the best, and says what is unknown', () => {
    const mystery = ask().routes.at(-1);
    expect(mystery).toMatchObject({ monthsOpen: true, centsOpen: true });
    expect(codes(mystery?.reasons ?? [])).toEqual(['route.in-between']);
    expect(codes(mystery?.steps[0]?.reasons ?? [])).toEqual(['route.time-unknown', 'route.cost-unknown']);
  });

  it('says why a credential that people ask about is not there', () => {
    const why = (over: Partial<RouteQuestion>, id: string) => ask(over, [id]).missing[0]?.reason;
    expect(why({}, 'bachelor')).toEqual({ code: 'missing.beaten', params: { by: { en: 'associate', es: 'associate' } } });
    expect(why({}, 'aide')?.code).toBe('missing.opens-other-work');
    expect(why({ limits: { months: 24, cents: null, miles: null } }, 'bachelor')).toEqual({ code: 'missing.too-long', params: { months: 48 } });
    expect(why({ limits: { months: null, cents: 2_000_000, miles: null } }, 'bachelor')).toEqual({ code: 'missing.too-dear', params: { dollars: 40_000 } });
    expect(why({ person: { ...person, diplomaInMonths: null } }, 'associate')?.code).toBe('missing.needs-diploma');
    expect(why({ person: { ...person, cannot: ['background-check'] } }, 'bridge')?.code).toBe('missing.barred');
    expect(why({ person: { ...person, diplomaInMonths: null } }, 'bridge')?.code).toBe('missing.no-way-to');
    expect(why({ person: { ...person, held: [atlas.graph.ids.indexOf('lpn')] } }, 'lpn')?.code).toBe('missing.held');
    expect(why({}, 'bridge')).toBeUndefined();
  });

  it('takes what is held as done', () => {
    const held = ask({ person: { ...person, held: [atlas.graph.ids.indexOf('lpn')] } });
    expect(ids(held)).toEqual([['bridge'], ['mystery']]);
    expect(held.routes[0]).toMatchObject({ months: 9, cents: 500_000 });
  });

  it('says which limit is in the way and how far it must move', () => {
    const only = routeAtlas(facts.filter(({ id }) => id !== 'mystery'));
    const stuck = (over: Partial<RouteQuestion>) =>
      findRoutes(only, routeQuestion({ kind: 'occupation', occupation: only.occupations.findIndex((each) => each.soc === '29-1141') }, { ...only.area, baseline: null }, over)).nothing;
    expect(stuck({ limits: { months: 12, cents: null, miles: null } })).toEqual({ code: 'nothing.needs-months', params: { months: 21 } });
    expect(stuck({ limits: { months: null, cents: 500_000, miles: null } })).toEqual({ code: 'nothing.needs-dollars', params: { dollars: 11_000 } });
    expect(stuck({ limits: { months: 12, cents: 500_000, miles: null } })).toEqual({ code: 'nothing.needs-all', params: { months: 21, dollars: 11_000 } });
    expect(stuck({ limits: { months: null, cents: null, miles: 20 }, miles: Int32Array.from(only.graph.ids, () => 45) })).toEqual({ code: 'nothing.needs-miles', params: { miles: 45 } });
    expect(stuck({ person: { ...person, cannot: ['background-check'] } })?.code).toBe('nothing.barred');
    expect(stuck({})).toBeNull();
    const none = findRoutes(only, routeQuestion({ kind: 'good-job', floor: 200_000 }, area));
    expect(none.nothing?.code).toBe('nothing.no-credential');
  });

  it('waits for an age and for a diploma, and says so', () => {
    const answer = ask({ person: { ...person, ageMonths: 16 * 12, diplomaInMonths: 20 } });
    const lpn = answer.routes.find((route) => route.steps.some((step) => step.credentialId === 'lpn'));
    expect(lpn?.months).toBe(32);
    expect(codes(lpn?.steps[0]?.reasons ?? [])).toEqual(['route.wait-for-age', 'route.wait-for-diploma']);
  });

  it('turns work done on the way into experience, and credit into time', () => {
    const trade = occupation('47-2111', 65_000);
    const paid = (id: string, kind: 'paid-training' | 'experience', years: number, leadsTo: readonly Partial<StackingEdge>[]): CredentialFacts => ({
      ...credential(id, { months: null, dollars: 0, opens: trade, leadsTo }), times: [{ kind, low: years, high: null, unit: 'years', unknown: null, from: FROM }],
    });
    const built = routeAtlas([
      paid('apprentice', 'paid-training', 4, [{ toId: 'license', kind: 'counts-experience' }]), paid('license', 'experience', 4, []),
      credential('degree', { months: 24, dollars: 1000, opens: RN }), credential('first', { months: 3, dollars: 100, opens: AIDE, leadsTo: [{ toId: 'degree', kind: 'credit-granted', credits: 15 }] }),
    ]);
    const { graph } = built;
    expect(graph.months[graph.ids.indexOf('license')]).toBe(48);
    expect(graph.mostMonthsSaved[graph.ids.indexOf('license')]).toBe(48);
    const answer = findRoutes(built, routeQuestion({ kind: 'occupation', occupation: built.occupations.indexOf(trade) }, { ...built.area, baseline: null }, { person: { ...person, held: [graph.ids.indexOf('apprentice')] } }));
    expect(answer.routes.map((each) => each.months)).toEqual([0]);
    expect(graph.mostMonthsSaved[graph.ids.indexOf('degree')]).toBe(6);
    // Work counts toward work only, and only where it is said to count.
    const other = routeAtlas([
      paid('apprentice', 'paid-training', 4, [{ toId: 'license', kind: 'often-before' }, { toId: 'second', kind: 'counts-experience' }]), paid('license', 'experience', 4, []), paid('second', 'paid-training', 4, []),
    ]).graph;
    expect([...other.mostMonthsSaved]).toEqual([0, 0, 0]);
  });
});

describe('the reasons of an answer', () => {
  const named = (id: string) => ({ en: id, es: id });
  const node = (id: string): number => atlas.graph.ids.indexOf(id);

  it('carry what their sentences need', () => {
    const route = ask().routes.find((each) => each.steps.some((step) => step.credentialId === 'bridge'));
    expect(route?.steps[1]?.reasons).toContainEqual({ code: 'route.needs-first', params: { step: named('bridge'), first: named('lpn') } });
    expect(route?.steps[0]?.reasons).toEqual([{ code: 'route.age-not-said', params: { name: named('lpn'), age: 18 } }]);
    const young = ask({ person: { ...person, ageMonths: 17 * 12, diplomaInMonths: 8 } }).routes.find((each) => each.steps[0]?.credentialId === 'lpn');
    expect(young?.steps[0]?.reasons).toEqual([{ code: 'route.wait-for-age', params: { name: named('lpn'), age: 18 } }, { code: 'route.wait-for-diploma', params: { name: named('lpn') } }]);
    const grown = ask({ person: { ...person, ageMonths: 18 * 12 } }).routes.find((each) => each.steps[0]?.credentialId === 'lpn');
    expect(grown?.steps[0]?.reasons).toEqual([]);
    expect(grown?.steps[0]?.name).toEqual(named('lpn'));
  });

  it('say that a distance is not known only where a distance is asked for', () => {
    const far = (miles: Int32Array | null) => codes(ask({ limits: { months: null, cents: null, miles: 30 }, miles }).routes.at(-1)?.steps[0]?.reasons ?? []).includes('route.distance-unknown');
    expect(far(null)).toBe(true);
    expect(far(Int32Array.from(atlas.graph.ids, () => -1))).toBe(true);
    expect(far(Int32Array.from(atlas.graph.ids, () => 10))).toBe(false);
    expect(ask().routes.flatMap((route) => route.steps.flatMap((step) => codes(step.reasons)))).not.toContain('route.distance-unknown');
    const why = ask({ limits: { months: null, cents: null, miles: 30 }, miles: Int32Array.from(atlas.graph.ids, (id) => (id === 'bachelor' ? 55 : 5)) }, ['bachelor']).missing[0]?.reason;
    expect(why).toEqual({ code: 'missing.too-far', params: { name: named('bachelor'), miles: 55 } });
  });

  it('speak of money in the end where that was asked for', () => {
    const ahead = ask({ value: { by: 'npv', annualRate: 0.03, years: 10 } });
    expect(ahead.routes.flatMap((route) => codes(route.reasons))).toContain('route.most-ahead');
    expect(ahead.routes.flatMap((route) => codes(route.reasons))).not.toContain('route.best-paid');
  });

  it('tell work of another kind from pay that is not published and from pay under the floor', () => {
    const unpaid = occupation('29-9099', null);
    const own = routeAtlas([...facts, credential('odd', { months: 1, dollars: 1, opens: unpaid })]);
    const why = (goal: RouteQuestion['goal'], id: string) => findRoutes(own, routeQuestion(goal, { ...own.area, baseline: null }), [id]).missing[0]?.reason.code;
    expect(why({ kind: 'field', field: 'health' }, 'odd')).toBe('missing.pay-unknown');
    expect(why({ kind: 'good-job', floor: 50_000 }, 'odd')).toBe('missing.pay-unknown');
    expect(why({ kind: 'good-job', floor: 50_000 }, 'aide')).toBe('missing.under-floor');
    expect(why({ kind: 'field', field: 'energy' }, 'aide')).toBe('missing.opens-other-work');
    expect(why({ kind: 'occupation', occupation: own.occupations.findIndex((each) => each.soc === '29-1141') }, 'odd')).toBe('missing.opens-other-work');
    expect(why({ kind: 'field', field: 'health' }, 'no-such-credential')).toBe('missing.opens-other-work');
    expect(node('no-such-credential')).toBe(-1);
  });

  it('name the limit that has to move least', () => {
    const two = routeAtlas([credential('long', { months: 30, dollars: 1000, opens: RN }), credential('dear', { months: 10, dollars: 9000, opens: RN })]);
    const stuck = (months: number, dollars: number) =>
      findRoutes(two, routeQuestion({ kind: 'occupation', occupation: 0 }, { ...two.area, baseline: null }, { limits: { months, cents: dollars * 100, miles: null } })).nothing;
    expect(stuck(28, 1000)).toEqual({ code: 'nothing.needs-months', params: { months: 30 } });
    expect(stuck(12, 8500)).toEqual({ code: 'nothing.needs-dollars', params: { dollars: 9000 } });
    expect(stuck(30, 1000)).toBeNull();
    // Neither limit alone: the way that is nearest to both.
    expect(stuck(8, 500)).toEqual({ code: 'nothing.needs-all', params: { months: 30, dollars: 1000 } });
  });

  it('count hurdles, credit in money and the better of two credits', () => {
    const built = routeAtlas([
      credential('first', { months: 3, dollars: 100, opens: AIDE, leadsTo: [{ toId: 'degree', kind: 'credit-granted', credits: 10 }] }),
      credential('second', { months: 2, dollars: 100, opens: AIDE, leadsTo: [{ toId: 'degree', kind: 'credit-granted', credits: 30 }] }),
      credential('degree', { months: 24, dollars: 1000, opens: RN }),
    ]);
    const { graph } = built;
    expect(graph.mostMonthsSaved[graph.ids.indexOf('degree')]).toBe(12);
    const held = [graph.ids.indexOf('first'), graph.ids.indexOf('second')];
    const answer = findRoutes(built, routeQuestion({ kind: 'occupation', occupation: built.occupations.findIndex((each) => each.soc === '29-1141') }, { ...built.area, baseline: null }, { person: { ...person, held } }));
    expect(answer.routes.map(({ months, cents, risk, steps }) => ({ months, cents, risk, steps: steps.length }))).toEqual([{ months: 12, cents: 100_000, risk: 1, steps: 1 }]);
    expect(codes(answer.routes[0]?.steps[0]?.reasons ?? [])).toContain('route.credit-from');
  });
});

describe('spreading a front', () => {
  const route = (id: number, months: number, cents: number, value: number, open = false): FrontRoute => ({ months, cents, value, risk: 1, monthsOpen: open, centsOpen: false, nodes: [id], occupation: 0 });

  it('keeps the best of each criterion, at most twelve, in one order whatever the order given', () => {
    const front = Array.from({ length: 40 }, (_, id) => route(id, id, (40 - id) * 1000, 20_000 + ((id * 37) % 40) * 1000));
    const shown = spread(front);
    expect(shown).toHaveLength(12);
    expect(shown).toContain(front[0]);
    expect(shown).toContain(front[39]);
    expect(Math.max(...shown.map((each) => each.value))).toBe(Math.max(...front.map((each) => each.value)));
    expect(spread([...front].reverse())).toEqual(shown);
    expect(shown.map((each) => each.value)).toEqual([...shown.map((each) => each.value)].sort((a, b) => b - a));
  });

  it('takes the best of each criterion first, then what lies farthest from those', () => {
    const at4 = (id: number, months: number, cents: number, value: number, risk: number): FrontRoute => ({ ...route(id, months, cents, value), risk });
    const [rich, quick, cheap, safe] = [at4(1, 40, 9000, 90_000, 9), at4(2, 1, 8000, 30_000, 8), at4(3, 30, 0, 30_000, 7), at4(4, 35, 7000, 30_000, 1)];
    const [middle, near] = [at4(5, 20, 4000, 60_000, 5), at4(6, 39, 8900, 89_000, 9)];
    const all = [near, middle, safe, cheap, quick, rich];
    expect(new Set(spread(all, 4))).toEqual(new Set([rich, quick, cheap, safe]));
    expect(new Set(spread(all, 5))).toEqual(new Set([rich, quick, cheap, safe, middle]));
    expect(spread(all, 6)).toHaveLength(6);
    expect(spread(all, 2)).toEqual([rich, quick]);
    expect(spread(all.slice(0, 2), 12)).toEqual([near, middle]);
  });

  it('prefers routes that are whole', () => {
    const whole = Array.from({ length: 12 }, (_, id) => route(id, id, (40 - id) * 1000, 20_000));
    const open = Array.from({ length: 12 }, (_, id) => route(100 + id, id, id * 10, 90_000, true));
    expect(spread([...open, ...whole]).every((each) => !each.monthsOpen)).toBe(true);
  });
});
