import { describe, expect, it } from 'vitest';
import { findBenches, lineOf, summarize, time } from './bench.ts';

describe('benchmarks', () => {
  it('are found by what they export, each under a name of its own', async () => {
    const names = (await findBenches()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['service', 'vault-kill']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('are summed up by nearest rank', () => {
    expect(summarize(Array.from({ length: 100 }, (_, at) => 100 - at))).toEqual({ runs: 100, p50: 50, p95: 95, p99: 99, least: 1, most: 100 });
    expect(summarize([3])).toEqual({ runs: 1, p50: 3, p95: 3, p99: 3, least: 3, most: 3 });
  });

  it('leave warm-ups out and say their unit', async () => {
    const seen: number[] = [];
    const series = await time('a thing', 5, (run) => seen.push(run), { warmUps: 2 });
    expect(seen).toEqual([-2, -1, 0, 1, 2, 3, 4]);
    expect(series.samples).toHaveLength(5);
    expect(lineOf({ label: 'memory', unit: 'MB', samples: [120, 130] })).toMatch(/^ {2}memory +2 runs {2}p50 120 MB {2}p95 130 MB {2}spread 120–130 MB$/);
  });
});
