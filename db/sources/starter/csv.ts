import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { tableNamed } from '../../pack/tables.ts';

/** A row of a starter table by column name; `null` is an empty cell. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Orders texts by UTF-16 code unit, which no locale changes. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The text of a starter file: header, rows in key order, LF only, quotes only where RFC 4180 needs them.
 *
 * @throws on a column the table lacks, a missing column, a control character, or a key that occurs twice.
 */
export function toCsv(tableName: string, rows: readonly Row[]): string {
  const table = tableNamed(tableName);
  const names = table.columns.map((column) => column.name);
  const numeric = new Set(table.columns.filter((column) => column.type === 'int').map((column) => column.name));
  const compare = (a: Row, b: Row): number => {
    for (const name of table.key) {
      const order = numeric.has(name)
        ? Number(a[name]) - Number(b[name])
        : byCodeUnit(String(a[name]), String(b[name]));
      if (order !== 0) return order;
    }
    return 0;
  };
  const sorted = rows.toSorted(compare);
  const lines = [names.join(',')];
  sorted.forEach((row, index) => {
    const previous = sorted[index - 1];
    const key = table.key.map((name) => row[name]).join(' / ');
    if (previous && compare(previous, row) === 0) throw new Error(`${tableName}: key ${key} occurs twice`);
    const unknown = Object.keys(row).filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`${tableName}: no column ${unknown.join(', ')}`);
    const cells = names.map((name) => {
      const cell = row[name];
      if (cell === undefined) throw new Error(`${tableName}: ${key} lacks ${name}`);
      const text = cell === null ? '' : String(cell);
      for (let at = 0; at < text.length; at += 1) {
        if (text.charCodeAt(at) < 32) throw new Error(`${tableName}: ${key} has a control character in ${name}`);
      }
      return quoted(text);
    });
    lines.push(cells.join(','));
  });
  return `${lines.join('\n')}\n`;
}

/**
 * The rows of a CSV file by header name. Blanks around cells are dropped (BEA writes one before a quote).
 *
 * @param footer what to do with a line that is shorter or longer than the header: statistical files
 *   end in notes that may be dropped; anywhere else such a line is an error.
 */
export function readCsv(path: string, footer: 'drop' | 'refuse' = 'refuse'): readonly Readonly<Record<string, string>>[] {
  const lines: string[][] = parse(readFileSync(path), {
    bom: true,
    trim: true,
    relax_column_count: footer === 'drop',
    skip_empty_lines: true,
  });
  const header = lines[0] ?? [];
  return lines
    .slice(1)
    .filter((line) => line.length === header.length)
    .map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])));
}
