/** Tables for people: aligned on the screen, Markdown in a file. */
import { figure } from '../../../scripts/lib/bench.ts';

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences under it. */
  readonly notes?: readonly string[];
}

const THOUSANDS = /\B(?=(\d{3})+$)/g;
/** Example: `countOf(1850000)` is `'1,850,000'`. */
export const countOf = (value: number): string => String(Math.round(value)).replace(THOUSANDS, ',');
export const msOf = (value: number): string => `${figure(value)} ms`;
export const secondsOf = (value: number): string => `${figure(value)} s`;
export const megabytesOf = (value: number): string => `${countOf(value)} MB`;
/** Bytes as megabytes of a million. */
export const sizeOf = (bytes: number): string => `${bytes < 1e8 ? (bytes / 1e6).toFixed(1) : countOf(bytes / 1e6)} MB`;
/** How many times as much as ours. Example: `ratioOf(30, 10)` is `'3.0 ×'`. */
export const ratioOf = (theirs: number, ours: number): string => (ours > 0 ? `${theirs / ours >= 100 ? countOf(theirs / ours) : (theirs / ours).toFixed(theirs / ours < 0.1 ? 3 : theirs / ours < 1 ? 2 : 1)} ×` : '–');

/** For the screen. */
export function asText({ title, head, rows, notes = [] }: Table): string {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]): string => `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`.trimEnd();
  return [`\n  ${title}`, line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ...notes.map((note) => `  ${note}`), ''].join('\n');
}

/** For a file. */
export function asMarkdown({ title, head, rows, notes = [] }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [`**${title}**`, '', line(head), `|${head.map((_, at) => (at === 0 ? '---' : '---:')).join('|')}|`, ...rows.map(line), ...notes.flatMap((note) => ['', note]), ''].join('\n');
}
