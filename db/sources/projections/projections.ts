/** National projections of BLS: table 1.2 (employment, openings, entry) joined with table 1.10 (who leaves). Thousands become persons. */
import { Tally } from '../check/tally.ts';
import { Seen, SOC } from '../codes.ts';
import { unitsOf } from '../exact-figure.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';
import type { StagedRow } from '../staged.ts';
import { findTable } from '../table-head.ts';
import { namedRows } from '../table-rows.ts';
import type { Entry } from './entry-words.ts';
import { ProjectionCells } from './projection-cells.ts';
import { openingsColumns, projectionColumns, type ProjectionTable } from './projection-tables.ts';

/** An occupation of the national projections. Jobs are persons, shares tenths of a percent. Null is not available. */
export interface Projection {
  readonly soc: string;
  readonly title: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly employmentFrom: number | null;
  readonly employmentTo: number | null;
  readonly changePermille: number | null;
  readonly selfEmployedPermille: number | null;
  readonly openingsPerYear: number | null;
  /** A year's leavers to no job and to another occupation, from table 1.10; null where that table is not there. */
  readonly exitsPerYear: number | null;
  readonly transfersPerYear: number | null;
  readonly entry: Entry;
}

interface Separations {
  readonly exits: string;
  readonly transfers: string;
  readonly openings: string;
}

/** Table 1.10 by code, each figure as text; its rows are no records of their own and are not counted. */
async function separations(input: SourceInput, { from, to }: ProjectionTable): Promise<ReadonlyMap<string, Separations>> {
  const bySoc = new Map<string, Separations>();
  const table = findTable(input, openingsColumns(from, to));
  if (!table) return bySoc;
  for await (const { at } of namedRows(input, table, new Tally())) if (SOC.test(at.soc) && at.type === 'Line item') bySoc.set(at.soc, { exits: at.exits, transfers: at.transfers, openings: at.openings });
  return bySoc;
}

async function* read(input: SourceInput, tally: Tally): AsyncGenerator<Projection> {
  const found = projectionColumns(input);
  if (!found) return;
  const { table, from, to } = found;
  const leavers = await separations(input, found);
  const headings = Object.fromEntries(Object.entries(table.columns).map(([name, column]) => [name, table.headings[column] ?? ''])) as Record<keyof typeof table.columns, string>;
  const seen = new Seen(tally);
  for await (const { row, at } of namedRows(input, table, tally)) {
    if (at.type === 'Summary') tally.skip('summary-row', { row, column: headings.type, value: at.soc });
    else if (at.type !== 'Line item') tally.refuse('type-unknown', { row, column: headings.type, value: at.type });
    else if (!SOC.test(at.soc)) tally.refuse('code-invalid', { row, column: headings.soc, value: at.soc });
    else {
      const cells = new ProjectionCells(at, row, headings);
      const other = leavers.get(at.soc);
      const projection: Projection = {
        soc: at.soc, title: at.title, fromYear: from, toYear: to,
        employmentFrom: cells.figure('from', 3), employmentTo: cells.figure('to', 3), changePermille: cells.figure('change', 1),
        selfEmployedPermille: cells.figure('selfEmployed', 1), openingsPerYear: cells.figure('openings', 3),
        exitsPerYear: other ? unitsOf(other.exits, 3) : null, transfersPerYear: other ? unitsOf(other.transfers, 3) : null,
        entry: cells.entry('education', 'experience', 'training'),
      };
      if (cells.bad) tally.refuse(cells.bad.code, cells.bad.place);
      else if (!seen.again(at.soc, row)) {
        for (const { code, place } of cells.flags) tally.flag(code, place);
        if (leavers.size > 0 && (!other || unitsOf(other.openings, 3) !== projection.openingsPerYear)) tally.flag('tables-disagree', { row, column: headings.openings, value: at.soc });
        yield projection;
      }
    }
  }
}

/** An occupation as the projections know it; what it pays is not theirs to say. */
export function* stagedProjection({ soc, title, fromYear, toYear, employmentFrom, employmentTo, changePermille, openingsPerYear, selfEmployedPermille, entry }: Projection): Generator<StagedRow> {
  yield {
    what: 'row', table: 'occupation',
    cells: {
      soc, title, title_es: null, job_zone: null, interests: null, cluster: null, entry_education: entry.education, entry_experience: entry.experience,
      entry_training: entry.training, self_employed_permille: selfEmployedPermille, pay_basis: 'none', merges: null, attributes_source: null,
    },
  };
  yield {
    what: 'row', table: 'outlook',
    cells: {
      soc, area: 'us', from_year: fromYear, to_year: toYear, employment_from: employmentFrom, employment_to: employmentTo,
      change_permille: changePermille, openings_per_year: openingsPerYear,
    },
  };
}

export const projections: SourceKind<Projection> = {
  kind: 'projections',
  title: 'Employment Projections of the nation (BLS workbook)',
  problems: {
    'summary-row': 'A group of occupations, not one occupation.',
    'type-unknown': 'Neither a line item nor a summary.',
    'tables-disagree': 'Table 1.10 has other openings for the occupation than table 1.2, or none; those of 1.2 are kept.',
    'word-unknown': 'A word for what is asked at entry that is not known; it is kept as unknown.',
  },
  recognise(input) {
    const found = projectionColumns(input);
    return found && { vintage: `${found.from}-${String(found.to).slice(2)}` };
  },
  read,
  stage: stagedProjection,
};
