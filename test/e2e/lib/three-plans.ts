/** Three students, each with a plan that the later edition touches in another way. They do not exist. */
import type { Page } from 'playwright-core';
import { LATER, LATER_AREA } from '../../../db/pack/test-later-starter.ts';

export const STUDENTS = [
  { name: 'Maya Ortega', credential: LATER.retired, goal: 'Fix computers', note: 'Her uncle repairs phones' },
  { name: 'Luis Delgado', credential: LATER.dearer, goal: 'Work as a nurse', note: 'Cares for two brothers' },
  { name: 'Ruth Abend', credential: LATER.worse, goal: 'Wire houses', note: 'Asked about night classes' },
] as const;

/** Calls the service as the page does. */
export const callService = <T>(page: Page, name: string, input: unknown): Promise<T> => page.evaluate(async ([method, body]) => {
  const response = await fetch(`/call/${String(method)}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return ((await response.json()) as { value: never }).value;
}, [name, input] as const);

/** Makes a vault, students and their plans, through the page; gives every word that is about them. */
export async function makePlans(page: Page, students: readonly (typeof STUDENTS)[number][] = STUDENTS): Promise<readonly string[]> {
  const passphrase = 'violet tractor seven harbors';
  const words: string[] = [passphrase];
  await callService(page, 'app.setSettings', { areaId: LATER_AREA });
  await callService(page, 'vault.create', { passphrase });
  for (const { name, credential, goal, note } of students) {
    const { id: studentId } = await callService<{ id: string }>(page, 'students.create', { name, grade: 11, graduates: '2027-06', birthMonth: null, lang: 'en', areaId: LATER_AREA, largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note });
    const { id } = await callService<{ id: string }>(page, 'plans.create', { studentId, areaId: LATER_AREA, lang: 'en', goal, credentialIds: [credential] });
    words.push(...name.split(' '), goal, note, studentId, id);
  }
  return words;
}
