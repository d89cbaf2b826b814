import { join } from 'node:path';
import { scaled } from './decimal.ts';
import { cell, readRows, type SheetRow } from './workbook.ts';

/** Percentiles and mean of one occupation; `null` is a cell that BLS did not release (`*`, `**`). */
export interface Figures {
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
}

export interface NationalOccupation {
  readonly soc: string;
  readonly title: string;
  readonly employment: number | null;
  /** Whole dollars a year. */
  readonly annual: Figures;
  /** Cents an hour. */
  readonly hourlyCents: Figures;
  readonly payBasis: 'both' | 'annual-only' | 'hourly-only';
}

function figure(row: SheetRow, heading: string, places: number): number | null {
  const text = cell(row, heading);
  return text === '*' || text === '**' ? null : scaled(text, places);
}

function figures(row: SheetRow, prefix: 'A' | 'H', places: number): Figures {
  return {
    p10: figure(row, `${prefix}_PCT10`, places),
    p25: figure(row, `${prefix}_PCT25`, places),
    p50: figure(row, `${prefix}_MEDIAN`, places),
    p75: figure(row, `${prefix}_PCT75`, places),
    p90: figure(row, `${prefix}_PCT90`, places),
    mean: figure(row, `${prefix}_MEAN`, places),
  };
}

/**
 * The detailed occupations of the national OEWS workbook, May 2025.
 *
 * @throws on `#` or any other mark: this edition has no top code, so one means that another file was given.
 */
export async function readOewsNational(laborDir: string): Promise<readonly NationalOccupation[]> {
  const rows = await readRows(join(laborDir, 'bls-oews-national', 'national_M2025_dl.xlsx'), 1);
  return rows
    .filter((row) => cell(row, 'O_GROUP') === 'detailed')
    .map((row) => ({
      soc: cell(row, 'OCC_CODE'),
      title: cell(row, 'OCC_TITLE'),
      employment: figure(row, 'TOT_EMP', 0),
      annual: figures(row, 'A', 0),
      hourlyCents: figures(row, 'H', 2),
      payBasis: cell(row, 'ANNUAL') === 'TRUE' ? 'annual-only' : cell(row, 'HOURLY') === 'TRUE' ? 'hourly-only' : 'both',
    }));
}
