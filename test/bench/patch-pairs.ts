/** A patch made and laid over its base is the identity: random pairs of small editions (`--pairs`, or `WAYMARK_PAIRS`; 5,000 by themselves), every row compared and the digest checked. */
import { deepStrictEqual } from 'node:assert';
import { parseArgs } from 'node:util';
import { editedEdition } from '../../db/pack/patch/test-edits.ts';
import { inMemory } from '../../db/pack/patch/test-in-memory.ts';
import { seededRandom, testEdition } from '../../db/pack/test-edition.ts';
import type { Series } from '../../scripts/lib/bench.ts';

export const name = 'patch-pairs';
export const takesFlags = true;
export const onlyNamed = true;

const PAIRS = '5000';
const LARGEST = 10;
const SEEDS = 2 ** 31;

export async function run(flags: readonly string[]): Promise<readonly Series[]> {
  const { values } = parseArgs({ args: [...flags], options: { pairs: { type: 'string' }, seed: { type: 'string' } } });
  const pairs = Number(values.pairs ?? process.env['WAYMARK_PAIRS'] ?? PAIRS);
  const seed = Number(values.seed ?? Math.floor(Math.random() * SEEDS));
  const samples: number[] = [];
  const changed = { delete: 0, insert: 0, update: 0 };
  for (let index = 0; index < pairs; index += 1) {
    const random = seededRandom(seed + index);
    const from = testEdition(Math.floor(random() * SEEDS), Math.floor(random() * LARGEST));
    // From nothing changed to everything.
    const to = editedEdition(from, Math.floor(random() * SEEDS), random() ** 2);
    const start = performance.now();
    try {
      const { rows, changes } = await inMemory(from, to);
      deepStrictEqual(rows, to);
      for (const { kind } of changes) changed[kind] += 1;
    } catch (cause) {
      throw new Error(`another edition came out, --seed ${seed + index} --pairs 1`, { cause });
    }
    samples.push(performance.now() - start);
  }
  process.stdout.write(`  seed ${seed}: ${samples.length} pairs, all the same after it; ${changed.insert} rows new, ${changed.update} changed, ${changed.delete} gone\n`);
  return [{ label: 'one pair', unit: 'ms', samples }];
}
