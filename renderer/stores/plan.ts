/** One plan. Every edit is one command and one undo, saved at once; figures stay as frozen until a person accepts new ones. */
import { create } from 'zustand';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { Plan, PlanEdit } from '../../shared/contract/plans.ts';
import type { Student } from '../../shared/contract/students.ts';
import { call } from '../client/client.ts';
import { onChanged, onVaultLocked } from './app.ts';
import { applyEdit } from './apply-edit.ts';
import { loadCredentialRows } from './credential-rows.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';
import { createSaver, UNTOUCHED } from './save-state.ts';
import type { SaveState } from './save-state.ts';

interface PlanPage {
  readonly id: string | null;
  readonly plan: Request<Plan>;
  /** Whose plan it is; null until known. */
  readonly student: Student | null;
  /** What the edition at hand says differently; null until known. */
  readonly changes: OutputOf<'plans.getChanges'> | null;
  readonly saved: SaveState;
}

const START: PlanPage = { id: null, plan: IDLE, student: null, changes: null, saved: UNTOUCHED };
export const usePlan = create<PlanPage>(() => START);
const { getState: get, setState: set } = usePlan;

const plan = createAsker('plans.get', () => get().plan, (request) => set({ plan: request }));

async function loadStudentOf({ id, studentId }: Plan): Promise<void> {
  const reply = await call('students.get', { id: studentId });
  if (reply.ok && get().id === id) set({ student: reply.value.student });
}

/** What the edition at hand says of it. */
async function loadChanges({ id }: Plan): Promise<void> {
  const reply = await call('plans.getChanges', { id });
  if (reply.ok && get().id === id) set({ changes: reply.value });
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
  void loadChanges(found);
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
export const acceptFigures = (id: string): Promise<unknown> => saver.save(() => call('plans.refreshFigures', { ids: [id] }));

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
