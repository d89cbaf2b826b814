/** The facts of `waymark evaluate verdict` in the engine's own shape. */
import type { CredentialFacts, Figure, OccupationFacts, PayFacts, Provenance, StackingEdge, Unit } from '../../shared/domain/facts.ts';
import type { BaselinePay, GoodJobFloor } from '../../shared/domain/results.ts';
import type { Rubric } from '../../shared/domain/value/rubric.ts';
import type { VerdictContext } from '../../shared/domain/value/verdict.ts';
import type { VerdictFacts } from './evaluate-value.ts';

const from: Provenance = { source: null, evidence: null, vintage: null, area: null, basis: 'published', method: null };
const figure = (value: number | null, unit: Unit): Figure => ({ value, high: null, atLeast: false, unit, unknown: value === null ? 'not-published' : null, from });
const permille = (fraction: number | null): number | null => (fraction === null ? null : Math.round(fraction * 1000));
const both = (text: string) => ({ en: text, es: text });
const AREA = 'area';

const pay = (p25: number | null, p50: number | null): PayFacts => ({
  askedArea: AREA, area: AREA, areaName: AREA, basis: 'both', p10: null, p25, p50, p75: null, p90: null, mean: null, hourlyP25Cents: null, hourlyP50Cents: null, topCoded: false, from,
});

function occupationOf(facts: VerdictFacts): OccupationFacts {
  const change = permille(facts.jobChange);
  return {
    soc: '00-0000', title: both('the job'), entryEducation: null, selfEmployedPermille: permille(facts.selfEmployedShare), employmentHere: figure(facts.jobsHere, 'jobs'),
    pay: facts.medianPay === null ? null : pay(facts.lowerPay, facts.medianPay),
    outlook: change === null && facts.openingsPerYear === null ? null : { fromYear: 2024, toYear: 2034, changePermille: change, openingsPerYear: facts.openingsPerYear, from },
  };
}

function credentialOf(facts: VerdictFacts): CredentialFacts {
  const { relation, ads, results } = facts;
  const edges = facts.leadsTo.map((each, index): StackingEdge => ({ fromId: 'asked', toId: `next-${index}`, kind: each.kind, skippable: false, credits: null, terms: both(''), evidence: null }));
  return {
    id: 'asked', code: 'ASKED', name: both(facts.name), shortName: both(facts.name), kind: 'certificate', role: facts.role, field: 'general', demandType: facts.demandType,
    jurisdiction: 'national', minAge: null, renewMonths: null,
    links: relation === 'none' ? [] : [{ relation, evidence: null, occupation: occupationOf(facts), demand: ads && { ads: figure(ads.count, 'count'), month: ads.month } }],
    costs: [], times: [], requirements: [], leadsTo: edges, marks: facts.marks,
    results: results && {
      completionPermille: permille(results.completionRate), placementPermille: permille(results.placementRate),
      earnings: results.medianEarnings === null ? null : figure(results.medianEarnings, 'usd-per-year'), highSchoolEarnings: results.highSchoolEarnings, people: results.people,
    },
  };
}

/** A next step that is high by any ladder of pay, openings and law: what the asker says it is. */
function nextStep(facts: VerdictFacts, index: number, floor: number): CredentialFacts {
  const next = facts.leadsTo[index];
  const known = { ...facts, relation: 'required-by-law' as const, medianPay: next?.high ? floor * 2 + 1 : null, jobsHere: 1_000_000, jobChange: 0, openingsPerYear: 1000, leadsTo: [] };
  return { ...credentialOf(known), id: `next-${index}`, name: both(next?.name ?? ''), role: 'main', demandType: 'licensed-occupation', results: undefined };
}

export interface Floors {
  readonly definition: string;
  readonly age: number;
  readonly given: number | null;
  readonly computed: GoodJobFloor | null;
  readonly older: GoodJobFloor | null;
}

/** The context and the credential to be judged. */
export function verdictContext(facts: VerdictFacts, rubric: Rubric, floors: Floors): { readonly context: VerdictContext; readonly credential: CredentialFacts } {
  const given: GoodJobFloor = { definition: floors.definition, age: floors.age, floor: figure(floors.given, 'usd-per-year'), published: Math.round(floors.given ?? 0), dollarsOf: 0 };
  const floor = floors.given === null ? (floors.computed ?? given) : given;
  const baseline: BaselinePay | null = facts.noTrainingMedian === null ? null : { pay: pay(null, facts.noTrainingMedian), occupations: 1, jobs: 1 };
  const credential = credentialOf(facts);
  const next = facts.leadsTo.map((_, index) => nextStep(facts, index, floor.floor.value ?? 0));
  const older = floors.older && floors.older.floor.value !== floor.floor.value ? [floors.older] : [];
  return { credential, context: { rubric, floor, baseline, credentials: new Map([credential, ...next].map((each) => [each.id, each])), otherFloors: older } };
}
