/**
 * 100,000 histories of the client and the publisher over a disk that forgets (`WAYMARK_HISTORIES` for another number, `WAYMARK_SIM_SEED`
 * for another first seed); then each planted bug is looked for from the first seed on, and the seed that finds it is told.
 */
import { availableParallelism } from 'node:os';
import type { Series } from '../../scripts/lib/bench.ts';
import { PLANTS } from '../update-sim/plants.ts';
import { runSimulation, tellFound } from '../update-sim/run-simulation.ts';

export const name = 'update-sim';
export const onlyNamed = true;

/** A planted bug has to be found within so many. */
const FOR_A_PLANT = 2_000;
const TELL_EACH = 1_000;

export async function run(): Promise<readonly Series[]> {
  const [count, first] = [Number(process.env['WAYMARK_HISTORIES'] ?? 100_000), Number(process.env['WAYMARK_SIM_SEED'] ?? 1)];
  const threads = availableParallelism();
  const start = performance.now();
  let told = 0;
  const { played, found } = await runSimulation({
    first, count, threads,
    onPlayed: (so) => {
      if (so < told + TELL_EACH) return;
      told = so;
      process.stdout.write(`  ${so} histories played, none breaks\n`);
    },
  });
  if (found) throw new Error(tellFound(found));
  const ms = (performance.now() - start) / played;
  process.stdout.write(`  ${played} histories from seed ${first}: all held\n`);
  for (const plant of Object.keys(PLANTS)) {
    const hunt = await runSimulation({ first: 1, count: FOR_A_PLANT, plant });
    if (!hunt.found) throw new Error(`${plant}: not found in ${hunt.played} histories`);
    process.stdout.write(`  ${plant}: found by seed ${hunt.found.seed}: ${hunt.found.message}\n`);
  }
  return [{ label: `a history, ${threads} threads`, unit: 'ms', samples: [ms] }];
}
