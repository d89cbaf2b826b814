import type { PayFacts, Provenance } from '../facts.ts';
import type { BaselinePay } from '../results.ts';

/** One occupation of an area as the baseline needs it. Annual pay in whole dollars. */
export interface BaselineRow {
  readonly soc: string;
  readonly employment: number | null;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly entryEducation: string | null;
  readonly entryExperience: string | null;
  readonly entryTraining: string | null;
}

/**
 * Open without training: high school or less, no experience, no or short on-the-job training (BLS projections, table 1.2).
 *
 * Example: isOpenWithoutTraining({ entryEducation: 'high-school', entryExperience: 'none', entryTraining: 'short' }) gives true.
 */
export function isOpenWithoutTraining(row: Pick<BaselineRow, 'entryEducation' | 'entryExperience' | 'entryTraining'>): boolean {
  return (
    (row.entryEducation === 'none' || row.entryEducation === 'high-school') &&
    row.entryExperience === 'none' &&
    (row.entryTraining === 'none' || row.entryTraining === 'short')
  );
}

/**
 * Open to new bachelor's: a bachelor's degree, no experience, no or short on-the-job training (BLS projections, table 1.2).
 *
 * Example: isOpenToBachelors({ entryEducation: 'bachelor', entryExperience: 'none', entryTraining: 'none' }) gives true.
 */
export function isOpenToBachelors(row: Pick<BaselineRow, 'entryEducation' | 'entryExperience' | 'entryTraining'>): boolean {
  return row.entryEducation === 'bachelor' && row.entryExperience === 'none' && (row.entryTraining === 'none' || row.entryTraining === 'short');
}

const POINTS = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;
type Area = { readonly id: string; readonly name: string };
type Source = Pick<Provenance, 'source' | 'vintage'>;

function weighted(rows: readonly BaselineRow[], counts: (row: BaselineRow) => boolean, method: string, area: Area, from: Source): BaselinePay | null {
  let jobs = 0;
  let occupations = 0;
  const sums = { p10: 0, p25: 0, p50: 0, p75: 0, p90: 0 };
  for (const row of rows) {
    const { employment, p10, p25, p50, p75, p90 } = row;
    if (!counts(row) || employment === null || employment === 0) continue;
    if (p10 === null || p25 === null || p50 === null || p75 === null || p90 === null) continue;
    const values = { p10, p25, p50, p75, p90 };
    jobs += employment;
    occupations += 1;
    for (const point of POINTS) sums[point] += employment * values[point];
  }
  if (jobs === 0) return null;
  const mean = (point: (typeof POINTS)[number]): number => Math.round(sums[point] / jobs);
  const pay: PayFacts = {
    askedArea: area.id, area: area.id, areaName: area.name, basis: 'annual-only',
    p10: mean('p10'), p25: mean('p25'), p50: mean('p50'), p75: mean('p75'), p90: mean('p90'), mean: null,
    hourlyP25Cents: null, hourlyP50Cents: null, topCoded: false,
    from: { ...from, evidence: null, area: area.id, basis: 'estimate', method },
  };
  return { pay, occupations, jobs };
}

/**
 * Pay of jobs open without training in one OEWS area, dollars a year: for each percentile the
 * mean of the occupations' percentiles, weighted by employment, over occupations that publish all
 * five and their employment. An estimate of ours; null when no occupation qualifies.
 *
 * Source: docs/methods.md, "Baselines".
 *
 * Example: 100 jobs with a median of $30,000 and 300 with $34,000 have a median of $33,000.
 */
export function baselineWithoutTraining(rows: readonly BaselineRow[], area: Area, from: Source): BaselinePay | null {
  return weighted(rows, isOpenWithoutTraining, 'baseline-without-training', area, from);
}

/**
 * Pay of jobs open to new bachelor's in one OEWS area, made the same way, so that the two and an
 * occupation's pay are like with like. Null when no occupation qualifies.
 *
 * Source: docs/methods.md, "Baselines".
 *
 * Example: an area without such an occupation has none.
 */
export function baselineBachelor(rows: readonly BaselineRow[], area: Area, from: Source): BaselinePay | null {
  return weighted(rows, isOpenToBachelors, 'baseline-bachelor', area, from);
}
