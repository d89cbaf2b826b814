/** What a credential of the giant is: its kind, program or job, issuer and where it can be had. */
import type { Rows } from '../../../db/pack/tables.ts';
import { draw, pick } from './draws.ts';
import { BOARDS_OF_A_STATE, type Job, type Offered, type Program, type School, type Vocabulary } from './vocabulary.ts';

/** One number for each thing that is drawn: no two draws of a credential are the same. */
export const PURPOSE = {
  group: 1, school: 2, offer: 3, program: 4, job: 5, state: 6, issuer: 7, title: 8, pattern: 9, level: 10, track: 11, emphasis: 12, spanish: 13, alias: 14,
  status: 15, successor: 16, ctid: 17, marks: 21, renew: 22, age: 23, areas: 24, origin: 25, updated: 26, conflict: 27, cost: 28, amount: 29, time: 30,
  link: 31, relation: 32, asks: 33, stacking: 34, target: 35, list: 36, points: 37, change: 38, changed: 39, fresh: 40,
} as const;

export interface Core {
  readonly index: number;
  readonly kind: Rows['credential']['kind'];
  readonly program: Program;
  /** For what is named by a job and not by a program. */
  readonly job: Job | null;
  readonly school: School | null;
  readonly issuer: string;
  /** Home: a state, or the nation. */
  readonly area: string;
}

const KIND_OF_LEVEL: Readonly<Record<Offered['level'], Core['kind']>> = { 'short-certificate': 'certificate', 'certificate': 'certificate', 'associate': 'associate', 'bachelor': 'bachelor' };
/** Shares of kinds, by what they sum to: what schools offer, badges, certifications, course cards, licenses, apprenticeships, registry listings. */
const SHARES: readonly (readonly [number, Core['kind'] | 'offered'])[] = [
  [0.58, 'offered'], [0.80, 'badge'], [0.87, 'certification'], [0.93, 'course-card'], [0.96, 'license'], [0.99, 'apprenticeship'], [1, 'registry-listing'],
];

/** The credential at a place; everything else of it is drawn from this. */
export function coreAt(index: number, vocabulary: Vocabulary, seed: number): Core {
  const at = (purpose: number): number => draw(seed, index, purpose);
  const group = at(PURPOSE.group);
  const kind = SHARES.find(([until]) => group < until)?.[1] ?? 'badge';
  const school = (): School => vocabulary.schools[vocabulary.schoolRank.at(at(PURPOSE.school))] ?? pick(vocabulary.schools, 0);
  if (kind === 'offered') {
    const found = school();
    const offered = pick(found.offers, at(PURPOSE.offer));
    return { index, kind: KIND_OF_LEVEL[offered.level], program: offered.program, job: null, school: found, issuer: found.organization, area: found.area };
  }
  const program = pick(vocabulary.programs, at(PURPOSE.program));
  if (kind === 'badge' || kind === 'course-card') {
    const found = at(PURPOSE.issuer) < 0.6 ? school() : null;
    return { index, kind, program, job: null, school: found, issuer: found?.organization ?? `association-${pick(vocabulary.jobs, at(PURPOSE.job)).soc}`, area: found?.area ?? 'us' };
  }
  const job = pick(vocabulary.jobs, at(PURPOSE.job));
  if (kind === 'certification') {
    const issuer = at(PURPOSE.issuer) < 0.3 ? pick(vocabulary.issuers, at(PURPOSE.issuer) / 0.3) : `association-${job.soc}`;
    return { index, kind, program, job, school: null, issuer, area: 'us' };
  }
  const state = pick(vocabulary.states, at(PURPOSE.state));
  return { index, kind, program, job, school: null, issuer: `board-${state.area}-${Math.floor(at(PURPOSE.issuer) * BOARDS_OF_A_STATE)}`, area: state.area };
}
