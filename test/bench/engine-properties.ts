/** The engine's properties, a hundred thousand runs each; the seed is printed by the runner when one fails. */
import fc from 'fast-check';
import type { Series } from '../../scripts/lib/bench.ts';
import { ENGINE_PROPERTIES } from '../engine/properties.ts';

export const name = 'engine-properties';
const RUNS = 100_000;

export function run(): Promise<readonly Series[]> {
  return Promise.resolve(ENGINE_PROPERTIES.map(({ name: label, property }) => {
    const start = performance.now();
    fc.assert(property, { numRuns: RUNS });
    return { label, unit: `s for ${RUNS} runs`, samples: [(performance.now() - start) / 1000] };
  }));
}
