import { describe, expect, it } from 'vitest';
import { openSource } from '../file/open-source.ts';
import { educationFile, HAS_EDUCATION_DATA } from '../test-data.ts';
import { checkSource } from './check-source.ts';
import { SOURCE_KINDS } from './kinds.ts';

/** File, kind, and what is read, kept, skipped and refused of it. Counts of the catalogue beside the files, where it has them. */
const FILES: readonly (readonly [file: string, kind: string, read: number, kept: number, skipped: number])[] = [
  ['state-lists/new-mexico/nm_industry_credentials_2023-24.csv', 'state-list', 87, 87, 0],
  ['state-lists/new-mexico/nm_industry_credentials_2021-22.csv', 'state-list', 62, 62, 0],
  ['state-lists/new-jersey/TBLINDUSTRYCREDENTIAL_DATA_TABLE.csv', 'state-list', 2_041, 1_777, 264],
  ['state-lists/new-jersey/TBLDEGREELU_DATA_TABLE.csv', 'award-kinds', 12, 12, 0],
  ['state-lists/state-recognition-facts.csv', 'state-list-facts', 21, 21, 0],
  ['college-scorecard/scorecard_fos_earnings.parquet', 'scorecard-fos', 213_711, 150_850, 62_861],
  ['college-scorecard/scorecard_fos_earnings.csv.gz', 'scorecard-fos', 213_711, 150_850, 62_861],
  ['college-scorecard/field_of_study_processed_sample.csv', 'scorecard-fos', 1_000, 1_000, 0],
  ['college-scorecard/scorecard_earnings.csv', 'scorecard-institution', 6_429, 6_429, 0],
  ['college-scorecard/scorecard_debt_repayment_latest_by_inst.parquet', 'scorecard-institution', 12_373, 12_373, 0],
  ['college-scorecard/scorecard_debt_repayment_latest_by_inst.csv', 'scorecard-institution', 12_373, 12_373, 0],
  ['ipeds/hd2024.csv', 'ipeds-hd', 6_072, 5_609, 463],
  ['ipeds/2023-cost.csv', 'ipeds-cost', 6_050, 6_050, 0],
  ['ipeds/2023-enrollment.csv', 'ipeds-enrollment', 6_050, 6_050, 0],
  ['ipeds/2023-gradrates.csv', 'ipeds-gradrates', 6_050, 6_050, 0],
  ['ipeds/2023-institutions.csv', 'ipeds-institutions', 6_050, 6_050, 0],
  ['ipeds/2023-distanced.csv', 'ipeds-distance', 6_050, 6_050, 0],
  ['ipeds/ipeds_completions.parquet', 'ipeds-completions', 262_712, 188_162, 74_550],
  ['ipeds/ipeds_completions.csv.gz', 'ipeds-completions', 262_712, 188_162, 74_550],
  ['etpl/california-2026/programs.json', 'etpl', 60, 60, 0],
  ['etpl/california-2026/occupations.json', 'etpl-occupations', 56, 56, 0],
  ['etpl/california-2026/coverage.json', 'etpl-coverage', 1, 1, 0],
  ['etpl/california-2026/ctdl-coverage.json', 'etpl-coverage', 1, 1, 0],
  ['etpl/new-jersey/nj_etpl_programs_2021_subset.csv', 'etpl', 1_110, 1_110, 0],
  // Made-up rows of a fixture.
  ['etpl/new-jersey/standardized_etpl_test.csv', 'etpl', 6, 0, 6],
  ['etpl/new-jersey/nj_training_providers_2020.csv', 'etpl-providers', 1_892, 448, 1_444],
  ['etpl/new-jersey/outcomes_schcip.csv', 'etp-outcomes', 1_565, 1_565, 0],
  ['etpl/new-jersey/in_demand_cips.csv', 'in-demand', 722, 722, 0],
  ['etpl/new-jersey/in_demand_socs.csv', 'in-demand', 109, 109, 0],
  ['apprenticeship/rapids-codes.xlsx', 'apprenticeship-occupations', 3, 3, 0],
  ['apprenticeship/apprenticeship-standards-nurse-standard-template.xlsx', 'apprenticeship-standard', 45, 45, 0],
  // The catalogue speaks of one record; the file holds three.
  ['apprenticeship/hcap1.json', 'apprenticeship-record', 3, 3, 0],
  // One state stands twice.
  ['apprenticeship/registration_agencies.csv', 'registration-agencies', 57, 56, 1],
  ['apprenticeship/bulletins-results.csv', 'apprenticeship-bulletins', 2, 0, 2],
  ['college-scorecard/CollegeScorecardDataDictionary.xlsx', 'scorecard-dictionary', 10_677, 0, 10_677],
  ['college-scorecard/glossary.json', 'scorecard-glossary', 1, 0, 1],
  ['ipeds/varlist.xlsx', 'ipeds-varlist', 1_750, 0, 1_750],
];
/** Statements of a database, from which the lists beside them were made: no table, and of no kind. */
const OF_NO_KIND = ['state-lists/new-mexico/nm_industry_credentials_2023-24.descriptor-inserts.sql.txt', 'state-lists/new-mexico/nm_industry_credentials_2021-22.descriptor-inserts.sql.txt'];

const count = (problems: readonly { readonly code: string; readonly count: number }[], code: string): number => problems.find((each) => each.code === code)?.count ?? 0;

describe.skipIf(!HAS_EDUCATION_DATA)('files of education (skipped where ../shared/data is missing)', () => {
  it.each(FILES)('%s is %s', async (file, kind, read, kept, skipped) => {
    const path = educationFile(file);
    const input = await openSource(path);
    expect(SOURCE_KINDS.filter((each) => each.recognise(input) !== null).map((each) => each.kind)).toEqual([kind]);
    const report = await checkSource(path);
    expect({ kind: report.kind, read: report.read, kept: report.kept, skipped: report.skipped, refused: report.refused }).toEqual({ kind, read, kept, skipped, refused: 0 });
    // Each problem has its sentence.
    expect(report.problems.filter(({ code, message }) => code === message)).toEqual([]);
  }, 60_000);

  it.each(OF_NO_KIND)('%s is told to be none that is known', async (file) => {
    const report = await checkSource(educationFile(file));
    expect(report.kind).toBeNull();
    expect(report.problems.map(({ code }) => code)).toEqual(['not-recognised']);
  });

  it('have as many doctorates, levels under a year and lost zeros as the catalogue counts', async () => {
    const levels: string[] = [];
    const report = await checkSource(educationFile('ipeds', 'ipeds_completions.parquet'), null, (record) => levels.push((record as { readonly awardLevel: string }).awardLevel));
    expect(count(report.problems, 'doctorate')).toBe(14_779);
    expect(levels.filter((level) => level === '20')).toHaveLength(3_279);
    expect(levels.filter((level) => level === '21')).toHaveLength(30_360);
    expect(count(report.problems, 'leading-zeros-restored')).toBe(12_113);
  }, 60_000);

  it('of New Jersey have the typing errors that the catalogue counts, and keep them', async () => {
    const totals: unknown[] = [];
    const report = await checkSource(educationFile('etpl', 'new-jersey', 'nj_etpl_programs_2021_subset.csv'), null, (record) => totals.push((record as { readonly costs: { readonly total: unknown } }).costs.total));
    expect(count(report.problems, 'total-not-sum')).toBe(14);
    expect(count(report.problems, 'leading-zeros-restored')).toBe(14);
    expect(count(report.problems, 'total-implausible')).toBe(1);
    expect(totals).toContain(41_984_198);
  });
});
