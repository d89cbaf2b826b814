/** The workbooks of Occupational Employment and Wage Statistics: one of the nation, others of states and areas, in one layout. */
import type { Tally } from '../check/tally.ts';
import { Seen, SOC } from '../codes.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';
import { findTable, type FoundTable } from '../table-head.ts';
import { namedRows } from '../table-rows.ts';
import { areaOf, type OewsArea } from './oews-areas.ts';
import { headingOf, OEWS_HEADINGS, type OewsCells, type OewsColumn } from './oews-columns.ts';
import { INTERIM_CODES, MERGED_CODES } from './merged-codes.ts';
import { FigureReader, recordOf, type OewsRecord } from './oews-record.ts';
import { stagedOews } from './oews-stage.ts';

const GROUPS: ReadonlySet<string> = new Set(['total', 'major', 'minor', 'broad', 'detailed', 'detail']);
/** Every ownership, federal to private. */
const ALL_OWNERS = '1235';
/** The last edition with codes between SOC 2010 and SOC 2018. */
const LAST_INTERIM = '2020-05';

const tableOf = (input: SourceInput): FoundTable<OewsColumn> | null => findTable(input, OEWS_HEADINGS);

/** "2025-05", from the sheet that describes the fields ("May 2025 OEWS Estimates") or from the name of the data's sheet. */
function vintageOf(input: SourceInput): string | null {
  if (input.form !== 'workbook') return null;
  const said = input.sheets.map(({ head }) => /^May (20\d\d) OEWS/.exec(head[0]?.cells[0] ?? '')?.[1]).find((year) => year !== undefined);
  const named = input.sheets.map(({ name }) => /(?:_M|May )(20\d\d)/i.exec(name)?.[1]).find((year) => year !== undefined);
  const year = said ?? named;
  return year === undefined ? null : `${year}-05`;
}

/**
 * A table whose first rows are all of the nation is the nation's, unless its sheet holds all data together:
 * BLS calls the nation's sheet "national_M2025_dl", that of all data "All May 2023 data".
 */
function isNational(input: SourceInput, { sheet, headingRow, columns }: FoundTable<OewsColumn>): boolean {
  const head = input.form === 'table' ? input.head : input.form === 'workbook' ? input.sheets.find(({ name }) => name === sheet)?.head ?? [] : [];
  const first = sheet === null ? head : head.filter(({ row }) => row > headingRow);
  return first.every(({ cells }) => (cells[columns.areaType] ?? '').trim() === '1') && !/^all\b/i.test(sheet ?? '');
}

/** Why a sound row is left out; null when it is wanted. */
function unwanted(at: OewsCells, area: OewsArea, national: boolean): { readonly code: string; readonly column: OewsColumn } | null {
  if (!at.group.startsWith('detail')) return { code: 'not-detailed', column: 'group' };
  if (national && area.kind !== 'nation') return { code: 'other-area', column: 'areaType' };
  if (at.industry !== 'cross-industry' || at.owner !== ALL_OWNERS) return { code: 'by-industry', column: 'industry' };
  return null;
}

function wrongCell(at: OewsCells, area: OewsArea | null): OewsColumn | null {
  if (!GROUPS.has(at.group)) return 'group';
  if (area === null) return 'area';
  return SOC.test(at.soc) ? null : 'soc';
}

function flagCode(tally: Tally, vintage: string | null, { soc }: OewsRecord, row: number): void {
  const place = { row, column: headingOf('soc'), value: soc };
  if (vintage !== null && vintage <= LAST_INTERIM && (INTERIM_CODES.has(soc) || MERGED_CODES.has(soc))) tally.flag('interim-code', place);
  else if (MERGED_CODES.has(soc)) tally.flag('merged-code', place);
}

async function* read(input: SourceInput, tally: Tally, national: boolean): AsyncGenerator<OewsRecord> {
  const table = tableOf(input);
  if (!table) return;
  const vintage = vintageOf(input);
  const seen = new Seen(tally);
  const areas = new Set<string>();
  for await (const { row, at } of namedRows(input, table, tally)) {
    const area = areaOf(at.areaType, at.area, at.areaTitle, at.state);
    const wrong = wrongCell(at, area);
    if (wrong !== null || area === null) {
      tally.refuse('code-invalid', { row, column: headingOf(wrong ?? 'area'), value: at[wrong ?? 'area'] });
      continue;
    }
    const left = unwanted(at, area, national);
    if (left !== null) {
      tally.skip(left.code, { row, column: headingOf(left.column), value: at[left.column] });
      continue;
    }
    const reader = new FigureReader(at, row);
    const record = recordOf(at, reader, area, !areas.has(area.id), row);
    if (reader.bad !== null) {
      tally.refuse('not-a-number', reader.bad);
      continue;
    }
    if (seen.again(`${area.id} ${record.soc}`, row)) continue;
    areas.add(area.id);
    if (area.kind !== 'nation' && area.id !== at.area) tally.flag('leading-zeros-restored', { row, column: headingOf('area'), value: at.area });
    for (const { code, place } of reader.flags) tally.flag(code, place);
    flagCode(tally, vintage, record, row);
    yield record;
  }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  'not-detailed': 'A group of occupations (total, major, minor or broad), not one occupation.',
  'other-area': 'A row of another area than the nation. Take the file for one of areas: --kind oews-area.',
  'by-industry': 'Figures of one industry or one kind of owner, not of all together.',
  'annual-only': 'Paid by the year only: hourly figures are not released.',
  'hourly-only': 'Paid by the hour only: annual figures are not released.',
  'under-half-percent': 'Under half of one percent of establishments; it is kept as unknown.',
  'percentiles-fall': 'A higher percentile is below a lower one; both are kept as they stand. Look at the source.',
  'merged-code': 'This code of the survey merges several SOC 2018 occupations.',
  'interim-code': 'A code between SOC 2010 and SOC 2018. Do not join this edition to later ones code by code.',
};

function kind(name: string, title: string, national: boolean): SourceKind<OewsRecord> {
  return {
    kind: name, title, problems: PROBLEMS,
    recognise(input) {
      const table = tableOf(input);
      return table && isNational(input, table) === national ? { vintage: vintageOf(input) } : null;
    },
    read: (input, tally) => read(input, tally, national),
    stage: stagedOews,
  };
}

export const oewsNational = kind('oews-national', 'Occupational Employment and Wage Statistics of the nation (BLS workbook)', true);
export const oewsArea = kind('oews-area', 'Occupational Employment and Wage Statistics of states and areas (BLS workbook)', false);
