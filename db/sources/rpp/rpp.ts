/** Regional price parities by state (BEA, table SARPP). Lines are told by their description: their numbers move between editions. */
import type { Tally } from '../check/tally.ts';
import { Seen } from '../codes.ts';
import { unitsOf } from '../exact-figure.ts';
import type { SourceInput } from '../file/source-input.ts';
import { areaOf, stagedArea, type OewsArea } from '../oews/oews-areas.ts';
import type { SourceKind } from '../source-kind.ts';
import { findTable, type FoundTable } from '../table-head.ts';
import { namedRows } from '../table-rows.ts';
import { TERRITORIES } from '../starter/states.ts';

/** A line of price parities of one area. */
export interface PriceParity {
  readonly area: OewsArea;
  /** "All items", "Services: Housing". */
  readonly line: string;
  /** Thousandths of a percent of the nation (100000) by year, oldest first; null is unknown. */
  readonly years: readonly { readonly year: number; readonly milli: number | null }[];
}

const HEADINGS = { fips: ['GeoFIPS'], name: ['GeoName'], table: ['TableName'], line: ['LineCode'], description: ['Description'], unit: ['Unit'] } as const;
type Column = keyof typeof HEADINGS;

/** BEA writes a blank before the quotation mark, so that a reader of CSV takes the marks for part of the cell. */
const bare = (cell: string): string => cell.replaceAll('"', '').trim();
/** Footnotes stand behind a description: "RPPs: All items 4/". */
const lineOf = (description: string): string | null => /^RPPs?: (.+?)(?: \d+\/)?$/.exec(description)?.[1] ?? null;
const MARKS: Readonly<Record<string, string>> = { '(NA)': 'not-available', '(D)': 'suppressed', '': 'blank-figure' };

const yearsOf = ({ headings }: FoundTable<Column>): readonly { readonly year: number; readonly column: number }[] =>
  headings.flatMap((heading, column) => (/^(?:19|20)\d\d$/.test(heading.trim()) ? [{ year: Number(heading), column }] : []));

function areaOfFips(fips: string, name: string): OewsArea | null {
  if (fips === '00000') return areaOf('1', '99', name, '');
  if (!/^\d{5}$/.test(fips) || !fips.endsWith('000')) return null;
  const code = fips.slice(0, 2);
  return areaOf(TERRITORIES.has(code) ? '3' : '2', code, name.replace(/ \*$/, ''), '');
}

async function* read(input: SourceInput, tally: Tally): AsyncGenerator<PriceParity> {
  const table = findTable(input, HEADINGS);
  if (!table) return;
  const years = yearsOf(table);
  const seen = new Seen(tally);
  for await (const { row, at, cells } of namedRows(input, table, tally)) {
    const fips = bare(at.fips).padStart(/^\s*"?\d+"?\s*$/.test(at.fips) ? 5 : 0, '0');
    const line = lineOf(at.description);
    const area = areaOfFips(fips, at.name);
    if (!/^\d{5}$/.test(fips)) tally.refuse('code-invalid', { row, column: 'GeoFIPS', value: at.fips });
    else if (area === null) tally.skip('region', { row, column: 'GeoName', value: at.name });
    else if (line === null) tally.skip('other-series', { row, column: 'Description', value: at.description });
    else {
      const values = years.map(({ year, column }) => ({ year, column, text: bare(cells[column] ?? '') }));
      const wrong = values.find(({ text }) => MARKS[text] === undefined && unitsOf(text, 3) === null);
      if (wrong) tally.refuse('not-a-number', { row, column: String(wrong.year), value: wrong.text });
      else if (!seen.again(`${area.id} ${line}`, row)) {
        if (fips !== bare(at.fips)) tally.flag('leading-zeros-restored', { row, column: 'GeoFIPS', value: at.fips });
        for (const { year, text } of values) if (MARKS[text] !== undefined) tally.flag(MARKS[text], { row, column: String(year), value: text });
        yield { area, line, years: values.map(({ year, text }) => ({ year, milli: unitsOf(text, 3) })) };
      }
    }
  }
}

export const rpp: SourceKind<PriceParity> = {
  kind: 'rpp',
  title: 'Regional price parities by state (BEA, table SARPP)',
  problems: {
    'region': 'An area that is no state and not the nation.',
    'other-series': 'Incomes, expenditures or a deflator, not a price parity.',
  },
  recognise(input) {
    const table = findTable(input, HEADINGS);
    if (!table || input.form === 'json') return null;
    const first = input.form === 'table' ? input.head[0] : input.sheets.find(({ name }) => name === table.sheet)?.head.find(({ row }) => row > table.headingRow);
    const years = yearsOf(table).map(({ year }) => year);
    return bare(first?.cells[table.columns.table] ?? '') === 'SARPP' && years.length > 0 ? { vintage: `${Math.min(...years)}-${Math.max(...years)}` } : null;
  },
  read,
  /** The newest year of all items is what an area's price parity is. */
  * stage({ area, line, years }) {
    const newest = years.at(-1)?.milli ?? null;
    if (line === 'All items' && newest !== null) yield stagedArea(area, { price_parity_milli: newest });
  },
};
