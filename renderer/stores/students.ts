/** The caseload: who is in the vault, how the list is shown, and adding somebody. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { StudentFields } from '../../shared/contract/students.ts';
import { call } from '../client/client.ts';
import { onChanged, onVaultLocked, selectSettings, selectVault, useApp } from './app.ts';
import { createAsker, IDLE, valueOf } from './request.ts';
import type { Failure, Request } from './request.ts';

export type StudentLine = OutputOf<'students.list'>['students'][number];
export type StudentSort = 'name' | 'grade' | 'graduates' | 'plans' | 'nextDue' | 'updatedAt';

interface StudentsPage {
  readonly list: Request<OutputOf<'students.list'>>;
  readonly filter: string;
  readonly sort: { readonly by: StudentSort; readonly descending: boolean };
  /** The dialog that adds a student. */
  readonly adding: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Somebody was just removed; the page says so and offers to take it back. */
  readonly removed: boolean;
}

const START: StudentsPage = {
  list: IDLE, filter: '', sort: { by: 'name', descending: false }, adding: false, busy: false, failure: null, removed: false,
};
export const useStudents = create<StudentsPage>(() => START);
const { getState: get, setState: set } = useStudents;

const list = createAsker('students.list', () => get().list, (request) => set({ list: request }));

export const loadStudents = async (): Promise<void> => {
  if (selectVault(useApp.getState()) === 'unlocked') await list.ask({});
};
export const filterStudents = (filter: string): void => set({ filter });
/** Sorts by a column; by the same one again turns the order round. */
export const sortStudents = (by: StudentSort): void =>
  set(({ sort }) => ({ sort: { by, descending: sort.by === by ? !sort.descending : by === 'updatedAt' || by === 'plans' } }));
export const openAddStudent = (): void => set({ adding: true, failure: null });
export const closeAddStudent = (): void => set({ adding: false, failure: null });
export const noteRemoved = (removed: boolean): void => set({ removed });

/** What a new student starts with: the settings' language and area, and nothing claimed about the person. */
export function newStudentFields(): StudentFields {
  const settings = selectSettings(useApp.getState());
  return {
    name: '', grade: settings?.profile === 'career-center' ? null : 11, graduates: null, birthMonth: null, lang: settings?.lang ?? 'en', areaId: null,
    largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '',
  };
}

/** Adds a student; resolves with the id, or null when it failed (the failure is in the store). */
export async function addStudent(fields: StudentFields): Promise<string | null> {
  if (get().busy) return null;
  set({ busy: true, failure: null });
  const reply = await call('students.create', fields);
  set(reply.ok ? { busy: false, adding: false } : { busy: false, failure: reply });
  return reply.ok ? reply.value.id : null;
}

/** Text without case and accents, as people search for names. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const COLLATOR = new Intl.Collator(['en', 'es'], { sensitivity: 'base', numeric: true });

function compareBy(by: StudentSort, a: StudentLine, b: StudentLine, direction: 1 | -1): number {
  const [left, right] = [a[by], b[by]];
  // What is not known comes last, whatever the direction.
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const order = typeof left === 'number' && typeof right === 'number' ? left - right : COLLATOR.compare(String(left), String(right));
  return direction * order;
}

/** The students that fit the text, in the order chosen; ties by name. */
export function shownStudents({ list: request, filter, sort }: Pick<StudentsPage, 'list' | 'filter' | 'sort'>): readonly StudentLine[] {
  const words = plain(filter).split(/\s+/u).filter((word) => word !== '');
  const direction = sort.descending ? -1 : 1;
  return (valueOf(request)?.students ?? [])
    .filter((student) => words.every((word) => plain(student.name).includes(word)))
    .sort((a, b) => compareBy(sort.by, a, b, direction) || COLLATOR.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

onVaultLocked(() => { list.forget(); set(START); });
onChanged((kinds) => {
  if ((kinds.includes('students') || kinds.includes('plans')) && get().list.status !== 'idle') void loadStudents();
});
