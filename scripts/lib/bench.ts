/** Benchmarks: how they are found, how a figure is sampled, and how samples are told. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './paths.ts';

/** Samples of one figure. */
export interface Series {
  readonly label: string;
  readonly unit: string;
  readonly samples: readonly number[];
}

/** A module of test/bench that exports these is a benchmark; others there are helpers. */
export interface Bench {
  readonly name: string;
  /** True when it reads the flags that follow its name. */
  readonly takesFlags?: true;
  /** True when it takes so long that it runs only when it is named. */
  readonly onlyNamed?: true;
  run(flags: readonly string[]): Promise<readonly Series[]>;
}

export interface Summary {
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly least: number;
  readonly most: number;
}

/** The value below which a share of the samples lies (nearest rank). */
function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
export function summarize(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  return { runs: sorted.length, p50: rank(sorted, 0.5), p95: rank(sorted, 0.95), p99: rank(sorted, 0.99), least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
}

/** Times `action` in milliseconds, `runs` times after `warmUps` that do not count. */
export async function time(label: string, runs: number, action: (run: number) => unknown, { warmUps = 3 }: { readonly warmUps?: number } = {}): Promise<Series> {
  const samples: number[] = [];
  for (let run = -warmUps; run < runs; run += 1) {
    const start = performance.now();
    await action(run);
    if (run >= 0) samples.push(performance.now() - start);
  }
  return { label, unit: 'ms', samples };
}

/** A figure with as many places as one reads. Example: `figure(12.345)` is `'12.3'`. */
export const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** One line for people: `search  200 runs  p50 1.2 ms  p95 3.4 ms  spread 0.9–5.0 ms`. */
export function lineOf({ label, unit, samples }: Series): string {
  const { runs, p50, p95, least, most } = summarize(samples);
  return `  ${label.padEnd(44)} ${String(runs).padStart(5)} runs  p50 ${figure(p50)} ${unit}  p95 ${figure(p95)} ${unit}  spread ${figure(least)}–${figure(most)} ${unit}`;
}

const isBench = (module: object): module is Bench => 'name' in module && typeof module.name === 'string' && 'run' in module && typeof module.run === 'function';

/** Every benchmark of test/bench, by name. */
export async function findBenches(): Promise<readonly Bench[]> {
  const folder = join(ROOT, 'test', 'bench');
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort();
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<object>));
  return modules.filter(isBench).sort((a, b) => (a.name < b.name ? -1 : 1));
}
