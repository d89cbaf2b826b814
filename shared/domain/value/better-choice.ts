import { RELATIONS } from '../facts.ts';
import type { CredentialFacts, Field, OccupationLink } from '../facts.ts';
import type { Verdict, VerdictResult } from '../results.ts';
import { effortOf } from './effort.ts';
import type { Effort } from './effort.ts';
import type { Alone } from './judge-alone.ts';
import type { JudgingContext, ReadFacts } from './reading.ts';

/** What is worth naming in place of another, the best first; the rest is not. */
const RANKED = ['high', 'stepping', 'modest'] as const satisfies readonly Verdict[];
type Ranked = (typeof RANKED)[number];
const isRanked = (verdict: Verdict): verdict is Ranked => RANKED.some((each) => each === verdict);

const closest = (a: OccupationLink, b: OccupationLink): number => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || (a.occupation.soc < b.occupation.soc ? -1 : 1);
/** The kind of work a credential has to do with: that of its job, else of its closest link; null when it has none. */
export const workOf = ({ facts, judged }: Pick<Alone, 'judged'> & { readonly facts: Pick<ReadFacts, 'links'> }): string | null => (judged ?? [...facts.links].sort(closest)[0])?.occupation.soc ?? null;
/** Care and its assistants are one ladder, though SOC files them apart. */
const groupOf = (soc: string): string => (soc.startsWith('31') ? '29' : soc.slice(0, 2));

/** A credential that may be named in place of another. */
export interface Candidate {
  readonly id: string;
  readonly field: Field;
  /** Its verdict before what it leads to is looked at. */
  readonly verdict: Verdict;
  readonly work: string | null;
  readonly effort: Effort;
  /** People who do its job here. */
  readonly jobs: number;
}

/** Among equals in verdict and work: the lesser effort, the more jobs here, then by id. */
const before = (a: Candidate, b: Candidate): boolean => (a.effort !== b.effort ? a.effort < b.effort : a.jobs !== b.jobs ? a.jobs > b.jobs : a.id < b.id);

/** The first of each verdict in a field: for the same job, for the same group of jobs, for any. */
export type Shelf = ReadonlyMap<string, Candidate>;
const place = (field: Field, verdict: Ranked, work: string): string => `${field} ${verdict} ${work}`;

/** Sets out what may be named, in any order. */
export function shelve(candidates: Iterable<Candidate>): Shelf {
  const shelf = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { field, verdict, work } = candidate;
    if (!isRanked(verdict)) continue;
    for (const each of ['', ...(work === null ? [] : [work, groupOf(work)])]) {
      const key = place(field, verdict, each);
      const known = shelf.get(key);
      if (!known || before(candidate, known)) shelf.set(key, candidate);
    }
  }
  return shelf;
}

/** A credential as a candidate. */
export function candidateOf(facts: CredentialFacts, alone: Alone): Candidate {
  return { id: facts.id, field: facts.field, verdict: alone.verdict, work: workOf(alone), effort: effortOf(facts.times), jobs: alone.judged?.occupation.employmentHere.value ?? 0 };
}

/**
 * The better reachable choice in the same field, for a credential of little or unknown value: what
 * it often comes before first, then the better verdict, the nearer work (the same job, the same
 * major group of jobs), the lesser effort, the more jobs here, then by id. What is judged high,
 * stepping or modest is shelved once for all questions, or once a field.
 */
export function createBetterChoice(
  context: JudgingContext<CredentialFacts>, judge: (facts: CredentialFacts) => Alone, shelfOf: (field: Field) => Shelf,
): (facts: CredentialFacts) => VerdictResult['better'] {
  const next = (facts: CredentialFacts): Candidate | null => {
    const found = facts.leadsTo.flatMap(({ toId }): Candidate[] => {
      const each = context.credentials.get(toId);
      if (!each || each.id === facts.id || each.role !== 'main' || each.field !== facts.field) return [];
      const candidate = candidateOf(each, judge(each));
      return isRanked(candidate.verdict) ? [candidate] : [];
    });
    const rank = ({ verdict }: Candidate): number => RANKED.findIndex((each) => each === verdict);
    return found.sort((a, b) => rank(a) - rank(b) || (before(a, b) ? -1 : 1))[0] ?? null;
  };
  return (facts) => {
    if (facts.field === 'general') return null;
    const shelf = shelfOf(facts.field);
    const soc = workOf(judge(facts));
    const nearest = [...(soc === null ? [] : [soc, groupOf(soc)]), ''];
    const best = next(facts) ?? RANKED.flatMap((verdict) => nearest.flatMap((work) => shelf.get(place(facts.field, verdict, work)) ?? []))[0];
    const named = best && context.credentials.get(best.id);
    return named ? { credentialId: named.id, name: named.name } : null;
  };
}
