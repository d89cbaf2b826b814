/** One plan. Every edit is one command and one undo, saved at once; figures stay as frozen until a person accepts new ones. */
import { create } from 'zustand';
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
  readonly saved: SaveState;
}

const START: PlanPage = { id: null, plan: IDLE, student: null, saved: UNTOUCHED };
export const usePlan = create<PlanPage>(() => START);
const { getState: get, setState: set } = usePlan;

const plan = createAsker('plans.get', () => get().plan, (request) => set({ plan: request }));

async function loadStudentOf({ id, studentId }: Plan): Promise<void> {
  const reply = await call('students.get', { id: studentId });
  if (reply.ok && get().id === id) set({ student: reply.value.student });
}

async function reload(): Promise<void> {
  const { id } = get();
  if (id === null) return;
  const found = await plan.ask({ id });
  if (!found) return;
  // Names and ages of the steps' credentials; they may come later than the plan.
  void loadCredentialRows(found.steps.flatMap((step) => (step.credentialId === null ? [] : [step.credentialId])));
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
  if ((kinds.includes('plans') || kinds.includes('students')) && get().id !== null && !saver.isSaving()) void reload();
});
