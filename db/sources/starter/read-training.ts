import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv.ts';
import type { Cells } from './read-schools.ts';

/** A program of California in the federal results, as far as it is used. Descriptions, addresses and links are left where they are. */
export interface CaliforniaProgram {
  readonly uuid: string;
  readonly provider_name: string;
  readonly program_name: string;
  readonly program_format: string;
  readonly cip_code: string;
  readonly soc_codes: readonly string[];
  readonly location: { readonly city: string; readonly state: string };
  readonly region: { readonly area_name: string } | null;
  /** `hours` are hours a week: weeks times hours give the clock hours that program names state. */
  readonly length: { readonly weeks: number | null; readonly hours: number | null; readonly competency_based: boolean };
  readonly cost: { readonly tuition: number | null; readonly supplies: number | null };
  readonly outcomes: {
    readonly total_exited: number | null;
    readonly completion_rate: number | null;
    readonly employment_rate_q2: number | null;
    readonly median_earnings: number | null;
    readonly cohort: { readonly internally_consistent: boolean };
  };
}

const etpl = (educationDir: string, ...path: string[]): string => join(educationDir, 'etpl', ...path);

/** New Jersey's list: one row a program. */
export const readNewJerseyPrograms = (educationDir: string): readonly Cells[] => readCsv(etpl(educationDir, 'new-jersey', 'nj_etpl_programs_2021_subset.csv'));

/** Results of New Jersey's providers, by `provider program-code`; -99999 stands for what is not given. */
export function readNewJerseyOutcomes(educationDir: string): ReadonlyMap<string, Cells> {
  return new Map(readCsv(etpl(educationDir, 'new-jersey', 'outcomes_schcip.csv')).map((row) => [`${row['providerid']} ${row['cipcode']}`, row]));
}

export function readCaliforniaPrograms(educationDir: string): readonly CaliforniaProgram[] {
  const file = JSON.parse(readFileSync(etpl(educationDir, 'california-2026', 'programs.json'), 'utf8')) as { readonly programs: readonly CaliforniaProgram[] };
  return file.programs;
}

/** How many programs California's list has, of which the file above holds a part. */
export function readCaliforniaTotal(educationDir: string): number {
  const file = JSON.parse(readFileSync(etpl(educationDir, 'california-2026', 'ctdl-coverage.json'), 'utf8')) as { readonly source_programs: number };
  return file.source_programs;
}
