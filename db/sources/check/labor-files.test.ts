import { readdirSync, existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSource } from '../file/open-source.ts';
import { LABOR } from '../starter/test-starter.ts';
import { checkSource } from './check-source.ts';
import { SOURCE_KINDS } from './kinds.ts';

/** Read, kept and skipped of each file; read is what the catalogue of the data folder counts. None is refused. */
const COUNTS: Readonly<Record<string, readonly [kind: string, read: number, kept: number, skipped: number]>> = {
  'bea-rpp/SARPP_STATE_2008_2023.csv': ['rpp', 520, 260, 260],
  'bls-cpi/bls-cpi.json': ['cpi', 640, 64, 576],
  'bls-employment-projections/occupation_2024-2034.xlsx': ['projections', 1113, 832, 281],
  'bls-oews-area-2025/soc-hierarchy.json': ['oews-occupation-list', 830, 830, 0],
  'bls-oews-national/national_M2020_dl.xlsx': ['oews-national', 1329, 789, 540],
  'bls-oews-national/national_M2022_dl.xlsx': ['oews-national', 1402, 830, 572],
  'bls-oews-national/national_M2023_dl.xlsx': ['oews-national', 1403, 831, 572],
  'bls-oews-national/national_M2025_dl.xlsx': ['oews-national', 1401, 830, 571],
  'bls-soc/oes_hybrid_crosswalk.csv': ['soc-hybrid-crosswalk', 868, 868, 0],
  'bls-soc/soc2010_to_2018_crosswalk.csv': ['soc-crosswalk', 900, 900, 0],
  'bls-soc/soc2018_definitions.csv': ['soc', 1447, 1447, 0],
  'career-clusters/All_Career_Clusters.csv': ['career-clusters', 1011, 1011, 0],
  'census-acs-earnings/county_hs_earnings.csv': ['acs-earnings', 3204, 3204, 0],
  'census-acs-earnings/state_bachelor_earnings.csv': ['acs-earnings', 51, 51, 0],
  'census-acs-earnings/state_thresholds_2024.csv': ['acs-earnings', 52, 52, 0],
  'cip-titles/cip_2_digit.json': ['cip-titles', 48, 48, 0],
  'cip-titles/cip_4_digit.json': ['cip-titles', 466, 466, 0],
  'nces-cip-soc/cip_soc_crosswalk.xlsx': ['cip-soc', 6097, 5723, 374],
  'nces-cip-soc/soc2018_cip2020_crosswalk.csv': ['cip-soc', 6093, 5719, 374],
  'state-projections/california_edd_long_term_occ_projections_2023-2033.xlsx': ['state-projections', 793, 676, 117],
  'onet/29.3/Alternate Titles.xlsx': ['onet-alternate-titles', 56560, 56560, 0],
  'onet/29.3/Basic Interests to RIASEC.xlsx': ['onet-basic-interests', 53, 53, 0],
  'onet/29.3/Content Model Reference.xlsx': ['onet-content-model', 627, 627, 0],
  'onet/29.3/Education, Training, and Experience Categories.xlsx': ['onet-education-categories', 41, 41, 0],
  'onet/29.3/Education, Training, and Experience.xlsx': ['onet-education', 36209, 36209, 0],
  'onet/29.3/Interests Illustrative Activities.xlsx': ['onet-interest-activities', 188, 188, 0],
  'onet/29.3/Interests Illustrative Occupations.xlsx': ['onet-interest-occupations', 186, 186, 0],
  'onet/29.3/Interests.xlsx': ['onet-interests', 8307, 8307, 0],
  'onet/29.3/Job Zone Reference.xlsx': ['onet-job-zone-reference', 5, 5, 0],
  'onet/29.3/Job Zones.xlsx': ['onet-job-zones', 923, 923, 0],
  'onet/29.3/Knowledge.xlsx': ['onet-knowledge', 58014, 58014, 0],
  'onet/29.3/Occupation Data.xlsx': ['onet-occupations', 1016, 1016, 0],
  'onet/29.3/RIASEC Keywords.xlsx': ['onet-interest-keywords', 75, 75, 0],
  'onet/29.3/Related Occupations.xlsx': ['onet-related-occupations', 18460, 18460, 0],
  'onet/29.3/Sample of Reported Titles.xlsx': ['onet-reported-titles', 7796, 7796, 0],
  'onet/29.3/Scales Reference.xlsx': ['onet-scales', 29, 29, 0],
  'onet/29.3/Skills.xlsx': ['onet-skills', 61530, 61530, 0],
  'onet/29.3/Technology Skills.xlsx': ['onet-technology-skills', 32681, 32681, 0],
  'onet/29.3/Work Styles.xlsx': ['onet-work-styles', 14064, 14064, 0],
  'onet/29.3/Work Values.xlsx': ['onet-work-values', 7866, 7866, 0],
  'onet/30.1/job_zones_v30.1.csv': ['onet-job-zones', 923, 923, 0],
  'onet/30.2/Alternate Titles.xlsx': ['onet-alternate-titles', 57543, 57543, 0],
  'onet/30.2/Occupation Data.xlsx': ['onet-occupations', 1016, 1016, 0],
  'onet/30.2/Task Statements.xlsx': ['onet-tasks', 18796, 18796, 0],
  'onet/taxonomy/2010_to_2019_soc_crosswalk.csv': ['onet-taxonomy-2010-2019', 1164, 1164, 0],
  'onet/taxonomy/2019_to_SOC_Crosswalk.csv': ['onet-taxonomy-soc', 1016, 1016, 0],
  'onet/taxonomy/detailed_occ_2019.csv': ['onet-taxonomy', 1016, 1016, 0],
  'onet/taxonomy/soc_structure_2019.csv': ['onet-taxonomy-structure', 1596, 1596, 0],
};
/** Files that no kind is for, and why. */
const NO_KIND: Readonly<Record<string, string>> = {
  'README.md': 'the catalogue of the folder', 'SHA256SUMS': 'checksums of the folder', 'onet/29.3/Read Me.txt': 'a note on the release and its license',
};
/** Folders of area files: how many files and occupations. */
const AREA_FOLDERS = { states: [51, 35_223], 'nonmetro-and-territories': [140, 46_482] } as const;

const AREAS = 'bls-oews-area-2025';
const has = existsSync(LABOR);
const files = has ? readdirSync(LABOR, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => relative(LABOR, join(each.parentPath, each.name)).split(sep).join('/')) : [];

async function kindsOf(path: string): Promise<readonly string[]> {
  const input = await openSource(path);
  return SOURCE_KINDS.filter((kind) => kind.recognise(input) !== null).map(({ kind }) => kind);
}

describe.skipIf(!has)('the files of ../shared/data/labor (skipped where they are missing)', () => {
  it('are all listed here', () => {
    const listed = new Set([...Object.keys(COUNTS), ...Object.keys(NO_KIND)]);
    expect(files.filter((file) => !file.startsWith(`${AREAS}/states/`) && !file.startsWith(`${AREAS}/nonmetro`)).filter((file) => !listed.has(file))).toEqual([]);
    expect([...listed].filter((file) => !files.includes(file))).toEqual([]);
  });

  it.each(Object.entries(COUNTS))('%s is one kind, its records as the catalogue counts them', async (file, [kind, read, kept, skipped]) => {
    const path = join(LABOR, file);
    expect(await kindsOf(path)).toEqual([kind]);
    const report = await checkSource(path);
    expect(report).toMatchObject({ kind, read, kept, skipped, refused: 0 });
    expect(report.read).toBe(report.kept + report.skipped + report.refused);
    expect(report.problems.filter(({ message, code }) => message === code)).toEqual([]);
  });

  it.each(Object.entries(AREA_FOLDERS))('the area files of %s are one kind, every occupation kept', async (folder, [count, occupations]) => {
    const names = files.filter((file) => file.startsWith(`${AREAS}/${folder}/`));
    expect(names).toHaveLength(count);
    let kept = 0;
    for (const name of names) {
      const path = join(LABOR, name);
      expect(await kindsOf(path), name).toEqual(['oews-area-json']);
      const report = await checkSource(path);
      expect(report, name).toMatchObject({ kind: 'oews-area-json', skipped: 0, refused: 0 });
      expect(report.read).toBe(report.kept);
      kept += report.kept;
    }
    expect(kept).toBe(occupations);
  });

  it.each(Object.entries(NO_KIND))('%s is no kind: %s', async (file) => {
    expect((await checkSource(join(LABOR, file))).kind).toBeNull();
  });
});
