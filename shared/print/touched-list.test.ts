import { expect, it } from 'vitest';
import { touchedList, TOUCHED } from './testing-touched.ts';

const students = (lang: 'en' | 'es') => touchedList(lang).sections.flatMap(({ block }) => (block.type === 'touched' ? [block] : []));

it('lists every student with what changed and what to do, in the order given', () => {
  const [maya, ana] = students('en');
  expect([maya?.name, maya?.sub, ana?.name, ana?.sub]).toEqual(['Maya Ortega', 'Grade 11 · See to it now', 'Ana de la Cruz', 'Good to know']);
  expect(maya?.plans.map(({ rows }) => rows.length)).toEqual([1, 2]);
  expect(maya?.plans[1]?.rows[0]).toEqual({ what: 'Practical nurse license: Exam: the price went up. It was $200 and is now $250 to $300.', todo: 'Call and ask for the price.' });
  expect(maya?.plans[0]?.from).toBe('Figures of edition 2026-05 (May 2026). Newer ones are ready: edition 2026-11 (November 2026).');
  expect(ana?.plans[0]?.more).toContain('Not recorded');
});
it('says the same in Spanish, and that it is a draft', () => {
  const all = JSON.stringify(students('es'));
  expect(all).toContain('Ya no se otorga. Le sigue: CompTIA Network+.');
  expect(all).toContain('Era $200 y ahora es $250 a $300.');
  expect(all).not.toMatch(/the price|Good to know|Notes/);
  expect(touchedList('es').notice).not.toBeNull();
});
it('names no student in the title of the PDF, and says that it is for staff', () => {
  const document = touchedList('en');
  expect(document.title).not.toMatch(/Maya|Ana/);
  expect(document.under[0]).toContain('For staff');
  expect(touchedList('en', false, { ...TOUCHED, students: [] }).sections.map(({ block }) => block.type)).toEqual(['text']);
});
