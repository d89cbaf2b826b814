/**
 * The client and the publisher over a disk that forgets, a clock that jumps, sticks that are pulled and repositories that lie
 * (`test/update-sim`): histories drawn from seeds. `WAYMARK_HISTORIES` asks for more of them (2,000 take
 * minutes), `WAYMARK_SIM_SEED` for others; `npm run bench -- update-sim` plays 100,000.
 */
import { describe, expect, test } from 'vitest';
import { PLANTS } from '../../test/update-sim/plants.ts';
import { runSimulation, tellFound } from '../../test/update-sim/run-simulation.ts';

const COUNT = Number(process.env['WAYMARK_HISTORIES'] ?? 200);
const FIRST = Number(process.env['WAYMARK_SIM_SEED'] ?? 1);

test('what was verified stays readable, is never older, and the next good update succeeds, whatever happens on the way', async () => {
  const { played, found } = await runSimulation({ first: FIRST, count: COUNT });
  expect(found && tellFound(found)).toBeNull();
  expect(played).toBe(COUNT);
}, 120_000 + COUNT * 10_000);

describe('the simulation finds', () => {
  test.each(Object.entries(PLANTS))('%s', async (plant, { seed }) => {
    const { found } = await runSimulation({ first: seed, count: 1, plant });
    expect(found?.seed, `not found by seed ${seed}: look for another by npm run bench -- update-sim`).toBe(seed);
  }, 240_000);
});
