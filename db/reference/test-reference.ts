/** A small edition that reads like the real one, for tests of queries and search. */
import { rowComparer, type Cell } from '../pack/order.ts';
import type { PackRows } from '../pack/starter.ts';
import { TABLES, type Rows } from '../pack/tables.ts';
import type { Table } from '../pack/tables/column.ts';

/** Rows as objects; a column that is left out is NULL. */
export type SparseRows = { readonly [T in keyof Rows]?: readonly Partial<Rows[T]>[] };

/** Sparse rows as the rows of an edition. */
export function rowsFrom(sparse: SparseRows): PackRows {
  return new Map(TABLES.map((table: Table) => {
    const given: readonly Readonly<Record<string, Cell | undefined>>[] = sparse[table.name as keyof Rows] ?? [];
    return [table.name, given.map((row) => table.columns.map(({ name }) => row[name] ?? null)).sort(rowComparer(table))];
  }));
}

const source = { publisher: 'Bureau of Labor Statistics', url: 'https://www.bls.gov/', license: 'public domain', citation: 'BLS.' };
const evidence = {
  jurisdiction: 'us', publisher: 'Board', title: 'A page', url: 'https://example.org/', read_date: '2026-10-01', type: 'official' as const,
};
const credential = {
  role: 'main', demand_type: 'licensed-occupation', field: 'health', jurisdiction: 'state', status: 'active',
  summary: 'What it is.', summary_es: 'Lo que es.',
} as const;
const cost = { at_least: 0, per: 'once', label: 'Exam', label_es: 'Examen' } as const;

export const OHIO: SparseRows = {
  meta: [
    { key: 'name', value: 'Small edition' }, { key: 'edition', value: '2026-11' }, { key: 'scope', value: 'us' }, { key: 'data_checked', value: '2026-11' },
  ],
  source: [
    { id: 'oews', title: 'Wages', vintage: 'May 2025', ...source }, { id: 'ep', title: 'Projections', vintage: '2024-34', ...source },
    { id: 'own', title: 'Rules', vintage: '2026', ...source, publisher: 'Waymark' },
  ],
  evidence: [
    { id: 'lpn-exam', subject: 'lpn', fact: 'cost.exam', value: '$200', page_date: '2026-03', ...evidence },
    { id: 'lpn-exam-oh', subject: 'lpn', fact: 'cost.exam.oh', value: '$275', ...evidence },
  ],
  area: [
    { id: 'us', kind: 'nation', name: 'United States', source_id: 'oews' },
    { id: '39', kind: 'state', name: 'Ohio', parent: 'us', state: 'OH', price_parity_milli: 91900, price_parity_source: 'own', source_id: 'oews' },
    { id: '3900004', kind: 'nonmetro', name: 'Southern Ohio', parent: '39', state: 'OH', source_id: 'oews' },
    { id: '18', kind: 'state', name: 'Indiana', parent: 'us', state: 'IN', source_id: 'oews' },
  ],
  county: [
    { fips: '39049', name: 'Franklin County', area: '39', source_id: 'oews' }, { fips: '39009', name: 'Athens County', area: '3900004', source_id: 'oews' },
  ],
  occupation: [
    { soc: '29-2061', title: 'Licensed Practical and Licensed Vocational Nurses', title_es: 'Enfermeros prácticos', entry_education: 'postsecondary-certificate', pay_basis: 'both', self_employed_permille: 4, source_id: 'oews' },
    { soc: '31-1131', title: 'Nursing Assistants', entry_education: 'postsecondary-certificate', pay_basis: 'both', merges: '31-1132;31-1133', source_id: 'oews' },
    { soc: '47-2111', title: 'Electricians', title_es: 'Electricistas', pay_basis: 'both', entry_education: 'high-school', entry_experience: 'none', entry_training: 'apprenticeship', source_id: 'oews' },
    { soc: '27-2011', title: 'Actors', pay_basis: 'hourly-only', source_id: 'oews' },
    { soc: '29-1241', title: 'Ophthalmologists', pay_basis: 'annual-only', source_id: 'oews' },
    { soc: '99-0001', title: 'Never Surveyed', pay_basis: 'none', source_id: 'oews' },
  ],
  occupation_alias: [
    { soc: '31-1131', alias: 'CNA (Certified Nursing Assistant)', lang: 'en', source_id: 'oews' },
    { soc: '31-1131', alias: 'Nurse Aide', lang: 'en', source_id: 'oews' },
    { soc: '29-2061', alias: 'LPN', lang: 'en', source_id: 'oews' },
    { soc: '47-2111', alias: 'Wireman', lang: 'en', source_id: 'oews' },
    { soc: '47-2111', alias: 'instalador eléctrico', lang: 'es', source_id: 'oews' },
  ],
  wage: [
    { area: 'us', soc: '29-2061', employment: 630000, p10: 47000, p25: 55000, p50: 62000, p75: 70000, p90: 80000, mean: 63000, hourly_p50_cents: 2980, top_coded: 0, source_id: 'oews' },
    { area: '39', soc: '29-2061', employment: 36000, p10: 48000, p50: 61000, top_coded: 0, source_id: 'oews' },
    { area: '3900004', soc: '29-2061', employment: 900, top_coded: 0, source_id: 'oews' },
    { area: 'us', soc: '31-1131', employment: 1400000, p50: 39000, top_coded: 0, source_id: 'oews' },
    { area: '3900004', soc: '31-1131', p50: 37000, top_coded: 0, unknown: 'not-published', source_id: 'oews' },
    { area: 'us', soc: '47-2111', employment: 740000, p50: 62350, top_coded: 0, source_id: 'oews' },
    { area: 'us', soc: '27-2011', employment: 50000, hourly_p50_cents: 2300, top_coded: 0, source_id: 'oews' },
    { area: 'us', soc: '29-1241', employment: 12000, top_coded: 1, source_id: 'oews' },
  ],
  outlook: [{ soc: '29-2061', area: 'us', from_year: 2024, to_year: 2034, change_permille: 26, openings_per_year: 54400, source_id: 'ep' }],
  price_index: [{ year: 2025, month: 5, cpi_milli: 320580, source_id: 'oews' }, { year: 2025, month: 0, cpi_milli: 321000, source_id: 'oews' }],
  organization: [{ id: 'ohio-nursing', name: 'Ohio Board of Nursing', kind: 'government', url: 'https://nursing.ohio.gov/' }],
  credential: [
    { id: 'lpn', code: 'LPN', kind: 'license', name: 'Practical nurse license', name_es: 'Licencia de enfermería práctica', short_name: 'Practical nurse', short_name_es: 'Enfermería práctica', issuer: 'ohio-nursing', portable: 1, proctored: 0, ...credential },
    { id: 'cna', code: 'CNA', kind: 'registry-listing', name: 'Nurse aide registry listing', name_es: 'Registro de auxiliar de enfermería', short_name: 'Nurse aide', short_name_es: 'Auxiliar', ...credential },
    { id: 'cpr', code: 'CPR', kind: 'course-card', name: 'First aid and CPR card', name_es: 'Tarjeta de primeros auxilios', short_name: 'CPR', short_name_es: 'RCP', ...credential, role: 'add-on' },
    { id: 'a-plus', code: 'A+', kind: 'certification', name: 'CompTIA A+', name_es: 'CompTIA A+', short_name: 'A+', short_name_es: 'A+', ...credential, field: 'information-technology' },
    { id: 'inside-wireman', code: 'EL', kind: 'apprenticeship', name: 'Electrician apprenticeship', name_es: 'Aprendizaje de electricista', short_name: 'Electrician', short_name_es: 'Electricista', ...credential, field: 'building-trades' },
  ],
  credential_alias: [
    { credential: 'lpn', alias: 'LVN', lang: 'en' }, { credential: 'lpn', alias: 'licensed vocational nurse', lang: 'en' },
    { credential: 'cna', alias: 'certified nursing assistant', lang: 'en' },
  ],
  credential_cost: [
    { credential: 'lpn', line: 'exam', area: 'us', low_cents: 20000, high_cents: 20000, payers: 'family;sponsor', price_year: 2026, evidence_id: 'lpn-exam', ...cost },
    { credential: 'lpn', line: 'exam', area: '39', low_cents: 27500, high_cents: 30000, evidence_id: 'lpn-exam-oh', ...cost },
    { credential: 'lpn', line: 'exam', area: '18', low_cents: 1, high_cents: 1, ...cost },
    { credential: 'lpn', line: 'tuition', area: 'us', unknown: 'varies-ask', ...cost, label: 'Tuition', label_es: 'Matrícula' },
    { credential: 'lpn', line: 'license', area: '18', low_cents: 5000, high_cents: 5000, ...cost },
  ],
  credential_time: [
    { credential: 'lpn', kind: 'training', area: 'us', low: 12, high: 18, unit: 'months' },
    { credential: 'lpn', kind: 'experience', area: 'us', unknown: 'varies-ask', unit: 'hours' },
  ],
  credential_occupation: [
    { credential: 'lpn', soc: '29-2061', area: 'us', relation: 'required-by-law' },
    { credential: 'lpn', soc: '31-1131', area: 'us', relation: 'qualifies' },
    { credential: 'lpn', soc: '31-1131', area: '39', relation: 'preferred' },
    { credential: 'lpn', soc: '47-2111', area: '18', relation: 'related' },
    { credential: 'cna', soc: '31-1131', area: 'us', relation: 'required-by-law' },
    { credential: 'inside-wireman', soc: '47-2111', area: 'us', relation: 'qualifies' },
  ],
  requirement: [
    { credential: 'lpn', position: 10, kind: 'exam', area: 'us', answer: 'yes', label: 'The exam', label_es: 'El examen', evidence_id: 'lpn-exam' },
    { credential: 'lpn', position: 2, kind: 'background-check', area: '39', answer: 'ask', label: 'A record', label_es: 'Antecedentes' },
    { credential: 'lpn', position: 3, kind: 'min-age', area: '18', answer: 'yes', amount: 18, label: 'Age', label_es: 'Edad' },
  ],
  stacking: [{ from_credential: 'cna', to_credential: 'lpn', kind: 'often-before', skippable: 1, terms: 'Often first.', terms_es: 'A menudo primero.' }],
  authority: [{ credential: 'lpn', area: '39', organization: 'ohio-nursing', evidence_id: 'lpn-exam-oh' }],
  recognition_program: [
    { area: '39', program: 'seal', edition: '2023-24', purpose: 'school', label: 'Seal', label_es: 'Sello', entries: 90, source_id: 'own' },
    { area: '39', program: 'seal', edition: '2025-26', purpose: 'school', label: 'Seal', label_es: 'Sello', entries: 100, source_id: 'own' },
    { area: '39', program: 'wioa', edition: '2025', purpose: 'training', label: 'Training', label_es: 'Capacitación', entries: 7, source_id: 'own' },
  ],
  recognition: [
    { credential: 'lpn', area: '39', program: 'seal', edition: '2025-26', code: '7', listed_as: 'Nursing', match: 'family', points: 12 },
    { credential: 'lpn', area: '39', program: 'seal', edition: '2025-26', code: '9', listed_as: 'Practical nurse', match: 'same', points: 12 },
    { credential: 'cna', area: '39', program: 'seal', edition: '2023-24', code: '1', listed_as: 'Nurse aide', match: 'same' },
  ],
  recognition_fact: [{ area: '18', position: 1, label: 'Reviewed each year.', label_es: 'Se revisa cada año.', evidence_id: 'lpn-exam' }],
  rule: [
    { id: 'floor-old', kind: 'good-job-floor', valid_from: '2017-07-26', valid_to: '2024-07', params: '{"floor":35000}', source_id: 'own' },
    { id: 'floor-new', kind: 'good-job-floor', valid_from: '2024-07-30', params: '{"floor":43000}', source_id: 'own' },
  ],
  rubric: [
    { id: 'w', edition: '2025', name: 'Old', body: '{"v":1}', source_id: 'own' }, { id: 'w', edition: '2026', name: 'New', body: '{"v":2}', source_id: 'own' },
  ],
};
