/**
 * The national pack by recipe: the starter and every file on hand beside the checkout. Built twice, each time in a program of its own: one digest, how
 * long, how much memory, and what was taken from where. `--out FOLDER` keeps recipe, pack and report.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readPackHeader } from '../../db/pack/pack-reader.ts';
import { reportOf, type BuildReport } from '../../db/recipe/build.ts';
import type { Series } from '../../scripts/lib/bench.ts';
import { ROOT } from '../../scripts/lib/paths.ts';
import { peakOf } from './scale/child.ts';
import { asText, countOf } from './scale/tables.ts';

export const name = 'national';
export const takesFlags = true;
export const onlyNamed = true;

const DATA = join(ROOT, '..', 'shared', 'data');
const FEDERAL = 'Public domain (US federal government work)';
const WATCH_MS = 200;

interface Taken {
  readonly id: string;
  readonly files: readonly string[];
  readonly publisher: string;
  readonly license?: string;
  readonly options?: Readonly<Record<string, string>>;
}
const list = (area: string, program: string, edition: string, label: string) => ({ area, program, edition, purpose: 'school', label, label_es: label });
/** In the order in which their word counts: of one figure the latest edition first. */
const TAKEN: readonly Taken[] = [
  ...['2025', '2023', '2022', '2020'].map((year): Taken => ({ id: `oews-${year}`, files: [`labor/bls-oews-national/national_M${year}_dl.xlsx`], publisher: 'U.S. Bureau of Labor Statistics' })),
  { id: 'oews-areas', files: ['labor/bls-oews-area-2025'], publisher: 'U.S. Bureau of Labor Statistics' },
  { id: 'soc', files: ['labor/bls-soc', 'education/crosswalks'], publisher: 'U.S. Bureau of Labor Statistics' },
  { id: 'projections', files: ['labor/bls-employment-projections'], publisher: 'U.S. Bureau of Labor Statistics' },
  { id: 'projections-ca', files: ['labor/state-projections'], publisher: 'California Employment Development Department', license: 'State open data' },
  { id: 'prices', files: ['labor/bls-cpi', 'labor/bea-rpp'], publisher: 'U.S. Bureau of Labor Statistics and Bureau of Economic Analysis' },
  { id: 'onet', files: ['labor/onet'], publisher: 'O*NET Resource Center', license: 'CC BY 4.0' },
  { id: 'programs', files: ['labor/nces-cip-soc', 'labor/cip-titles', 'labor/career-clusters'], publisher: 'National Center for Education Statistics and Advance CTE' },
  { id: 'acs', files: ['labor/census-acs-earnings', 'education/earnings-benchmarks'], publisher: 'U.S. Census Bureau' },
  { id: 'scorecard', files: ['education/college-scorecard'], publisher: 'U.S. Department of Education' },
  { id: 'ipeds', files: ['education/ipeds'], publisher: 'National Center for Education Statistics' },
  { id: 'registry', files: ['education/ctdl/credential-registry', 'education/ctdl/registry-payloads', 'education/ctdl/registry-payloads-earlier-shape', 'education/ctdl/registry-payloads-no-id', 'education/ctdl/registry-assistant', 'education/ctdl/ingest-examples', 'education/ctdl/registry-survey-2026'], publisher: 'Credential Engine' },
  { id: 'registry-broken', files: ['education/ctdl/malformed', 'education/ctdl/negative-examples'], publisher: 'Credential Engine' },
  { id: 'nm-2023', files: ['education/state-lists/new-mexico/nm_industry_credentials_2023-24.csv'], publisher: 'New Mexico Public Education Department', options: list('35', 'ped-industry-credentials', '2023-24', 'Industry credentials') },
  { id: 'nm-2021', files: ['education/state-lists/new-mexico/nm_industry_credentials_2021-22.csv'], publisher: 'New Mexico Public Education Department', options: list('35', 'ped-industry-credentials', '2021-22', 'Industry credentials') },
  { id: 'nj', files: ['education/state-lists/new-jersey'], publisher: 'State of New Jersey', options: list('34', 'nj-credentials', '2021', 'Credentials of the state') },
  { id: 'etpl', files: ['education/etpl'], publisher: 'States of California and New Jersey' },
  { id: 'apprenticeship', files: ['education/apprenticeship'], publisher: 'U.S. Department of Labor' },
  { id: 'badges', files: ['education/open-badges-3'], publisher: '1EdTech' },
];

const recipeText = (): string => JSON.stringify({
  waymarkRecipe: 1, name: 'All that is on hand', edition: '2026-11', scope: 'us', dataChecked: '2026-11-25', starter: true,
  sources: TAKEN.map(({ id, files, publisher, license = FEDERAL, options = {} }) => ({
    // Where the files' own license says less, the pack stays on this machine.
    id, files: files.map((file) => join(DATA, file)), publisher, title: `Files of ${publisher}`, vintage: 'as each file says', url: 'https://example.org/', license, rightHeld: 'measured here, not handed on', citation: `${publisher}.`, options,
  })),
  order: TAKEN.map(({ id }) => id),
}, null, 1);

/** Builds with the command that people use. */
function build(recipe: string, out: string): Promise<{ readonly seconds: number; readonly peak: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'db', 'cli', 'main.ts'), 'pack', 'build', '--recipe', recipe, '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] });
  let [peak, told] = [0, ''];
  child.stderr.on('data', (piece: Buffer) => { told = (told + piece.toString('utf8')).slice(-2000); });
  const watch = setInterval(() => { peak = Math.max(peak, peakOf(child.pid)); }, WATCH_MS);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code === 0) done({ seconds: (performance.now() - began) / 1000, peak });
      else fail(new Error(`the build ended with ${String(code)}: ${told}`));
    });
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

function tell({ sources, pack, credentials, given, dangling, refused }: BuildReport): void {
  const rows = sources.map(({ id, files }) => [
    id, countOf(files.length), ...(['read', 'kept', 'skipped', 'refused'] as const).map((what) => countOf(sum(files.map((file) => file[what])))), countOf(files.filter(({ kind }) => kind === null).length),
  ]);
  process.stdout.write(asText({ title: 'What was taken from where', head: ['source', 'files', 'read', 'kept', 'skipped', 'refused', 'files of no kind'], rows }));
  process.stdout.write(`${asText({ title: 'Rows of the pack', head: ['table', 'rows'], rows: Object.entries(pack.rows).filter(([, count]) => count > 0).map(([table, count]) => [table, countOf(count)]) })}
  ${countOf(sum(Object.values(pack.rows)))} rows; credentials of the sources: ${countOf(credentials.added)} added, ${countOf(credentials.joined)} joined to another, ${credentials.ambiguous} left alone, ${countOf(credentials.superseded)} earlier versions
  already given ${JSON.stringify(given)}; led nowhere ${JSON.stringify(dangling)}; refused by the tables ${JSON.stringify(refused.map(({ table, column, reason, count }) => [table, column, reason, count]))}\n`);
}

export async function run(flags: readonly string[]): Promise<readonly Series[]> {
  const { values: { out } } = parseArgs({ args: [...flags], options: { out: { type: 'string' } } });
  if (!existsSync(DATA)) {
    process.stdout.write('  skipped: ../shared/data is missing\n');
    return [];
  }
  const folder = out === undefined ? await mkdtemp(join(tmpdir(), 'waymark national ')) : resolve(out);
  try {
    await mkdir(folder, { recursive: true });
    const [recipe, one, two] = ['national.json', 'national.pack', 'again.pack'].map((file) => join(folder, file)) as [string, string, string];
    await writeFile(recipe, recipeText());
    const [first, second] = [await build(recipe, one), await build(recipe, two)];
    const digests = await Promise.all([one, two].map(async (pack) => (await readPackHeader(pack)).digest));
    if (digests[0] !== digests[1]) throw new Error('two builds of the same files gave two digests');
    tell(JSON.parse(await readFile(reportOf(one), 'utf8')) as BuildReport);
    process.stdout.write(`  one digest on both builds, ${(await stat(one)).size} bytes\n`);
    for (const file of [two, reportOf(two)]) await rm(file);
    return [{ label: 'national pack', unit: 's', samples: [first.seconds, second.seconds] }, { label: 'most memory', unit: 'MB', samples: [first.peak, second.peak] }];
  } finally {
    if (out === undefined) await rm(folder, { recursive: true, force: true });
  }
}
