import { join } from 'node:path';
import { readCsv } from './csv.ts';
import { scaled } from './decimal.ts';
import { cell, readRows } from './workbook.ts';

/** A name people use for an O*NET occupation. */
export interface AlternateTitle {
  readonly onetSoc: string;
  readonly alias: string;
}

/** Interest high-point values index this; 0 is "no further high point". */
const INTEREST_LETTERS = ['', 'R', 'I', 'A', 'S', 'E', 'C'] as const;
const HIGH_POINTS = ['First', 'Second', 'Third'] as const;

/** Job zone 1 to 5 by O*NET-SOC code: release 29.3, replaced by 30.1 where it has the code. */
export async function readJobZones(laborDir: string): Promise<ReadonlyMap<string, number>> {
  const zones = new Map<string, number>();
  for (const row of await readRows(join(laborDir, 'onet', '29.3', 'Job Zones.xlsx'), 1)) {
    zones.set(cell(row, 'O*NET-SOC Code'), scaled(cell(row, 'Job Zone'), 0));
  }
  for (const row of readCsv(join(laborDir, 'onet', '30.1', 'job_zones_v30.1.csv'))) {
    zones.set(cell(row, 'O*NET-SOC Code'), scaled(cell(row, 'Job Zone'), 0));
  }
  return zones;
}

/** One to three letters of RIASEC in high-point order, by O*NET-SOC code (release 29.3). */
export async function readInterests(laborDir: string): Promise<ReadonlyMap<string, string>> {
  const points = new Map<string, string[]>();
  for (const row of await readRows(join(laborDir, 'onet', '29.3', 'Interests.xlsx'), 1)) {
    if (cell(row, 'Scale ID') !== 'IH') continue;
    const rank = HIGH_POINTS.findIndex((name) => cell(row, 'Element Name').startsWith(name));
    const letter = INTEREST_LETTERS[scaled(cell(row, 'Data Value'), 0)];
    if (rank < 0 || letter === undefined) throw new Error(`interests: unknown high point "${cell(row, 'Element Name')}"`);
    const letters = points.get(cell(row, 'O*NET-SOC Code')) ?? ['', '', ''];
    letters[rank] = letter;
    points.set(cell(row, 'O*NET-SOC Code'), letters);
  }
  return new Map([...points].map(([code, letters]) => [code, letters.join('')]));
}

/** Titles of the O*NET occupations, their alternate titles and short titles (release 30.2), in file order. */
export async function readAlternateTitles(laborDir: string): Promise<readonly AlternateTitle[]> {
  const rows = await readRows(join(laborDir, 'onet', '30.2', 'Alternate Titles.xlsx'), 1);
  return rows.flatMap((row) =>
    ['Title', 'Alternate Title', 'Short Title']
      .map((heading) => cell(row, heading))
      .filter((alias) => alias !== '' && alias !== 'n/a')
      .map((alias) => ({ onetSoc: cell(row, 'O*NET-SOC Code'), alias })),
  );
}

/** Slug of the first career cluster of each O*NET-SOC code, "Health Science" being `health-science`. */
export function readClusters(laborDir: string): ReadonlyMap<string, string> {
  const rows = readCsv(join(laborDir, 'career-clusters', 'All_Career_Clusters.csv'));
  return new Map(
    rows.map((row) => {
      const first = cell(row, 'Career Cluster').split('; ')[0] ?? '';
      const slug = first.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
      return [cell(row, 'Code'), slug];
    }),
  );
}
