/**
 * The table of `docs/sources.md`: what becomes of every real file on hand, by kind. Figures and codes only, nothing out of
 * the files. It fails where the document says something else; `--write` writes it anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSource, type SourceReport } from '../../db/sources/check/check-source.ts';
import { filesUnder } from '../../db/sources/files-under.ts';
import type { Series } from '../../scripts/lib/bench.ts';
import { ROOT } from '../../scripts/lib/paths.ts';

export const name = 'sources-table';
export const takesFlags = true;
export const onlyNamed = true;

const DATA = join(ROOT, '..', 'shared', 'data');
const DOCUMENT = join(ROOT, 'docs', 'sources.md');
const MARK = '<!-- The table is made by `npm run bench -- sources-table --write`. -->\n';

/** Codes that a line of the table holds; the rest is counted. */
const TOLD = 8;
const NO_KIND = 'none that is known';

interface Line {
  files: number;
  read: number;
  kept: number;
  skipped: number;
  refused: number;
  readonly codes: Map<string, number>;
}

const whole = (value: number): string => value.toLocaleString('en-US');

function reasons(codes: ReadonlyMap<string, number>): string {
  const sorted = [...codes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const told = sorted.slice(0, TOLD).map(([code, count]) => `${code} ${whole(count)}`);
  return [...told, ...(sorted.length > TOLD ? [`${sorted.length - TOLD} more codes`] : [])].join(', ');
}

function add(line: Line, report: SourceReport): void {
  line.files += 1;
  for (const count of ['read', 'kept', 'skipped', 'refused'] as const) line[count] += report[count];
  for (const { code, count } of report.problems) line.codes.set(code, (line.codes.get(code) ?? 0) + count);
}

const fresh = (): Line => ({ files: 0, read: 0, kept: 0, skipped: 0, refused: 0, codes: new Map() });
const row = (name: string, { files, read, kept, skipped, refused, codes }: Line): string =>
  `| ${[name, ...[files, read, kept, skipped, refused].map(whole), reasons(codes)].join(' | ')} |`;

/** Lines by the name of the kind, then files of no kind, then all of them; each file is read whole. */
async function sourcesTable(folder: string): Promise<string> {
  const kinds = new Map<string, Line>();
  const all = fresh();
  for (const path of (await filesUnder(folder)) ?? []) {
    const report = await checkSource(path);
    const name = report.kind ?? NO_KIND;
    const line = kinds.get(name) ?? fresh();
    // Every record is somewhere.
    if (report.read !== report.kept + report.skipped + report.refused) throw new Error(`${path}: read ${report.read}, which is not what was kept, skipped and refused`);
    kinds.set(name, line);
    add(line, report);
    add(all, report);
  }
  const named = [...kinds].filter(([name]) => name !== NO_KIND).sort(([a], [b]) => (a < b ? -1 : 1));
  const none = kinds.get(NO_KIND);
  return [
    '| Kind | Files | Read | Kept | Skipped | Refused | What was told, by code |', '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...named.map(([name, line]) => row(name, line)), ...(none ? [row(NO_KIND, none)] : []), row('**all**', { ...all, codes: new Map() }), '',
  ].join('\n');
}

export async function run(flags: readonly string[]): Promise<readonly Series[]> {
  if (!existsSync(DATA)) {
    process.stdout.write('  skipped: ../shared/data is missing\n');
    return [];
  }
  const start = performance.now();
  const table = await sourcesTable(DATA);
  const seconds = (performance.now() - start) / 1000;
  const [before, after] = readFileSync(DOCUMENT, 'utf8').split(MARK);
  if (flags.includes('--write')) writeFileSync(DOCUMENT, `${before ?? ''}${MARK}${table}`);
  else if (after !== table) throw new Error(`docs/sources.md is not what the importers say today:\n${table}`);
  return [{ label: 'every file on hand, read whole', unit: 's', samples: [seconds] }];
}
