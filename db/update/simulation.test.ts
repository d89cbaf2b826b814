/**
 * The client and the publisher over a disk that forgets, a clock that jumps, sticks that are pulled and repositories that lie
 * (`test/update-sim`): histories drawn from seeds. `WAYMARK_HISTORIES` asks for more or fewer of them, `WAYMARK_SIM_SEED` for
 * others; `npm run bench -- update-sim` plays 100,000.
 */
import { describe, expect, test } from 'vitest';
import type { History } from '../../test/update-sim/events.ts';
import { PLANTS } from '../../test/update-sim/plants.ts';
import { playHistories, runSimulation, tellFound } from '../../test/update-sim/run-simulation.ts';

const COUNT = Number(process.env['WAYMARK_HISTORIES'] ?? 2_000);
const FIRST = Number(process.env['WAYMARK_SIM_SEED'] ?? 1);

test('what was verified stays readable, is never older, and the next good update succeeds, whatever happens on the way', async () => {
  const { played, found } = await runSimulation({ first: FIRST, count: COUNT, threads: 2 });
  expect(found && tellFound(found)).toBeNull();
  expect(played).toBe(COUNT);
}, 120_000 + COUNT * 1_000);

test.each([
  ['the stick is out', 'pulled', 'stick'], ['the power goes', 'cut', 'stick'], ['there is no more room', 'full', 'stick'], ['the power goes in one over the wire', 'cut', 'wire'],
] as const)('an update that breaks off at any of its operations, one after another, since %s, loses nothing', async (_what, kind, way) => {
  const broken = (at: number): History => ({
    seed: at, builds: false, events: [
      { kind: 'copy', trick: 'none', pulledAfter: 1e9, seed: at },
      { kind: 'update', way, trick: 'none', trouble: { kind, at }, breaksAfter: 1e9, ranges: true, seed: at },
    ],
  });
  const answers: Awaited<ReturnType<typeof playHistories>>[number][] = [];
  // As long as the last one still had the operation at which it was to break off.
  do answers.push(...await playHistories(Array.from({ length: 50 }, (_each, at) => broken(answers.length + at)))); while (answers.at(-1)?.troubled === 1);
  expect(answers.flatMap(({ message }, at) => (message === null ? [] : [`operation ${at}: ${message}`]))).toEqual([]);
  const operations = answers.filter(({ troubled }) => troubled > 0).length;
  expect(operations).toBeGreaterThan(20);
  expect(answers.slice(0, operations).every(({ troubled }) => troubled === 1)).toBe(true);
}, 240_000);

describe('the simulation finds', () => {
  test.each(Object.entries(PLANTS))('%s', async (plant, { seed }) => {
    const { found } = await runSimulation({ first: seed, count: 1, plant });
    expect(found?.seed, `not found by seed ${seed}: look for another by npm run bench -- update-sim`).toBe(seed);
  }, 240_000);
});
