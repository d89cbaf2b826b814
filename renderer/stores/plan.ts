/** One plan. Every edit is one command and one undo, saved at once; figures stay as frozen until a person accepts new ones. */
import { create } from 'zustand';
import type { InputOf } from '../../shared/contract/index.ts';
import type { Plan, PlanEdit } from '../../shared/contract/plans.ts';
import type { PlanFigures } from '../../shared/domain/plan/staleness.ts';
import type { Student } from '../../shared/contract/students.ts';
import { call } from '../client/client.ts';
import { onChanged, onVaultLocked, useApp } from './app.ts';
import { applyEdit } from './apply-edit.ts';
import { loadCredentialRows } from './credential-rows.ts';
import { askFiguresNow } from './plan-figures.ts';
import { createAsker, IDLE, valueOf } from './request.ts';
import type { Request } from './request.ts';
import { createSaver, UNTOUCHED } from './save-state.ts';
import type { SaveState } from './save-state.ts';

interface PlanPage {
  readonly id: string | null;
  readonly plan: Request<Plan>;
  /** Whose plan it is; null until known. */
  readonly student: Student | null;
  /** The figures of a newer edition; null while the plan has those at hand. */
  readonly newer: PlanFigures | null;
  readonly saved: SaveState;
}

const START: PlanPage = { id: null, plan: IDLE, student: null, newer: null, saved: UNTOUCHED };
export const usePlan = create<PlanPage>(() => START);
const { getState: get, setState: set } = usePlan;

const plan = createAsker('plans.get', () => get().plan, (request) => set({ plan: request }));

async function loadStudentOf({ id, studentId }: Plan): Promise<void> {
  const reply = await call('students.get', { id: studentId });
  if (reply.ok && get().id === id) set({ student: reply.value.student });
}

/** What the edition at hand says, when it is another one than the plan's. */
async function loadNewer(found: Plan): Promise<void> {
  const edition = valueOf(useApp.getState().edition);
  if (edition === null || edition.digest === found.snapshot.digest) return set({ newer: null });
  const newer = await askFiguresNow(found);
  if (get().id === found.id) set({ newer });
}

async function reload(): Promise<void> {
  const { id } = get();
  if (id === null) return;
  const found = await plan.ask({ id });
  if (!found) {
    // A plan that was removed, or never made after an undo, must not be worked on any more.
    const now = get().plan;
    if (now.status === 'error' && now.failure.code === 'not-found') set({ plan: { ...now, last: null } });
    return;
  }
  // Names, ages and newer figures may come later than the plan.
  void loadCredentialRows(found.steps.flatMap((step) => (step.credentialId === null ? [] : [step.credentialId])));
  void loadNewer(found);
  await loadStudentOf(found);
}
const saver = createSaver((saved) => set({ saved }), reload);

/** Shows a plan; another one first forgets the one before. */
export async function loadPlan(id: string): Promise<void> {
  if (get().id !== id) {
    plan.forget();
    saver.forget();
    set({ ...START, id });
  }
  await reload();
}

/** One edit, seen at once; resolves with the id of the part that was put, or null. */
export const editPlan = async (id: string, edit: PlanEdit): Promise<string | null> => {
  const present = get().plan;
  if (present.status === 'ready' && present.value.id === id) set({ plan: { status: 'ready', value: applyEdit(present.value, edit) } });
  const reply = await saver.save(() => call('plans.edit', { id, edit }));
  return reply?.id ?? null;
};
/** Adds a credential as a step with its cost lines; one undo takes all of it back. */
export const addCredential = (id: string, credentialId: string): Promise<unknown> => saver.save(() => call('plans.addCredential', { id, credentialId }));
/** Takes dates for several steps; one undo brings all the old ones back. */
export const setDates = (id: string, dates: InputOf<'plans.setDates'>['dates']): Promise<unknown> => saver.save(() => call('plans.setDates', { id, dates }));
/** Takes the figures of the present edition into the plan; undo brings the old ones back. */
export const acceptFigures = (id: string): Promise<unknown> => saver.save(() => call('plans.refreshFigures', { id }));

/** Removes the plan; true when it was done. */
export async function removePlan(id: string): Promise<boolean> {
  const reply = await call('plans.remove', { id });
  if (reply.ok) {
    plan.forget();
    saver.forget();
    set(START);
  } else {
    set({ saved: { status: 'failed', failure: reply, retry: null } });
  }
  return reply.ok;
}

onVaultLocked(() => { plan.forget(); saver.forget(); set(START); });
onChanged((kinds) => {
  if ((kinds.includes('plans') || kinds.includes('students') || kinds.includes('reference')) && get().id !== null && !saver.isSaving()) void reload();
});
