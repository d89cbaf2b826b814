import type { Localized, Mark, OccupationLink } from '../facts.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import type { Criterion, CriterionId, CriterionState } from '../results.ts';
import type { ReadFacts } from './reading.ts';
import { allOf } from './ladder.ts';
import type { Truth } from './ladder.ts';
import type { Rubric } from './rubric.ts';

type ResultsRule = NonNullable<Rubric['criteria']['program-results']>;

const make = (id: CriterionId, state: CriterionState, why: Reason): Criterion => ({ id, state, figure: null, threshold: null, reason: why });

/** The credential's own part: what it does toward the job, apart from what the job pays. */
export function readLaw(facts: ReadFacts, judged: OccupationLink | null): Criterion {
  const id = 'law-or-employers';
  if (facts.role === 'add-on') return make(id, 'not-met', reason('part.add-on'));
  if (facts.demandType === 'general-readiness') return make(id, 'not-met', reason('part.general-readiness'));
  const occupation = judged?.occupation.title;
  if (judged && occupation) {
    if (judged.relation === 'required-by-law') return make(id, 'met', reason('part.required-by-law', { occupation }));
    if (judged.relation === 'qualifies') return make(id, 'met', reason('part.qualifies', { occupation }));
    if (judged.demand) return make(id, 'met', reason('part.preferred-counted', { occupation, ads: judged.demand.ads.value ?? 0, month: judged.demand.month }));
  }
  const asked = facts.links.find((link) => link.relation === 'preferred');
  if (asked) return make(id, 'unknown', reason('part.preferred', { occupation: asked.occupation.title }));
  const [related] = facts.links;
  return make(id, 'unknown', related ? reason('part.related', { occupation: related.occupation.title }) : reason('part.no-link'));
}

const reaches = (figure: number | null, least: number | null): Truth => (least === null ? true : figure === null ? 'unknown' : figure >= least);
const stateOf = (truth: Truth): CriterionState => (truth === 'unknown' ? 'unknown' : truth ? 'met' : 'not-met');

/** Measured results of the program against the rubric's shares; what is not collected is unknown. */
export function readResults({ results }: ReadFacts, rule: ResultsRule): Criterion {
  const id = 'program-results';
  if (!results) return make(id, 'unknown', reason('part.results-not-collected'));
  const { completionPermille: completion, placementPermille: placement } = results;
  const published: Truth = !rule.earningsPublished || (results.earnings?.value ?? null) !== null ? true : 'unknown';
  const state = stateOf(allOf([reaches(completion, rule.completionPermille), reaches(placement, rule.placementPermille), published]));
  if (completion === null || placement === null) return make(id, state, reason('part.results-in-part'));
  const shares = { finish: Math.round(completion / 10), placed: Math.round(placement / 10) };
  return make(id, state, reason(state === 'not-met' ? 'part.results-weak' : 'part.results-good', shares));
}

const MARK_REASONS = {
  assessed: { yes: reason('part.tested-by-others'), no: reason('part.not-tested-by-others'), unknown: reason('part.test-unknown') },
  competencies: { yes: reason('part.skills-published'), no: reason('part.skills-not-published'), unknown: reason('part.skills-unknown') },
  employers: { yes: reason('part.employers-confirm'), no: reason('part.employers-do-not-confirm'), unknown: reason('part.employers-not-asked') },
  portable: { yes: reason('part.portable'), no: reason('part.not-portable'), unknown: reason('part.portable-unknown') },
} as const;

/** What is said of a credential as such: tested by others, skills published, confirmed by employers, portable. */
export function readMark({ marks }: ReadFacts, mark: Exclude<Mark, 'proctored'>): Criterion {
  const known = marks?.[mark] ?? null;
  return make(mark, stateOf(known ?? 'unknown'), MARK_REASONS[mark][known === null ? 'unknown' : known ? 'yes' : 'no']);
}

/** Whether it gives sourced credit or a way in to a next step. That no edge is known proves nothing. */
export function readStackable(next: { readonly name: Localized } | null): Criterion {
  return next ? make('stackable', 'met', reason('part.counts-toward-more', { to: next.name })) : make('stackable', 'unknown', reason('part.counts-toward-nothing-known'));
}
