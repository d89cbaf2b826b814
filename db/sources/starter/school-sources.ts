import type { Row } from './csv.ts';

const PUBLIC_DOMAIN = 'Public domain (US federal government work, 17 U.S.C. 105)';
const NCES = 'U.S. Department of Education, National Center for Education Statistics';
const ED = 'U.S. Department of Education';
const IPEDS_URL = 'https://nces.ed.gov/ipeds/use-the-data';
const SCORECARD_URL = 'https://collegescorecard.ed.gov/data/';

/** What each measure of pay counts: who left when, when their pay was taken, and in the dollars of which year. */
export const EARNINGS_MEASURES = [
  { years: 1, column: 'earn_mdn_1yr', id: 'sc-1yr', vintage: '2018–20 leavers, pay of 2020–21, in 2022 dollars' },
  { years: 2, column: 'earn_mdn_2yr', id: 'sc-2yr', vintage: '2014–16 leavers, pay of 2017–18, in 2019 dollars' },
  { years: 4, column: 'earn_mdn_4yr', id: 'sc-4yr', vintage: '2014–16 leavers, pay of 2019–20, in 2021 dollars' },
  { years: 5, column: 'earn_mdn_5yr', id: 'sc-5yr', vintage: '2014–16 leavers, pay of 2020–21, in 2022 dollars' },
] as const;

/** The publications behind the tables of schools. Short ids: they stand in a quarter of a million rows. */
export function schoolSourceRows(): readonly Row[] {
  const row = (id: string, publisher: string, title: string, vintage: string, url: string, citation: string): Row =>
    ({ id, publisher, title, vintage, published: null, url, license: PUBLIC_DOMAIN, citation });
  return [
    row('hd2024', NCES, 'IPEDS, Institutional Characteristics: directory', '2024', IPEDS_URL, `${NCES}, IPEDS, HD2024. Coordinates, control and level as reported by the schools.`),
    row('cost2023', NCES, 'IPEDS, Institutional Characteristics: tuition and fees', '2023–24', IPEDS_URL,
      `${NCES}, IPEDS, tuition and required fees of 2023–24 for an academic year, from a third party's extract (GitHub: malpasocodes/edu-accountability). Schools that charge by the program are not in it.`),
    row('award2023', NCES, 'IPEDS, awards within six years of entry', '2015 entrants, counted to 2021', IPEDS_URL,
      `${NCES}, IPEDS, share of the cohort of 2015 with an award of the school after six years, from a third party's extract (GitHub: malpasocodes/edu-accountability; column PCT_AWARD_6YRS).`),
    row('distance2024', NCES, 'IPEDS, Fall Enrollment: distance education', 'fall 2024', IPEDS_URL,
      `${NCES}, IPEDS, students of fall 2024 of all levels, and of them those enrolled only in distance education, from a third party's extract (GitHub: malpasocodes/edu-accountability; columns TOTAL_ENROLL_2024 and DE_ENROLL_2024).`),
    row('c2023', NCES, 'IPEDS, Completions', '2022–23', IPEDS_URL,
      `${NCES}, IPEDS, Completions, first majors, by six-digit program and award level, from a third party's extract (GitHub: malpasocodes/ep-analyzer), whose maker takes the collection of 2023.`),
    row('cip2020', NCES, 'Classification of Instructional Programs, 2020', '2020', 'https://nces.ed.gov/ipeds/cipcode/', `${NCES}, CIP 2020: titles of programs and of fields.`),
    ...EARNINGS_MEASURES.map(({ years, id, vintage }) => row(id, ED,
      years === 1 ? 'College Scorecard, field of study: median pay 1 year after leaving' : `College Scorecard, field of study: median pay ${years} years after leaving`,
      vintage, SCORECARD_URL,
      `${ED}, College Scorecard, Most Recent Cohorts, Field of Study, release of April 17, 2025. Median of graduates who worked and were not enrolled, ` +
      'from a third party\'s extract (GitHub: malpasocodes/ep-analyzer). Small groups are withheld. Pay of other years counts other people: never compare them.')),
  ];
}
