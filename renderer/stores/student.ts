/** One student: facts, earned credentials and plans. Every change is saved at once. */
import { create } from 'zustand';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { StudentFields } from '../../shared/contract/students.ts';
import { call } from '../client/client.ts';
import { onChanged, onVaultLocked } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Failure, Request } from './request.ts';
import { createSaver, UNTOUCHED } from './save-state.ts';
import type { SaveState } from './save-state.ts';

export type StudentFile = OutputOf<'students.get'>;
export type Earned = StudentFile['earned'][number];
export type EarnedInput = InputOf<'students.putEarned'>['earned'];

interface StudentPage {
  readonly id: string | null;
  readonly file: Request<StudentFile>;
  readonly saved: SaveState;
  /** A plan is being made or the student removed. */
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const START: StudentPage = { id: null, file: IDLE, saved: UNTOUCHED, busy: false, failure: null };
export const useStudent = create<StudentPage>(() => START);
const { getState: get, setState: set } = useStudent;

const file = createAsker('students.get', () => get().file, (request) => set({ file: request }));
const reload = async (): Promise<void> => {
  const { id } = get();
  if (id === null || (await file.ask({ id }))) return;
  // A student who was removed must not be worked on any more.
  const now = get().file;
  if (now.status === 'error' && now.failure.code === 'not-found') set({ file: { ...now, last: null } });
};
const saver = createSaver((saved) => set({ saved }), reload);

/** Shows a student; another one first forgets the one before. */
export async function loadStudent(id: string): Promise<void> {
  if (get().id !== id) {
    file.forget();
    saver.forget();
    set({ ...START, id });
  }
  await reload();
}

/** Changes some facts, seen at once. */
export function saveStudent(id: string, fields: Partial<StudentFields>): Promise<unknown> {
  const present = get().file;
  if (present.status === 'ready' && present.value.student.id === id) {
    set({ file: { status: 'ready', value: { ...present.value, student: { ...present.value.student, ...fields } } } });
  }
  return saver.save(() => call('students.update', { id, fields }));
}
export const putEarned = (studentId: string, earned: EarnedInput): Promise<{ readonly id: string } | null> =>
  saver.save(() => call('students.putEarned', { studentId, earned }));
export const removeEarned = (id: string): Promise<unknown> => saver.save(() => call('students.removeEarned', { id }));

/** Makes a plan filled from the reference data; resolves with its id, or null when it failed. */
export async function createPlan(input: InputOf<'plans.create'>): Promise<string | null> {
  if (get().busy) return null;
  set({ busy: true, failure: null });
  const reply = await call('plans.create', input);
  set({ busy: false, failure: reply.ok ? null : reply });
  return reply.ok ? reply.value.id : null;
}
export const forgetStudentFailure = (): void => set({ failure: null });

/** Removes the student with all plans; true when it was done. Undo brings everything back. */
export async function removeStudent(id: string): Promise<boolean> {
  if (get().busy) return false;
  set({ busy: true, failure: null });
  const reply = await call('students.remove', { id });
  if (reply.ok) {
    file.forget();
    set(START);
  } else {
    set({ busy: false, failure: reply });
  }
  return reply.ok;
}

onVaultLocked(() => { file.forget(); saver.forget(); set(START); });
onChanged((kinds) => {
  if ((kinds.includes('students') || kinds.includes('plans')) && get().id !== null && !saver.isSaving()) void reload();
});
