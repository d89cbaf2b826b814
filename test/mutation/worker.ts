/** One thread that holds the engine with all its mutants and its tests, and tries mutants as it is told. */
import { registerHooks, createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
export type Ask = { readonly kind: 'dry' } | { readonly kind: 'try'; readonly id: number; readonly tests: readonly number[] };
export type Reply =
  | { readonly kind: 'ready'; readonly tests: readonly string[]; readonly static: readonly number[]; readonly broken: string | null }
  | { readonly kind: 'dry'; readonly covered: readonly (readonly number[])[]; readonly ms: readonly number[]; readonly failed: readonly { readonly test: number; readonly why: string }[] }
  | { readonly kind: 'tried'; readonly id: number; readonly killedBy: string | null };

const { code, testFiles, active: first } = workerData as WorkerInput;
const HERE = dirname(fileURLToPath(import.meta.url));
const HARNESS = pathToFileURL(join(HERE, 'harness.ts')).href;
const FAST_CHECK = pathToFileURL(createRequire(import.meta.url).resolve('fast-check')).href;

/** fast-check with few runs and one seed: a mutant is found quickly, or by another test. */
const FEW_RUNS = 'mutation:fast-check';
const FEW_RUNS_CODE = `import fc from ${JSON.stringify(FAST_CHECK)};
export default { ...fc, assert: (property, parameters) => fc.assert(property, { ...parameters, numRuns: 20, seed: 20261125, endOnFailure: true }) };`;

let active = first;
let covered = new Set<number>();
// Every mutant asks this: is it on? Asked with none on, it is noted as reached.
(globalThis as { __m?: (id: number) => boolean }).__m = (id) => {
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

async function runTest(test: Test): Promise<string | null> {
  try {
    await test.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function dry(tests: readonly Test[]): Promise<Reply> {
  const all: number[][] = [];
  const ms: number[] = [];
  const failed: { test: number; why: string }[] = [];
  for (const [index, test] of tests.entries()) {
    covered = new Set();
    const start = performance.now();
    const why = await runTest(test);
    if (why !== null) failed.push({ test: index, why: why.slice(0, 200) });
    ms.push(performance.now() - start);
    all.push([...covered]);
  }
  return { kind: 'dry', covered: all, ms, failed };
}

async function attempt(tests: readonly Test[], id: number, numbers: readonly number[]): Promise<Reply> {
  active = id;
  for (const number of numbers) {
    const test = tests[number];
    if (test && (await runTest(test)) !== null) {
      active = -1;
      return { kind: 'tried', id, killedBy: test.name };
    }
  }
  active = -1;
  return { kind: 'tried', id, killedBy: null };
}

let broken: string | null = null;
const { tests } = (await import(HARNESS)) as typeof Harness;
for (const file of testFiles) {
  try {
    await import(file);
  } catch (error) {
    broken ??= error instanceof Error ? error.message : String(error);
  }
}
const loaded = [...covered];
parentPort?.on('message', (ask: Ask) => { void (ask.kind === 'dry' ? dry(tests) : attempt(tests, ask.id, ask.tests)).then(say); });
say({ kind: 'ready', tests: tests.map(({ name }) => name), static: loaded, broken });
