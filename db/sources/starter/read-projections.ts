import { join } from 'node:path';
import { scaled } from './decimal.ts';
import { cell, readRows, type SheetRow } from './workbook.ts';

/** One line item of the national projections 2024–34. Jobs are persons, shares tenths of a percent. */
export interface Projection {
  readonly soc: string;
  readonly title: string;
  readonly employmentFrom: number | null;
  readonly employmentTo: number | null;
  readonly changePermille: number | null;
  readonly selfEmployedPermille: number | null;
  readonly openingsPerYear: number | null;
  readonly education: string | null;
  readonly experience: string | null;
  readonly training: string | null;
}

const EDUCATION: Readonly<Record<string, string>> = {
  'No formal educational credential': 'none',
  'High school diploma or equivalent': 'high-school',
  'Some college, no degree': 'some-college',
  'Postsecondary nondegree award': 'postsecondary-certificate',
  "Associate's degree": 'associate',
  "Bachelor's degree": 'bachelor',
  "Master's degree": 'master',
  'Doctoral or professional degree': 'doctoral',
};
const EXPERIENCE: Readonly<Record<string, string>> = {
  None: 'none',
  'Less than 5 years': 'under-5-years',
  '5 years or more': '5-years-or-more',
};
const TRAINING: Readonly<Record<string, string>> = {
  None: 'none',
  'Short-term on-the-job training': 'short',
  'Moderate-term on-the-job training': 'moderate',
  'Long-term on-the-job training': 'long',
  Apprenticeship: 'apprenticeship',
  'Internship/residency': 'internship',
};

/** What the table prints for "not available". */
const ABSENT = '—';

function word(row: SheetRow, heading: string, words: Readonly<Record<string, string>>): string | null {
  const text = cell(row, heading);
  if (text === ABSENT) return null;
  const found = words[text];
  if (found === undefined) throw new Error(`projections: "${text}" is not a known value of "${heading}"`);
  return found;
}

function figure(row: SheetRow, heading: string, places: number): number | null {
  const text = cell(row, heading);
  return text === ABSENT ? null : scaled(text, places);
}

/** The line items of table 1.2; its openings repeat those of table 1.10. */
export async function readProjections(laborDir: string): Promise<readonly Projection[]> {
  const path = join(laborDir, 'bls-employment-projections', 'occupation_2024-2034.xlsx');
  const rows = await readRows(path, 'Table 1.2', 1);
  return rows
    .filter((row) => cell(row, 'Occupation type') === 'Line item')
    .map((row) => ({
      soc: cell(row, '2024 National Employment Matrix code'),
      title: cell(row, '2024 National Employment Matrix title'),
      employmentFrom: figure(row, 'Employment, 2024', 3),
      employmentTo: figure(row, 'Employment, 2034', 3),
      changePermille: figure(row, 'Employment change, percent, 2024–34', 1),
      selfEmployedPermille: figure(row, 'Percent self employed, 2024', 1),
      openingsPerYear: figure(row, 'Occupational openings, 2024–34 annual average', 3),
      education: word(row, 'Typical education needed for entry', EDUCATION),
      experience: word(row, 'Work experience in a related occupation', EXPERIENCE),
      training: word(row, 'Typical on-the-job training needed to attain competency in the occupation', TRAINING),
    }));
}
