/** What the area offers as a whole: good jobs, by what one likes, and the credentials to think twice about. */
import { create } from 'zustand';
import type { Interest } from '../../shared/contract/here.ts';
import type { TimeLimit } from '../../shared/domain/pay/good-jobs.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import { selectAreaId, useApp } from './app.ts';
import { onReferenceContext } from './reference-context.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

export type GoodJobs = OutputOf<'reference.listGoodJobs'>;
export type Warnings = OutputOf<'reference.listWarnings'>;

/** More would fit nearly every job. The page says "one or two". */
const MOST_INTERESTS = 2;

interface Here {
  /** Kinds of work chosen, the newest last; in memory only. */
  readonly interests: readonly Interest[];
  /** Most months until one can do the work; null asks for none. */
  readonly within: TimeLimit;
  readonly jobs: Request<GoodJobs>;
  readonly warnings: Request<Warnings>;
}
export const useHere = create<Here>(() => ({ interests: [], within: null, jobs: IDLE, warnings: IDLE }));
const { getState: get, setState: set } = useHere;

const jobs = createAsker('reference.listGoodJobs', () => get().jobs, (found) => set({ jobs: found }));
const warnings = createAsker('reference.listWarnings', () => get().warnings, (found) => set({ warnings: found }));

const areaId = (): string => selectAreaId(useApp.getState());
export const loadGoodJobs = (): void => void jobs.ask({ areaId: areaId(), interests: [...get().interests] });
export const loadWarnings = (): void => void warnings.ask({ areaId: areaId() });
onReferenceContext(() => {
  if (get().jobs.status !== 'idle') loadGoodJobs();
  if (get().warnings.status !== 'idle') loadWarnings();
});

/** Takes a kind of work or leaves it; past the most, the oldest makes room. */
export function toggleInterest(interest: Interest): void {
  const { interests } = get();
  set({ interests: interests.includes(interest) ? interests.filter((each) => each !== interest) : [...interests, interest].slice(-MOST_INTERESTS) });
  loadGoodJobs();
}

export const setWithin = (within: TimeLimit): void => set({ within });
