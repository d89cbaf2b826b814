/** Finds tables 1.2 and 1.10: their headings carry the years of the edition. */
import type { SourceInput } from '../file/source-input.ts';
import { findTable, type FoundTable } from '../table-head.ts';

/** The edition's years, and what both tables begin with. BLS has written the span with a dash of either kind, and both years in full. */
const spans = (from: number, to: number): readonly string[] => ['–', '-'].flatMap((dash) => [`${from}${dash}${String(to).slice(2)}`, `${from}${dash}${to}`]);
const spanned = (from: number, to: number, heading: (span: string) => string): readonly string[] => spans(from, to).map(heading);

const common = (from: number, to: number) => ({
  title: [`${from} National Employment Matrix title`], soc: [`${from} National Employment Matrix code`], type: ['Occupation type'],
  from: [`Employment, ${from}`], to: [`Employment, ${to}`], change: spanned(from, to, (span) => `Employment change, percent, ${span}`),
  openings: spanned(from, to, (span) => `Occupational openings, ${span} annual average`),
});

export const openingsColumns = (from: number, to: number) => ({
  ...common(from, to),
  exits: spanned(from, to, (span) => `Labor force exits, ${span} annual average`),
  transfers: spanned(from, to, (span) => `Occupational transfers, ${span} annual average`),
});

const mainColumns = (from: number, to: number) => ({
  ...common(from, to),
  selfEmployed: [`Percent self employed, ${from}`],
  education: ['Typical education needed for entry'], experience: ['Work experience in a related occupation'],
  training: ['Typical on-the-job training needed to attain competency in the occupation'],
});

export interface ProjectionTable {
  readonly from: number;
  readonly to: number;
  readonly table: FoundTable<keyof ReturnType<typeof mainColumns>>;
}

/** The year of the first heading that says one, as "Employment, 2024" does. */
function yearsOf(input: SourceInput): { readonly from: number; readonly to: number } | null {
  const rows = input.form === 'table' ? [input.header] : input.form === 'workbook' ? input.sheets.flatMap(({ head }) => head.map(({ cells }) => cells)) : [];
  for (const cells of rows) {
    const years = cells.flatMap((cell) => /^Employment, (20\d\d)$/.exec(cell.trim())?.[1] ?? []).map(Number);
    const [from, to] = years;
    if (from !== undefined && to !== undefined && from < to) return { from, to };
  }
  return null;
}

/** Table 1.2 with its years; null when the file has none. */
export function projectionColumns(input: SourceInput): ProjectionTable | null {
  const years = yearsOf(input);
  const table = years && findTable(input, mainColumns(years.from, years.to));
  return years && table ? { ...years, table } : null;
}
