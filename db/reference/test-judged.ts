/** The small edition with what verdicts are judged by: the usual rubric, its good-job line with prices, and pay without training. */
import { readFileSync } from 'node:fs';
import { canonicalJson } from '../pack/canonical-json.ts';
import { OHIO, type SparseRows } from './test-reference.ts';

const waymark = JSON.parse(readFileSync(new URL('../../resources/rubrics/waymark-1.json', import.meta.url), 'utf8')) as { readonly id: string; readonly edition: string; readonly name: string; readonly goodJobFloor: string };
const FLOOR = { dollarsOf: 2022, bands: [{ fromAge: 25, toAge: 44, floor: 43_000 }, { fromAge: 45, toAge: 64, floor: 55_000 }] };

export const JUDGED: SparseRows = {
  ...OHIO,
  occupation: [...OHIO.occupation ?? [], { soc: '35-3023', title: 'Fast Food and Counter Workers', entry_education: 'none', entry_experience: 'none', entry_training: 'short', pay_basis: 'both', source_id: 'oews' }],
  wage: [...OHIO.wage ?? [], { area: 'us', soc: '35-3023', employment: 3_700_000, p10: 22_000, p25: 26_000, p50: 30_000, p75: 34_000, p90: 38_000, top_coded: 0, source_id: 'oews' }],
  price_index: [...OHIO.price_index ?? [], { year: 2022, month: 0, cpi_milli: 292_655, source_id: 'oews' }],
  rule: [...OHIO.rule ?? [], { id: waymark.goodJobFloor, kind: 'good-job-floor', valid_from: '2024-07-30', params: canonicalJson(FLOOR), source_id: 'own' }],
  rubric: [...OHIO.rubric ?? [], { id: waymark.id, edition: waymark.edition, name: waymark.name, body: canonicalJson(waymark), source_id: 'own' }],
};

/** The same under another name, with another national median for one occupation. */
export function withPay(edition: string, soc: string, p50: number, rows: SparseRows = JUDGED): SparseRows {
  return {
    ...rows,
    meta: rows.meta?.map((row) => (row.key === 'edition' ? { ...row, value: edition } : row)) ?? [],
    wage: rows.wage?.map((row) => (row.area === 'us' && row.soc === soc ? { ...row, p50 } : row)) ?? [],
  };
}
