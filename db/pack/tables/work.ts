/** Occupations, pay, openings and prices. */
import { bool, int, maybe, maybeInt, maybeRef, maybeWord, ref, source, text, unknown, word, type Table } from './column.ts';
import { ENTRY_EDUCATION } from './words.ts';

export const WORK_TABLES = [
  {
    name: 'occupation',
    key: ['soc'],
    columns: [
      text('soc', 7), text('title'), maybe('title_es'), maybeInt('job_zone'), maybe('interests', 6),
      maybe('cluster', 80), maybeWord('entry_education', ENTRY_EDUCATION),
      maybeWord('entry_experience', ['none', 'under-5-years', '5-years-or-more']),
      maybeWord('entry_training', ['none', 'short', 'moderate', 'long', 'apprenticeship', 'internship']),
      maybeInt('self_employed_permille'), word('pay_basis', ['both', 'annual-only', 'hourly-only', 'none']),
      maybe('merges', 200), source, maybeRef('attributes_source', 'source.id'),
    ],
  },
  {
    name: 'occupation_alias',
    key: ['soc', 'alias'],
    columns: [ref('soc', 'occupation.soc'), text('alias'), word('lang', ['en', 'es']), source],
  },
  {
    // Annual figures are whole dollars; hourly figures are cents. NULL is "not published" unless `unknown` says otherwise.
    name: 'wage',
    key: ['area', 'soc'],
    columns: [
      ref('area', 'area.id'), ref('soc', 'occupation.soc'), maybeInt('employment'), maybeInt('p10'), maybeInt('p25'),
      maybeInt('p50'), maybeInt('p75'), maybeInt('p90'), maybeInt('mean'), maybeInt('hourly_p10_cents'),
      maybeInt('hourly_p25_cents'), maybeInt('hourly_p50_cents'), maybeInt('hourly_p75_cents'),
      maybeInt('hourly_p90_cents'), maybeInt('hourly_mean_cents'), bool('top_coded'), unknown, source,
    ],
  },
  {
    // Employment and openings are jobs (persons), not thousands; change in tenths of a percent.
    name: 'outlook',
    key: ['soc', 'area'],
    columns: [
      ref('soc', 'occupation.soc'), ref('area', 'area.id'), int('from_year'), int('to_year'), maybeInt('employment_from'),
      maybeInt('employment_to'), maybeInt('change_permille'), maybeInt('openings_per_year'), source,
    ],
  },
  {
    // month 0 is the annual average; the index in thousandths (1982-84 = 100000).
    name: 'price_index',
    key: ['year', 'month'],
    columns: [int('year'), int('month'), int('cpi_milli'), source],
  },
] as const satisfies readonly Table[];
