/** Entries for tests. */
import type { ContactEntry, ProgramEntry } from './entry.ts';

const said = {
  credentialId: 'nurse-aide', credentialName: { en: 'Nurse aide', es: 'Auxiliar de enfermería' }, phone: '740-555-0112', hours: 'weekdays 8 to 3', web: 'pickaway.example/cte', note: '',
  checkedOn: '2026-11-20', checkedBy: '', school: 'West High', changedAt: '2026-11-20T15:00:00.000Z',
};

export const program = (change: Partial<ProgramEntry> = {}): ProgramEntry => ({
  ...said, id: 'p1', kind: 'program', title: '', provider: 'Pickaway CTE Center', city: 'Circleville', county: 'Pickaway', contact: 'Ms. Alvarez', delivery: 'in-person', weeks: 6, clockHours: 75,
  priceCents: 4500, payers: ['district'], seats: 12, startsOn: '2027-01-11', runs: true, listed: null, ...change,
});
export const contact = (change: Partial<ContactEntry> = {}): ContactEntry => ({
  ...said, id: 'c1', kind: 'contact', credentialId: null, credentialName: null, topic: 'money', name: 'Aid office, Columbus State', phone: '614-555-0199', ...change,
});
