/**
 * Real files of every kind, packs, patches and bombs, broken in every way a disk or a person breaks them, through their readers
 * (`WAYMARK_FUZZ` files, 2,000 by default; `WAYMARK_FUZZ_SEED`): each gives a report with its codes or a code, never a crash.
 * Processes of their own read a run of files each; one that takes ten seconds of the processor for a file, or says nothing for long, is ended and told.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Series } from '../../scripts/lib/bench.ts';
import { processorTime } from './fuzz/processor-time.ts';
import type { Told } from './fuzz/child.ts';
import { DATA } from './fuzz/data.ts';
import { drawnBy } from './fuzz/one-file.ts';
import { makeStock, type Seed } from './fuzz/stock.ts';

export const name = 'sources-fuzz';

const CHILD = fileURLToPath(new URL('./fuzz/child.ts', import.meta.url));
/** Milliseconds of the processor that a file may take. */
const SLOWEST_MS = 10_000;
/** Milliseconds of silence after which a process hangs that takes no time of the processor either. */
const SILENT_MS = 10 * 60_000;
const WATCH_MS = 5_000;
const MOST_MEMORY = 1.5 * 1024 ** 3;
/** Room for short-lived objects: with less of it half of the time goes into clearing it. */
const CHILD_FLAGS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'];
const FILES_OF_A_CHILD = 2_500;
const TOLD_EVERY = 10_000;

interface Tally {
  readonly samples: number[];
  readonly answers: Record<'sound' | 'in-part' | 'refused', number>;
  readonly forms: Map<string, number>;
  readonly codes: Set<string>;
  readonly faults: string[];
  peak: number;
}

/** Reads `count` files from `first` on; after a fault the next process goes on behind it. Gives the number to go on with. */
function readSome(folder: string, first: number, count: number, stock: readonly Seed[], tally: Tally): Promise<number> {
  const what = (number: number): string => { const { seed, way } = drawnBy(number, stock); return `seed ${number}: ${seed.name}, ${way}`; };
  return new Promise((resolve) => {
    const child = fork(CHILD, [folder, String(first), String(count)], { execArgv: CHILD_FLAGS, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    let next = first;
    let fault: string | null = null;
    // On a busy machine a sound process may be silent for long: what counts first is the time that it had of the processor.
    let [spent, heard]: [number | null, number] = [null, performance.now()];
    const watch = setInterval(() => void processorTime(child.pid ?? 0).then((now) => {
      spent ??= now;
      if ((now !== null && spent !== null && now - spent > SLOWEST_MS) || performance.now() - heard > SILENT_MS) {
        fault ??= `no answer in ${Math.round((performance.now() - heard) / 1000)} s, ${what(next)}`;
        child.kill('SIGKILL');
      }
    }), WATCH_MS);
    child.on('message', (told: Told) => {
      [spent, heard] = [null, performance.now()];
      next = told.number + 1;
      if ('crash' in told) tally.faults.push(`${what(told.number)}\n${told.crash}`);
      else {
        tally.samples.push(told.ms);
        tally.answers[told.answer] += 1;
        for (const code of told.codes) tally.codes.add(code);
        const { form } = drawnBy(told.number, stock).seed;
        tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1);
        if (told.ms > SLOWEST_MS) tally.faults.push(`${Math.round(told.ms)} ms, ${what(told.number)}`);
        if (told.peak > MOST_MEMORY && tally.peak <= MOST_MEMORY) tally.faults.push(`${Math.round(told.peak / 2 ** 20)} MB, ${what(told.number)}`);
        tally.peak = Math.max(tally.peak, told.peak);
      }
      if (tally.samples.length % TOLD_EVERY === 0) process.stdout.write(`  ${tally.samples.length} files, ${tally.faults.length} faults, at most ${Math.round(tally.peak / 2 ** 20)} MB\n`);
    });
    // Its last words come before it leaves the line, though perhaps after its end.
    const left = once(child, 'disconnect');
    child.on('exit', (code, signal) => void left.then(() => {
      clearInterval(watch);
      if (next < first + count) {
        tally.faults.push(fault ?? `ended with ${signal ?? code}, ${what(next)}`);
        next += 1;
      }
      resolve(next);
    }));
  });
}

export async function run(): Promise<readonly Series[]> {
  if (!existsSync(DATA)) process.stdout.write('  ../shared/data is missing: packs, patches and bombs only\n');
  const folder = await mkdtemp(join(tmpdir(), 'waymark fuzz '));
  const seed = Number(process.env['WAYMARK_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  const wanted = Number(process.env['WAYMARK_FUZZ'] ?? 2_000);
  const tally: Tally = { samples: [], answers: { 'sound': 0, 'in-part': 0, 'refused': 0 }, forms: new Map(), codes: new Set(), faults: [], peak: 0 };
  try {
    const stock = await makeStock(folder);
    for (let next = seed; next < seed + wanted;) next = await readSome(folder, next, Math.min(FILES_OF_A_CHILD, seed + wanted - next), stock, tally);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { answers, samples, codes, forms, faults, peak } = tally;
  process.stdout.write(`  seed ${seed}: ${samples.length} broken files (${[...forms].map(([form, count]) => `${form} ${count}`).join(', ')}): ${answers.refused} refused with a code, `
    + `${answers['in-part']} read in part with problems counted, ${answers.sound} sound all the same; ${codes.size} codes, at most ${Math.round(peak / 2 ** 20)} MB\n`);
  if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, 40).join('\n')}`);
  return [{ label: 'one broken file, time of the processor', unit: 'ms', samples }];
}
