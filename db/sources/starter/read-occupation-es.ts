import { join } from 'node:path';
import { readCsv } from './csv.ts';
import { cell } from './workbook.ts';

/** Spanish title and everyday search words of an occupation. */
export interface SpanishOccupation {
  readonly soc: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** The hand-written Spanish names beside this file. */
export function readOccupationEs(sourcesDir: string): readonly SpanishOccupation[] {
  return readCsv(join(sourcesDir, 'occupation-es.csv')).map((row) => ({
    soc: cell(row, 'soc'),
    title: cell(row, 'title_es'),
    aliases: cell(row, 'aliases_es').split(';').map((alias) => alias.trim()).filter((alias) => alias !== ''),
  }));
}
