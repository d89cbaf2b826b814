/** A table of the O*NET database, said by its headings: workbook, CSV or tab-separated text, with or without the repeated titles. */
import type { Tally } from '../check/tally.ts';
import { ONET_SOC, Seen, SOC } from '../codes.ts';
import { decimalOf } from '../exact-figure.ts';
import type { SourceInput, TableRow } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';
import type { Staged } from '../staged.ts';
import { columnNamed, findTable, type FoundTable } from '../table-head.ts';
import { namedRows } from '../table-rows.ts';

/** A record by the headings of the publisher; a column that the file lacks is ''. What it writes as "n/a" is ''. */
export type OnetRecord = Readonly<Record<string, string>>;

export interface OnetTable {
  /** Word of the kind after "onet-". */
  readonly name: string;
  readonly title: string;
  /** Headings that tell this table from the others, and that every edition has. */
  readonly headings: readonly string[];
  /** Headings that some editions leave out: the text edition repeats no titles. */
  readonly maybe?: readonly string[];
  /** A heading of another table that has all of these as well. */
  readonly without?: readonly string[];
  /** Elements of the content model that this table rates; tables of one layout differ only in them. */
  readonly elements?: RegExp;
  /** Headings that together occur once. */
  readonly key: readonly string[];
  /** Headings of figures; the others are text. A figure may be blank. */
  readonly figures?: readonly string[];
  /** Headings of O*NET-SOC codes, and of SOC codes. */
  readonly onetCodes?: readonly string[];
  readonly socCodes?: readonly string[];
  /** False when a code may be left out, as in a table with a column for each level. */
  readonly codesRequired?: boolean;
  readonly stage?: (record: OnetRecord) => Iterable<Staged>;
}

export const CODE = 'O*NET-SOC Code';
const ELEMENT = 'Element ID';
const ABSENT = 'n/a';

function found(input: SourceInput, table: OnetTable): FoundTable<string> | null {
  const at = findTable(input, Object.fromEntries(table.headings.map((heading) => [heading, [heading]])));
  if (!at || (table.without ?? []).some((heading) => columnNamed(at.headings, [heading]) >= 0)) return null;
  const more = (table.maybe ?? []).map((heading) => [heading, columnNamed(at.headings, [heading])] as const).filter(([, column]) => column >= 0);
  return { ...at, columns: { ...at.columns, ...Object.fromEntries(more) } };
}

function firstRow(input: SourceInput, { sheet, headingRow }: FoundTable<string>): TableRow | undefined {
  if (input.form === 'table') return input.head[0];
  return input.form === 'workbook' ? input.sheets.find(({ name }) => name === sheet)?.head.find(({ row }) => row > headingRow) : undefined;
}

/** Why a record is refused: the heading and the problem; null when it is sound. */
function wrong(record: OnetRecord, table: OnetTable): { readonly code: string; readonly heading: string } | null {
  for (const [headings, shape] of [[table.onetCodes ?? [], ONET_SOC], [table.socCodes ?? [], SOC]] as const) {
    for (const heading of headings) {
      const code = record[heading] ?? '';
      if (code === '' && table.codesRequired === false) continue;
      if (code === '') return { code: 'code-missing', heading };
      if (!shape.test(code)) return { code: 'code-invalid', heading };
    }
  }
  if (table.elements && !table.elements.test(record[ELEMENT] ?? '')) return { code: 'code-invalid', heading: ELEMENT };
  const figure = (table.figures ?? []).find((heading) => (record[heading] ?? '') !== '' && decimalOf(record[heading] ?? '') === null);
  return figure === undefined ? null : { code: 'not-a-number', heading: figure };
}

function flag(record: OnetRecord, table: OnetTable, tally: Tally, row: number): void {
  if (record['Recommend Suppress'] === 'Y') tally.flag('low-precision', { row, column: 'Recommend Suppress', value: record[CODE] ?? '' });
  if (record['Not Relevant'] === 'Y') tally.flag('not-relevant', { row, column: 'Not Relevant', value: record[CODE] ?? '' });
  for (const heading of table.figures ?? []) {
    if (table.headings.includes(heading) && !table.key.includes(heading) && record[heading] === '') tally.flag('blank-figure', { row, column: heading });
  }
}

async function* read(input: SourceInput, table: OnetTable, tally: Tally): AsyncGenerator<OnetRecord> {
  const at = found(input, table);
  if (!at) return;
  const seen = new Seen(tally);
  for await (const { row, at: cells } of namedRows(input, at, tally)) {
    const record: OnetRecord = Object.fromEntries([...table.headings, ...(table.maybe ?? [])].map((heading) => [heading, cells[heading] === ABSENT ? '' : cells[heading] ?? '']));
    const fault = wrong(record, table);
    if (fault !== null) tally.refuse(fault.code, { row, column: fault.heading, value: record[fault.heading] ?? '' });
    else if (!seen.again(table.key.map((heading) => record[heading]).join(' | '), row)) {
      flag(record, table, tally, row);
      yield record;
    }
  }
}

/** The kind of a table. */
export function onetKind(table: OnetTable): SourceKind<OnetRecord> {
  return {
    kind: `onet-${table.name}`, title: `O*NET: ${table.title}`,
    problems: {
      'low-precision': 'The publisher recommends not to use this value: it rests on too few answers. It is kept with that mark.',
      'not-relevant': 'The publisher marks the element as not relevant for the occupation.',
    },
    recognise(input) {
      const at = found(input, table);
      if (!at) return null;
      const first = firstRow(input, at);
      if (table.elements && first && !table.elements.test((first.cells[at.columns[ELEMENT] ?? -1] ?? '').trim())) return null;
      return { vintage: null };
    },
    read: (input, tally) => read(input, table, tally),
    ...(table.stage && { stage: table.stage }),
  };
}
