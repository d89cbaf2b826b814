import type { GoodJobFloor } from '../results.ts';

/** A regional price parity in thousandths: the nation is 100,000. */
export const NATION_PARITY_MILLI = 100_000;

/**
 * A floor at the prices of a place, whole dollars: the nation's floor times the place's regional
 * price parity (BEA, all items). Without a parity the floor is not known: the nation's would claim
 * prices that nobody measured there.
 *
 * Example: 47,233 where prices are 92.145 % of the nation's is 43,523.
 */
export function floorAtPrices(floor: GoodJobFloor, parityMilli: number | null): GoodJobFloor {
  const { value } = floor.floor;
  if (parityMilli === null || value === null) return { ...floor, priceParityMilli: parityMilli, floor: { ...floor.floor, value: null, unknown: 'not-published' } };
  return {
    ...floor, priceParityMilli: parityMilli,
    floor: { ...floor.floor, value: Math.round((value * parityMilli) / NATION_PARITY_MILLI), from: { ...floor.floor.from, method: 'floor-at-area-prices' } },
  };
}
