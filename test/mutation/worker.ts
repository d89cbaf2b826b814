/** One thread that holds the engine with all its mutants and its tests, and tries mutants as it is told. */
import { registerHooks, createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Test } from './harness.ts';
import type * as Harness from './harness.ts';

export interface WorkerInput {
  /** Instrumented code by file address. */
  readonly code: Readonly<Record<string, string>>;
  readonly testFiles: readonly string[];
  /** A mutant that is on from the start, for code that runs while it is loaded. */
  readonly active: number;
}
export type Ask = { readonly kind: 'dry' } | { readonly kind: 'try'; readonly id: number; readonly tests: readonly { readonly name: string; readonly usual: number; readonly all: boolean }[] };
export type Reply =
  | { readonly kind: 'ready'; readonly tests: readonly string[]; readonly static: readonly number[]; readonly broken: string | null }
  | { readonly kind: 'dry'; readonly covered: readonly (readonly number[])[]; readonly ms: readonly number[]; readonly usual: readonly number[]; readonly full: readonly number[]; readonly failed: readonly { readonly test: number; readonly why: string }[] }
  | { readonly kind: 'tried'; readonly id: number; readonly killedBy: string | null; readonly runsOn: boolean };

const { code, testFiles, active: first } = workerData as WorkerInput;
const HERE = dirname(fileURLToPath(import.meta.url));
const HARNESS = pathToFileURL(join(HERE, 'harness.ts')).href;
const FAST_CHECK = pathToFileURL(createRequire(import.meta.url).resolve('fast-check')).href;

/** fast-check with few runs and one seed: a mutant is found quickly, or by another test. */
const FEW_RUNS = 'mutation:fast-check';
const FEW_RUNS_CODE = `import fc from ${JSON.stringify(FAST_CHECK)};
export default { ...fc, assert: (property, parameters) => fc.assert(property, { ...parameters, ...(globalThis.__all ? {} : { numRuns: 20 }), seed: 20261125, endOnFailure: true }) };`;
/** Lets properties run as often as they say: for a test that counts its own runs. */
const runAll = (all: boolean): void => { (globalThis as { __all?: boolean }).__all = all; };

const RUNS_ON = 'the mutant runs on';
/** A mutant may ask this many times as often as the engine does, and a little. */
const LONGER = 4;
const A_LITTLE = 200_000;

let active = first;
let covered = new Set<number>();
/** How often mutants have been asked about, and how often they may be: a mutant that runs on and on is stopped by count, not by a clock that a busy machine slows. */
let asked = 0;
let allowed = Infinity;
// Every mutant asks this: is it on? Asked with none on, it is noted as reached.
(globalThis as { __m?: (id: number) => boolean }).__m = (id) => {
  asked += 1;
  if (asked > allowed) throw new Error(RUNS_ON);
  if (active < 0) covered.add(id);
  return id === active;
};

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'vitest') return { url: HARNESS, shortCircuit: true };
    if (specifier === 'fast-check') return { url: FEW_RUNS, shortCircuit: true };
    return next(specifier, context);
  },
  load(url, context, next) {
    if (url === FEW_RUNS) return { format: 'module', source: FEW_RUNS_CODE, shortCircuit: true };
    const source = code[url];
    if (source !== undefined) return { format: 'module-typescript', source, shortCircuit: true };
    return next(url, context);
  },
});

const say = (reply: Reply): void => { parentPort?.postMessage(reply); };

/** How often each test asks, without a mutant. */
const usual: number[] = [];

async function runTest(test: Test): Promise<string | null> {
  asked = 0;
  try {
    await test.run();
    // A test may swallow the stop.
    return asked > allowed ? RUNS_ON : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function dry(tests: readonly Test[]): Promise<Reply> {
  const all: number[][] = [];
  const ms: number[] = [];
  const failed: { test: number; why: string }[] = [];
  const full: number[] = [];
  for (const [index, test] of tests.entries()) {
    covered = new Set();
    const start = performance.now();
    let why = await runTest(test);
    if (why !== null) {
      runAll(true);
      why = await runTest(test);
      runAll(false);
      if (why === null) full.push(index);
      else failed.push({ test: index, why: why.slice(0, 200) });
    }
    ms.push(performance.now() - start);
    usual.push(asked);
    all.push([...covered]);
  }
  return { kind: 'dry', covered: all, ms, usual, full, failed };
}

async function attempt(tests: ReadonlyMap<string, Test>, { id, tests: wanted }: Ask & { readonly kind: 'try' }): Promise<Reply> {
  active = id;
  let killedBy: string | null = null;
  let runsOn = false;
  for (const { name, usual: count, all } of wanted) {
    const test = tests.get(name);
    allowed = count * LONGER + A_LITTLE;
    runAll(all);
    const why = test ? await runTest(test) : null;
    runAll(false);
    if (!test || why === null) continue;
    killedBy = test.name;
    runsOn = why === RUNS_ON;
    break;
  }
  [active, allowed] = [-1, Infinity];
  return { kind: 'tried', id, killedBy, runsOn };
}

let broken: string | null = null;
if (active >= 0) allowed = A_LITTLE * LONGER;
const { tests, gatherFrom } = (await import(HARNESS)) as typeof Harness;
for (const file of testFiles) {
  try {
    gatherFrom(basename(fileURLToPath(file)));
    await import(file);
  } catch (error) {
    broken ??= error instanceof Error ? error.message : String(error);
  }
}
const loaded = [...covered];
// By name: a file of tests may have been changed since the dry run.
const byName = new Map(tests.map((test) => [test.name, test]));
allowed = Infinity;
parentPort?.on('message', (ask: Ask) => { void (ask.kind === 'dry' ? dry(tests) : attempt(byName, ask)).then(say); });
say({ kind: 'ready', tests: tests.map(({ name }) => name), static: loaded, broken });
