import type { Row } from './csv.ts';
import type { SpanishOccupation } from './read-occupation-es.ts';
import type { NationalOccupation } from './read-oews-national.ts';
import type { Projection } from './read-projections.ts';
import { commonStart, unanimous, valuesOf } from './soc-codes.ts';

export interface OccupationInputs {
  readonly national: readonly NationalOccupation[];
  readonly projections: readonly Projection[];
  readonly merged: ReadonlyMap<string, readonly string[]>;
  readonly jobZones: ReadonlyMap<string, number>;
  readonly interests: ReadonlyMap<string, string>;
  readonly clusters: ReadonlyMap<string, string>;
  readonly spanish: readonly SpanishOccupation[];
}

/** Projections write titles in sentence case; OEWS in title case with these words small. */
const SMALL_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'of', 'the', 'in', 'for', 'to', 'except']);

function titleCase(title: string): string {
  return title
    .split(' ')
    .map((word, index) => (index > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

/** Every detailed OEWS occupation, and the line items of the projections that OEWS does not cover. */
export function occupationRows(inputs: OccupationInputs): readonly Row[] {
  const { national, projections, merged, jobZones, interests, clusters } = inputs;
  const projected = new Map(projections.map((item) => [item.soc, item]));
  const covered = new Set(national.map((item) => item.soc));
  const spanish = new Map(inputs.spanish.map((item) => [item.soc, item.title]));
  const row = (soc: string, title: string, payBasis: string, source: string): Row => {
    const projection = projected.get(soc);
    return {
      soc,
      title,
      title_es: spanish.get(soc) ?? null,
      job_zone: unanimous(valuesOf(jobZones, soc, merged)),
      // Parts that agree on the first letters only share those: "SRC" and "SCR" are both "S".
      interests: commonStart(valuesOf(interests, soc, merged)),
      cluster: unanimous(valuesOf(clusters, soc, merged)),
      entry_education: projection?.education ?? null,
      entry_experience: projection?.experience ?? null,
      entry_training: projection?.training ?? null,
      self_employed_permille: projection?.selfEmployedPermille ?? null,
      pay_basis: payBasis,
      merges: merged.get(soc)?.join(';') ?? null,
      source_id: source,
      attributes_source: 'occupation-attributes',
    };
  };
  return [
    ...national.map((item) => row(item.soc, item.title, item.payBasis, 'oews-2025-national')),
    ...projections
      .filter((item) => !covered.has(item.soc))
      .map((item) => row(item.soc, titleCase(item.title), 'none', 'ep-2024-34')),
  ];
}
