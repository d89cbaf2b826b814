/** What the rules of dates say of the plan on the page: what cannot start yet, and dates that one may take. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { IsoMonth } from '../../shared/kernel/plain-date.ts';
import { call } from '../client/client.ts';
import { onChanged, onVaultLocked } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

export type ProposedDates = OutputOf<'plans.proposeDates'>;

interface PlanDates {
  readonly id: string | null;
  /** From this month on: what is said beside the steps. */
  readonly now: ProposedDates | null;
  /** True while dates are being worked out by a person. */
  readonly isOpen: boolean;
  /** Month by which all must be done; null counts from this month on. */
  readonly doneBy: IsoMonth | null;
  readonly found: Request<ProposedDates>;
}

const START: PlanDates = { id: null, now: null, isOpen: false, doneBy: null, found: IDLE };
export const usePlanDates = create<PlanDates>(() => START);
const { getState: get, setState: set } = usePlanDates;

const asker = createAsker('plans.proposeDates', () => get().found, (found) => set({ found }));

async function askNow(): Promise<void> {
  const { id } = get();
  if (id === null) return;
  const reply = await call('plans.proposeDates', { id, doneBy: null });
  if (get().id === id) set({ now: reply.ok ? reply.value : null });
}
function ask(): void {
  const { id, isOpen, doneBy } = get();
  if (id !== null && isOpen) void asker.ask({ id, doneBy });
}

/** Speaks of a plan; another one starts afresh. */
export function showPlanDates(id: string): void {
  if (id !== get().id) { asker.forget(); set({ ...START, id }); }
  void askNow();
}
export function openDates(isOpen: boolean): void {
  set({ isOpen });
  ask();
}
export function countDates(doneBy: IsoMonth | null): void {
  set({ doneBy });
  ask();
}
export const retryDates = ask;

onVaultLocked(() => { asker.forget(); set(START); });
onChanged((kinds) => { if (kinds.includes('plans') || kinds.includes('students') || kinds.includes('reference')) { void askNow(); ask(); } });
