import type { OccupationLink } from '../facts.ts';
import type { ReadFacts } from './reading.ts';
import type { Rubric } from './rubric.ts';

const jobsOf = (link: OccupationLink): number => link.occupation.employmentHere.value ?? 0;
const hasPay = (link: OccupationLink): number => Number((link.occupation.pay?.p50 ?? null) !== null);

const isDirect = ({ relation }: OccupationLink): boolean => relation === 'required-by-law' || relation === 'qualifies';

/** The one with most jobs here among those with published pay; by code where jobs are equal. Never the best paid. */
function mostHeld(links: readonly OccupationLink[]): OccupationLink | null {
  return [...links].sort((a, b) => hasPay(b) - hasPay(a) || jobsOf(b) - jobsOf(a) || (a.occupation.soc < b.occupation.soc ? -1 : 1))[0] ?? null;
}

/** The occupation a credential directly opens: by law or as the usual way in; null when it opens none. */
export function openedOccupation(links: readonly OccupationLink[]): OccupationLink | null {
  return mostHeld(links.filter(isDirect));
}

/** The job a credential is judged by. */
export interface JudgedJob {
  readonly link: OccupationLink;
  /** True unless it opens another job too that may be the larger one, if only its jobs or pay were published. */
  readonly certain: boolean;
}

/** The occupation a rubric judges a credential by: what it opens, else what employers ask it for by a dated count. */
export function judgedOccupation(facts: Pick<ReadFacts, 'links'>, rubric: Rubric): JudgedJob | null {
  const direct = facts.links.filter(isDirect);
  const counted = rubric.criteria['law-or-employers']?.countedDemand === true ? facts.links.filter((link) => link.relation === 'preferred' && (link.demand?.ads.value ?? 0) > 0) : [];
  const candidates = direct.length > 0 ? direct : counted;
  const link = mostHeld(candidates);
  if (!link) return null;
  const rivals = candidates.filter((each) => each !== link && (each.occupation.employmentHere.value === null || (hasPay(each) < hasPay(link) && jobsOf(each) >= jobsOf(link))));
  return { link, certain: rivals.length === 0 };
}

/** True unless the credential only helps beside something else, or shows readiness for work in general. */
export function isCareer(facts: Pick<ReadFacts, 'role' | 'demandType'>): boolean {
  return facts.role === 'main' && facts.demandType !== 'general-readiness';
}
