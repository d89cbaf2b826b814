/** Tries every mutant of the engine against its tests and counts those that a test finds. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Instrumenter } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import type { Ask, Reply, WorkerInput } from './worker.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const DOMAIN = join('shared', 'domain');
/** A worker stops what runs on by count; this is for what never asks. */
const PATIENCE_MS = 30_000;

export interface Outcome {
  readonly mutant: Mutant;
  readonly status: 'killed' | 'timeout' | 'survived' | 'uncovered';
}

const files = (folder: string): string[] => readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts')).map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1).replaceAll('\\', '/')).sort();
const isMutated = (file: string): boolean => !file.endsWith('.test.ts') && !file.endsWith('/testing.ts');

/** A worker that answers one question at a time, and can be given up on. */
class Bench {
  #worker: Worker | null = null;
  readonly #input: Omit<WorkerInput, 'active'>;
  constructor(input: Omit<WorkerInput, 'active'>) { this.#input = input; }

  #next(worker: Worker, withinMs: number): Promise<Reply | null> {
    return new Promise((resolve) => {
      const done = (reply: Reply | null): void => {
        clearTimeout(timer);
        worker.off('message', done);
        worker.off('error', fail);
        resolve(reply);
      };
      const fail = (): void => { done(null); };
      const timer = setTimeout(fail, withinMs);
      worker.on('message', done);
      worker.on('error', fail);
    });
  }

  async open(active = -1, testFiles = this.#input.testFiles): Promise<Reply & { readonly kind: 'ready' }> {
    await this.close();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { code: this.#input.code, testFiles, active } satisfies WorkerInput, execArgv: ['--disable-warning=ExperimentalWarning'] });
    this.#worker = worker;
    const reply = await this.#next(worker, 60_000);
    if (reply?.kind !== 'ready') {
      await this.close();
      return { kind: 'ready', tests: [], static: [], broken: 'the worker did not start' };
    }
    return reply;
  }

  /** The answer, or null when it did not come in time or the worker died. */
  async ask(question: Ask, withinMs: number): Promise<Reply | null> {
    if (!this.#worker) await this.open();
    const worker = this.#worker;
    if (!worker) return null;
    const answer = this.#next(worker, withinMs);
    worker.postMessage(question);
    const reply = await answer;
    if (!reply) await this.close();
    return reply;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

export interface MutationRun {
  readonly outcomes: readonly Outcome[];
  readonly tests: number;
}

/**
 * `only` keeps mutants of files whose path contains one of its words; `every` tries each nth of
 * them, for an estimate in a fraction of the time. `say` hears how far it is.
 */
export async function runMutation(only: readonly string[], every: number, say: (text: string) => void): Promise<MutationRun> {
  const mutants: Mutant[] = [];
  const code: Record<string, string> = {};
  for (const file of files(DOMAIN).filter((each) => isMutated(each) && (only.length === 0 || only.some((word) => each.includes(word))))) {
    const instrumenter = new Instrumenter(file, readFileSync(join(ROOT, file), 'utf8'), mutants.length);
    code[pathToFileURL(join(ROOT, file)).href] = instrumenter.code();
    mutants.push(...instrumenter.mutants);
  }
  const testFiles = files(DOMAIN).filter((file) => file.endsWith('.test.ts')).map((file) => pathToFileURL(join(ROOT, file)).href);
  const bench = new Bench({ code, testFiles });
  const ready = await bench.open();
  if (ready.broken !== null) throw new Error(`the tests cannot be loaded: ${ready.broken}`);
  const dry = await bench.ask({ kind: 'dry' }, 600_000);
  if (dry?.kind !== 'dry') throw new Error('the tests did not end');
  // What fails without a mutant can find none.
  const unfit = new Set(dry.failed.map(({ test }) => test));
  for (const { test, why } of dry.failed) say(`left out: ${ready.tests[test] ?? ''}: ${why}`);
  say(`${mutants.length} mutants, ${ready.tests.length} tests in ${(dry.ms.reduce((sum, ms) => sum + ms, 0) / 1000).toFixed(1)} s`);
  const reached = testsOf(dry.covered.map((ids, test) => (unfit.has(test) ? [] : ids)), dry.ms);
  const atLoad = new Set(ready.static);
  const outcomes: Outcome[] = [];
  const full = new Set(dry.full.map((test) => ready.tests[test] ?? ''));
  const unfitNames = new Set([...unfit].map((test) => ready.tests[test] ?? ''));
  const usualOf = new Map(ready.tests.map((name, test) => [name, dry.usual[test] ?? 0]));
  const fileOf = new Map(mutants.map(({ id, file }) => [id, pathToFileURL(join(ROOT, file)).href]));
  const reach = reaching();
  for (const mutant of mutants.filter(({ id }) => id % every === 0)) {
    outcomes.push({ mutant, status: await statusOf(mutant.id) });
    if (outcomes.length % 200 === 0) say(`${outcomes.length} of ${mutants.length}, ${outcomes.filter(({ status }) => status === 'survived').length} survive`);
  }
  await bench.close();
  return { outcomes, tests: ready.tests.length };

  async function statusOf(id: number): Promise<Outcome['status']> {
    const numbers = reached.get(id) ?? [];
    if (numbers.length > 0) {
      const found = await attempt(id, numbers.map((number) => ready.tests[number] ?? ''));
      if (found !== 'survived' || !atLoad.has(id)) return found;
    }
    if (!atLoad.has(id)) return 'uncovered';
    // What runs while a module is loaded has to be loaded anew with the mutant on.
    const { broken, tests } = await bench.open(id, testFiles.filter((file) => reach(file).has(fileOf.get(id) ?? '')));
    const here = tests.filter((name) => !unfitNames.has(name));
    const found = broken !== null ? 'killed' : here.length === 0 ? 'uncovered' : await attempt(id, here);
    await bench.close();
    return found;
  }
  async function attempt(id: number, names: readonly string[]): Promise<Outcome['status']> {
    const wanted = names.map((name) => ({ name, usual: usualOf.get(name) ?? 0, all: full.has(name) }));
    const reply = await bench.ask({ kind: 'try', id, tests: wanted }, PATIENCE_MS);
    return reply?.kind !== 'tried' || reply.runsOn ? 'timeout' : reply.killedBy === null ? 'survived' : 'killed';
  }
}

/** The tests that reach each mutant, quickest first. */
function testsOf(covered: readonly (readonly number[])[], ms: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  covered.forEach((ids, test) => {
    for (const id of ids) found.set(id, [...(found.get(id) ?? []), test]);
  });
  for (const tests of found.values()) tests.sort((a, b) => (ms[a] ?? 0) - (ms[b] ?? 0) || a - b);
  return found;
}

/** For a file's address: every file it loads, itself included. Types load nothing. */
function reaching(): (address: string) => ReadonlySet<string> {
  const imports = new Map<string, readonly string[]>();
  const importsOf = (address: string): readonly string[] => {
    const known = imports.get(address);
    if (known) return known;
    const text = address.endsWith('.ts') ? readFileSync(new URL(address), 'utf8') : '';
    const found = [...text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)'/gm)].map(([, path = '']) => new URL(path, address).href);
    imports.set(address, found);
    return found;
  };
  const kept = new Map<string, ReadonlySet<string>>();
  return (address) => {
    const known = kept.get(address);
    if (known) return known;
    const seen = new Set<string>();
    const queue = [address];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...importsOf(next));
    }
    kept.set(address, seen);
    return seen;
  };
}
