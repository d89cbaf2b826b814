/** One case of each thing a verdict can meet, with what the engine says of it in full: `node test/golden/make-verdict-results.ts`. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nsc from '../../resources/rubrics/nsc-2019.json' with { type: 'json' };
import waymark from '../../resources/rubrics/waymark-1.json' with { type: 'json' };
import type { CredentialFacts, OccupationFacts, OccupationLink, PayFacts, ProgramResults, Relation, StackingKind } from '../../shared/domain/facts.ts';
import type { GoodJobFloor, VerdictResult } from '../../shared/domain/results.ts';
import { AIDE_PAY, LPN_PAY, NO_TRAINING_PAY, RN_PAY, credential, figure, from, occupation, pay } from '../../shared/domain/testing.ts';
import type { Rubric } from '../../shared/domain/value/rubric.ts';
import { rubricOf } from '../../shared/domain/value/testing.ts';
import { judgeCredential } from '../../shared/domain/value/verdict.ts';
import type { VerdictContext } from '../../shared/domain/value/verdict.ts';

export const RESULTS_FILE = join(dirname(fileURLToPath(import.meta.url)), 'verdict-results.json');

const floor = (value: number, age = 25, definition = 'cew-2024'): GoodJobFloor => ({ definition, age, floor: { ...figure(value, 'usd-per-year'), from: { ...from, source: definition, basis: 'estimate' } }, published: 43_000, dollarsOf: 2022 });
const baseline = { pay: { ...NO_TRAINING_PAY, from: { ...from, basis: 'estimate' as const, method: 'baseline-without-training' } }, occupations: 81, jobs: 57_500 };
/** Pay on both lines, every mark, a count of ads: what the two shipped rubrics do not ask. */
const everything: Rubric = rubricOf({
  ...waymark, id: 'everything', closeCallPermille: 20, labels: { modest: { en: 'Some', es: 'Algo' } },
  criteria: {
    ...waymark.criteria, pay: { met: { of: 'no-training', permille: 1300 }, partly: { of: 'good-job-floor', permille: 900 }, selfEmployedPartlyAbovePermille: 250 },
    'program-results': { completionPermille: 500, placementPermille: null, earningsPublished: true }, assessed: {}, competencies: {}, employers: {}, portable: {}, stackable: {},
  },
});
const uncounted: Rubric = rubricOf({ ...waymark, id: 'uncounted', criteria: { ...waymark.criteria, 'law-or-employers': { countedDemand: false } } });
const byLaw: Rubric = rubricOf({ ...nsc, id: 'by-law', criteria: { ...nsc.criteria, pay: { met: { of: 'good-job-floor', permille: 800 }, partly: null, selfEmployedPartlyAbovePermille: 0 } } });
const RUBRICS: readonly Rubric[] = [rubricOf(waymark), rubricOf(nsc), everything, uncounted, byLaw];

const job = (soc: string, facts: PayFacts | null, extra: Partial<OccupationFacts> = {}): OccupationFacts => occupation(soc, `job ${soc}`, facts, extra);
const link = (relation: Relation, each: OccupationFacts, ads?: number): OccupationLink => ({ relation, occupation: each, evidence: null, demand: ads === undefined ? undefined : { ads: figure(ads, 'count'), month: '2026-10' } });
const edge = (toId: string, kind: StackingKind) => ({ fromId: '', toId, kind, skippable: false, credits: null, terms: { en: '', es: '' }, evidence: null });
const outlook = (changePermille: number | null, openingsPerYear: number | null) => ({ fromYear: 2024, toYear: 2034, changePermille, openingsPerYear, from });
const results = (extra: Partial<ProgramResults>): ProgramResults => ({ completionPermille: null, placementPermille: null, earnings: null, highSchoolEarnings: null, people: null, ...extra });
const months = (low: number, kind: 'training' | 'paid-training' = 'training') => [{ kind, low, high: null, unit: 'months' as const, unknown: null, from }];
const wider = (facts: PayFacts): PayFacts => ({ ...facts, area: '39', areaName: 'Ohio' });

/** Those that others lead to, or that stand beside them. */
const NEIGHBORS: readonly CredentialFacts[] = [
  credential('rn', { links: [link('qualifies', job('29-1141', RN_PAY))], times: months(24) }),
  credential('rn-unsure', { links: [link('qualifies', job('29-1141', RN_PAY, { employmentHere: figure(null, 'jobs') }))], field: 'energy', times: months(12) }),
  credential('rn-measured', { links: [link('qualifies', job('29-1141', RN_PAY))], results: results({ completionPermille: 800 }), field: 'arts' }),
  credential('middle', { links: [link('qualifies', job('31-9092', pay(30_000, 35_000, 43_000, 47_000, 50_000)))], leadsTo: [edge('rn', 'required-law')], times: months(9) }),
  credential('tech', { links: [link('required-by-law', job('31-2021', LPN_PAY, { employmentHere: figure(900, 'jobs') }))], times: months(13) }),
  credential('wind', { links: [link('required-by-law', job('49-9081', LPN_PAY))], field: 'energy', times: months(30) }),
  credential('solar', { links: [link('required-by-law', job('47-2231', LPN_PAY))], field: 'energy', times: months(48, 'paid-training') }),
  credential('card', { role: 'add-on', links: [link('required-by-law', job('47-2061', RN_PAY))], field: 'energy' }),
  credential('clerk', { links: [link('qualifies', job('43-9061', pay(1, 2, 43_000, 4, 5)))], field: 'business', times: months(3) }),
];

const CASES: readonly CredentialFacts[] = [
  credential('lpn', { links: [link('required-by-law', job('29-2061', wider(LPN_PAY)))], times: months(12) }),
  credential('at-the-floor', { links: [link('qualifies', job('29-2061', pay(40_000, 47_233, 47_233, 50_000, 60_000)))] }),
  credential('under-the-floor', { links: [link('qualifies', job('29-2061', pay(40_000, 45_000, 47_232, 50_000, 60_000)))] }),
  credential('at-the-lower-line', { links: [link('qualifies', job('29-2061', pay(1, 2, 41_820, 4, 5)))], leadsTo: [edge('nowhere', 'credit-granted')] }),
  credential('same-as-no-training', { links: [link('qualifies', job('43-4051', pay(1, 2, 34_900, 4, 5)))], field: 'business' }),
  credential('below-no-training', { links: [link('qualifies', job('35-3023', pay(1, 2, 30_000, 4, 5)))], field: 'hospitality' }),
  credential('aide', { links: [link('required-by-law', job('31-1131', AIDE_PAY))], leadsTo: [edge('middle', 'often-before')] }),
  credential('aide-to-several', { links: [link('required-by-law', job('31-1131', AIDE_PAY))], leadsTo: [edge('middle', 'often-before'), edge('tech', 'counts-experience'), edge('clerk', 'often-before'), edge('card', 'often-before')] }),
  credential('aide-with-credit', { links: [link('required-by-law', job('31-1131', AIDE_PAY))], leadsTo: [edge('middle', 'credit-granted')] }),
  credential('aide-to-unsure', { links: [link('required-by-law', job('31-1131', AIDE_PAY))], leadsTo: [edge('rn-unsure', 'credit-granted')] }),
  credential('bare-to-unsure', { leadsTo: [edge('rn-unsure', 'credit-granted')], field: 'energy' }),
  credential('bare-to-measured', { leadsTo: [edge('rn-measured', 'required-admission')], field: 'arts' }),
  credential('bare-to-both', { leadsTo: [edge('rn-unsure', 'credit-granted'), edge('rn', 'credit-granted')] }),
  credential('hair', { links: [link('required-by-law', job('39-5012', AIDE_PAY, { selfEmployedPermille: 484 }))], field: 'personal-services' }),
  credential('carpenter', { links: [link('qualifies', job('47-2031', RN_PAY, { selfEmployedPermille: 251 }))], field: 'energy' }),
  credential('quarter', { links: [link('qualifies', job('47-2031', RN_PAY, { selfEmployedPermille: 250 }))], field: 'energy' }),
  credential('shrinking', { links: [link('qualifies', job('51-4111', RN_PAY, { outlook: outlook(-108, 4000) }))], field: 'manufacturing' }),
  credential('few-here', { links: [link('qualifies', job('49-9051', RN_PAY, { employmentHere: figure(96, 'jobs') }))], field: 'energy' }),
  credential('nation-only', { links: [link('qualifies', job('49-9051', RN_PAY, { employmentHere: figure(null, 'jobs'), outlook: outlook(-95, 4000) }))], field: 'energy' }),
  credential('no-outlook', { links: [link('qualifies', job('49-9051', RN_PAY, { outlook: null }))], field: 'energy' }),
  credential('no-openings', { links: [link('qualifies', job('49-9051', RN_PAY, { outlook: outlook(0, null) }))], field: 'energy' }),
  credential('two-jobs', { links: [link('qualifies', job('29-2061', LPN_PAY, { employmentHere: figure(50, 'jobs') })), link('qualifies', job('31-1131', AIDE_PAY, { employmentHere: figure(null, 'jobs') }))] }),
  credential('two-jobs-one-paid', { links: [link('qualifies', job('29-2061', LPN_PAY, { employmentHere: figure(50, 'jobs') })), link('qualifies', job('31-1131', null, { employmentHere: figure(50, 'jobs') }))] }),
  credential('two-jobs-known', { links: [link('qualifies', job('29-2061', LPN_PAY, { employmentHere: figure(50, 'jobs') })), link('qualifies', job('31-1131', AIDE_PAY, { employmentHere: figure(49, 'jobs') }))] }),
  credential('two-jobs-alike', { links: [link('qualifies', job('31-1131', AIDE_PAY)), link('required-by-law', job('29-2061', LPN_PAY)), link('related', job('11-1111', RN_PAY))] }),
  credential('no-pay', { links: [link('qualifies', job('29-2061', null))] }),
  credential('by-the-hour', { links: [link('qualifies', job('27-2011', { ...pay(null, null, null, null, null), basis: 'hourly-only' }))], field: 'arts' }),
  credential('preferred', { links: [link('related', job('15-1231', LPN_PAY)), link('preferred', job('15-1232', LPN_PAY))], field: 'information-technology' }),
  credential('preferred-counted', { links: [link('preferred', job('15-1232', LPN_PAY), 120)], field: 'information-technology' }),
  credential('preferred-none', { links: [link('preferred', job('15-1232', LPN_PAY), 0)], field: 'information-technology' }),
  credential('related', { links: [link('related', job('49-3023', LPN_PAY)), link('related', job('47-9999', LPN_PAY))], field: 'energy' }),
  credential('no-link', { field: 'health' }),
  credential('osha', { role: 'add-on', kind: 'course-card', links: [link('required-by-law', job('47-2061', RN_PAY))], field: 'energy', leadsTo: [edge('wind', 'often-before')] }),
  credential('ready', { demandType: 'general-readiness', links: [link('qualifies', job('47-2061', RN_PAY))], field: 'general' }),
  credential('assessment', { demandType: 'cte-assessment', links: [link('qualifies', job('31-1131', AIDE_PAY))] }),
  credential('measured', { links: [link('qualifies', job('29-2061', wider(LPN_PAY), { selfEmployedPermille: 300 }))], results: results({ completionPermille: 812, placementPermille: 745, earnings: figure(40_000, 'usd-per-year'), highSchoolEarnings: 30_793, people: 44 }) }),
  credential('measured-low', { links: [link('qualifies', job('29-2061', LPN_PAY))], results: results({ completionPermille: 400, placementPermille: 900, earnings: figure(30_793, 'usd-per-year'), highSchoolEarnings: 30_793 }) }),
  credential('measured-no-line', { links: [link('qualifies', job('29-2061', LPN_PAY))], results: results({ placementPermille: 900, earnings: figure(30_000, 'usd-per-year') }) }),
  credential('measured-nothing', { links: [link('qualifies', job('29-2061', LPN_PAY))], results: results({}) }),
  credential('marked', { links: [link('qualifies', job('29-2061', LPN_PAY))], marks: { assessed: true, competencies: true, employers: true, portable: true }, results: results({ completionPermille: 600, placementPermille: 0, earnings: figure(60_000, 'usd-per-year') }), leadsTo: [edge('rn', 'credit-granted')] }),
  credential('marked-no', { links: [link('qualifies', job('29-2061', LPN_PAY))], marks: { assessed: false, competencies: false, employers: false, portable: false } }),
];

/** Where figures come from is told for the default rubric only: it does not change with the rubric. */
const told = (label: string, result: VerdictResult): unknown =>
  JSON.parse(JSON.stringify(result, (key, value: unknown) => (key === 'from' && typeof value === 'object' && label !== 'waymark-1' ? undefined : value)));

/** Each case by each rubric, and by the default one where there is no pay without training to compare with. */
export function verdictResults(): readonly { readonly case: string; readonly result: unknown }[] {
  const contexts: readonly { readonly label: string; readonly context: Omit<VerdictContext, 'credentials'> }[] = [
    ...RUBRICS.map((rubric) => ({ label: rubric.id, context: { rubric, floor: floor(47_233), baseline, otherFloors: [floor(60_414, 45), floor(47_489, 25, 'cew-2017'), floor(61_057, 45, 'cew-2017')] } })),
    { label: 'no baseline', context: { rubric: rubricOf(waymark), floor: floor(47_233), baseline: null } },
  ];
  // Beside the default rubric each other is shown where it differs in kind.
  const few = (label: string): readonly CredentialFacts[] => (label === 'uncounted' ? CASES.filter(({ id }) => id.startsWith('preferred')) : label === 'by-law' || label === 'no baseline' ? CASES.filter((_, index) => index % 3 === 0) : CASES);
  return contexts.flatMap(({ label, context }) => few(label).map((facts) => ({
    case: `${facts.id}, ${label}`,
    result: told(label, judgeCredential(facts, { ...context, credentials: new Map([...NEIGHBORS, facts].map((each) => [each.id, each])) })),
  })));
}
