/** A build by recipe, ended by the system at 200 random moments (`WAYMARK_KILLS` for another number) and started again: the digest is always that of an undisturbed one. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPackHeader } from '../../db/pack/pack-reader.ts';
import type { Series } from '../../scripts/lib/bench.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DATA = join(ROOT, '..', 'shared', 'data');
const KILLS = Number(process.env['WAYMARK_KILLS'] ?? 200);
const FILES = {
  oews: ['labor/bls-oews-national/national_M2025_dl.xlsx', 'labor/bls-oews-area-2025/states/39.json', 'labor/bls-oews-area-2025/states/48.json'],
  list: ['education/state-lists/new-mexico/nm_industry_credentials_2023-24.csv'],
  schools: ['education/ipeds/hd2024.csv'],
} as const;

export const name = 'recipe-kill';

export async function run(): Promise<readonly Series[]> {
  if (!existsSync(DATA)) {
    process.stdout.write('  skipped: ../shared/data is missing\n');
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'waymark recipe kill '));
  const recipe = join(folder, 'recipe.json');
  const source = (id: string, files: readonly string[], options = {}): object => ({
    id, files: files.map((file) => join(DATA, file)), publisher: 'P', title: 'T', vintage: '2025', url: 'https://example.org/', license: 'Public domain', citation: 'C', options,
  });
  await writeFile(recipe, JSON.stringify({
    waymarkRecipe: 1, name: 'Kill', edition: '1', scope: 'us', dataChecked: '2026-11-25', starter: false,
    sources: [source('oews', FILES.oews), source('list', FILES.list, { area: '35', program: 'list', edition: '1', purpose: 'school' }), source('schools', FILES.schools)],
  }));
  /** Runs the command; with `ms` it is ended then. True when it came to its end by itself. */
  const build = (out: string, ms: number | null): Promise<{ readonly done: boolean; readonly took: number; readonly resumed: boolean }> => new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, [join(ROOT, 'db', 'cli', 'main.ts'), 'pack', 'build', '--recipe', recipe, '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] });
    let told = '';
    child.stderr.on('data', (piece: Buffer) => { told += piece.toString('utf8'); });
    const timer = ms === null ? null : setTimeout(() => child.kill('SIGKILL'), ms);
    child.once('exit', (code) => {
      if (timer) clearTimeout(timer);
      resolve({ done: code === 0, took: performance.now() - start, resumed: told.includes('Going on where') });
    });
  });
  const whole = join(folder, 'whole.pack');
  const { took } = await build(whole, null);
  const { digest } = await readPackHeader(whole);
  let [kills, builds, resumed, wrong] = [0, 0, 0, 0];
  while (kills < KILLS) {
    const out = join(folder, `${builds}.pack`);
    builds += 1;
    for (;;) {
      // Early moments fall into the start of the process; later ones into staging, merging and writing.
      const end = await build(out, Math.random() * took * 1.1);
      if (end.resumed) resumed += 1;
      if (end.done) break;
      kills += 1;
      if (kills % 7 === 0) { await build(out, null); break; }
    }
    if ((await readPackHeader(out)).digest !== digest) wrong += 1;
    await rm(out, { force: true });
  }
  await rm(folder, { recursive: true, force: true });
  process.stdout.write(`  ${kills} kills over ${builds} builds (${Math.round(took)} ms each undisturbed): ${resumed} runs went on where one was stopped, ${wrong} packs with another digest\n`);
  if (wrong > 0) throw new Error(`${wrong} packs were not what an undisturbed build gives`);
  return [{ label: 'build of five files, undisturbed', unit: 'ms', samples: [took] }];
}
