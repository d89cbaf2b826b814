import type { Row } from './csv.ts';

const NJ_LABOR = 'New Jersey Department of Labor and Workforce Development';
const US_LABOR = 'U.S. Department of Labor, Employment and Training Administration';

/** The publications behind the lists of training programs. */
export function trainingSourceRows(): readonly Row[] {
  return [
    {
      id: 'nj-etpl-2021', publisher: NJ_LABOR, title: 'Eligible Training Provider List (copy in the repository newjersey/d4ad)', vintage: 'programs updated March and April 2021', published: null,
      url: 'https://github.com/newjersey/d4ad', license: 'MIT',
      citation: `${NJ_LABOR}, Eligible Training Provider List, programs updated in March and April 2021. Costs, lengths and what a program leads to are as the providers gave them.`,
    },
    {
      id: 'nj-outcomes-2020', publisher: NJ_LABOR, title: 'Results of training providers by field (copy in the repository newjersey/dol-mcnj-main)', vintage: '2020', published: null,
      url: 'https://github.com/newjersey/dol-mcnj-main', license: 'MIT',
      citation: `${NJ_LABOR}, share of those who finished who were employed, and their average pay in one quarter, 2, 4 and 8 quarters after, by provider and program code. Shares are rounded to tenths of a percent.`,
    },
    {
      id: 'ca-etp-results-2026', publisher: US_LABOR, title: 'Training Provider Results, California', vintage: 'read August 7, 2026', published: null,
      url: 'https://www.trainingproviderresults.gov/', license: 'Public domain (US federal government work, 17 U.S.C. 105)',
      citation: `${US_LABOR}, Training Provider Results (ETA-9171), as reported by California's providers; 60 programs from a third party's extract of August 7, 2026 (GitHub: ChelseaKR/afterward). ` +
        'Median pay is pay in the second quarter after leaving.',
    },
  ];
}

interface Counted {
  readonly held: number;
  readonly listed: number | null;
}

/** The lists themselves, with whom to ask for the one of today. */
export function trainingListRows(newJersey: Counted, california: Counted): readonly Row[] {
  return [
    {
      id: 'nj-2021', area: '34', as_of: '2021-04', label: 'New Jersey’s list of training programs', label_es: 'Lista de New Jersey de programas de capacitación', ...newJersey,
      price_year: 2021, ask: 'a counselor at a New Jersey One-Stop Career Center', ask_es: 'un consejero de un One-Stop Career Center de New Jersey',
      url: 'https://www.nj.gov/labor/myunemployment/jobseekers/training', source_id: 'nj-etpl-2021',
    },
    {
      id: 'ca-2026', area: '06', as_of: '2026-08', label: 'California’s list of training programs', label_es: 'Lista de California de programas de capacitación', ...california,
      price_year: 2026, ask: 'a counselor at an America’s Job Center of California', ask_es: 'un consejero de un centro America’s Job Center of California',
      url: 'https://www.caljobs.ca.gov/', source_id: 'ca-etp-results-2026',
    },
  ];
}
