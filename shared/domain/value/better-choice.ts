import { RELATIONS } from '../facts.ts';
import type { CredentialFacts, OccupationLink } from '../facts.ts';
import type { Verdict, VerdictResult } from '../results.ts';
import { effortOf } from './effort.ts';
import type { Effort } from './effort.ts';
import type { Alone } from './judge-alone.ts';
import type { VerdictContext } from './reading.ts';

/** What is worth naming in place of another, the best first; the rest is not. */
const RANKED = ['high', 'stepping', 'modest'] as const satisfies readonly Verdict[];
type Ranked = (typeof RANKED)[number];
const isRanked = (verdict: Verdict): verdict is Ranked => RANKED.some((each) => each === verdict);

const closest = (a: OccupationLink, b: OccupationLink): number => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || (a.occupation.soc < b.occupation.soc ? -1 : 1);
/** The kind of work a credential has to do with: that of its job, else of its closest link; null when it has none. */
const workOf = ({ facts, judged }: Alone): string | null => (judged ?? [...facts.links].sort(closest)[0])?.occupation.soc ?? null;
/** Care and its assistants are one ladder, though SOC files them apart. */
const groupOf = (soc: string): string => (soc.startsWith('31') ? '29' : soc.slice(0, 2));

interface Candidate { readonly facts: CredentialFacts; readonly effort: Effort; readonly jobs: number; readonly rank: number }

/** Among equals in verdict and work: the lesser effort, the more jobs here, then by id. */
const before = (a: Candidate, b: Candidate): boolean => (a.effort !== b.effort ? a.effort < b.effort : a.jobs !== b.jobs ? a.jobs > b.jobs : a.facts.id < b.facts.id);

/** The first of each verdict in a field: for the same job, for the same group of jobs, for any. */
type Shelf = Map<string, Candidate>;
const place = (field: string, verdict: Ranked, work: string): string => `${field} ${verdict} ${work}`;

function shelve(context: VerdictContext, judge: (facts: CredentialFacts) => Alone): Shelf {
  const shelf: Shelf = new Map();
  for (const facts of context.credentials.values()) {
    if (facts.role !== 'main') continue;
    const alone = judge(facts);
    if (!isRanked(alone.verdict)) continue;
    const candidate: Candidate = { facts, effort: effortOf(facts.times), jobs: alone.judged?.occupation.employmentHere.value ?? 0, rank: RANKED.indexOf(alone.verdict) };
    const soc = workOf(alone);
    for (const work of ['', ...(soc === null ? [] : [soc, groupOf(soc)])]) {
      const key = place(facts.field, alone.verdict, work);
      const known = shelf.get(key);
      if (!known || before(candidate, known)) shelf.set(key, candidate);
    }
  }
  return shelf;
}

/**
 * The better reachable choice in the same field, for a credential of little or unknown value: what
 * it often comes before first, then the better verdict, the nearer work (the same job, the same
 * major group of jobs), the lesser effort, the more jobs here, then by id. What is judged high,
 * stepping or modest is shelved once for all questions.
 */
export function createBetterChoice(context: VerdictContext, judge: (facts: CredentialFacts) => Alone): (facts: CredentialFacts) => VerdictResult['better'] {
  let shelf: Shelf | null = null;
  const next = (facts: CredentialFacts): Candidate | null => {
    const found = facts.leadsTo.flatMap(({ toId }): Candidate[] => {
      const each = context.credentials.get(toId);
      if (!each || each.id === facts.id || each.role !== 'main' || each.field !== facts.field) return [];
      const alone = judge(each);
      return isRanked(alone.verdict) ? [{ facts: each, effort: effortOf(each.times), jobs: alone.judged?.occupation.employmentHere.value ?? 0, rank: RANKED.indexOf(alone.verdict) }] : [];
    });
    return found.sort((a, b) => a.rank - b.rank || (before(a, b) ? -1 : 1))[0] ?? null;
  };
  return (facts) => {
    if (facts.field === 'general') return null;
    const shelved = (shelf ??= shelve(context, judge));
    const soc = workOf(judge(facts));
    const nearest = [...(soc === null ? [] : [soc, groupOf(soc)]), ''];
    const best = next(facts) ?? RANKED.flatMap((verdict) => nearest.flatMap((work) => shelved.get(place(facts.field, verdict, work)) ?? []))[0];
    return best ? { credentialId: best.facts.id, name: best.facts.name } : null;
  };
}
