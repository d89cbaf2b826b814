import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { convertDollars } from '../money/prices.ts';
import type { PricePoint } from '../money/prices.ts';
import type { GoodJobFloor } from '../results.ts';

/** A published good-job definition: floors by age in the dollars of one year. */
export interface FloorDefinition {
  readonly id: string;
  readonly source: string;
  readonly vintage: string;
  readonly dollarsOf: number;
  readonly bands: readonly { readonly fromAge: number; readonly toAge: number | null; readonly floor: number }[];
}

/**
 * The floor for an age in the dollars of the pay it is compared with. An age below the first
 * band (a teen) takes the first band: the job is judged as a grown worker's.
 * Source: Georgetown CEW, definitions as data; conversion by CPI-U.
 */
export function goodJobFloor(
  definition: FloorDefinition, age: number, prices: readonly PricePoint[], payDate: { readonly year: number; readonly month: number },
): Result<GoodJobFloor, { readonly missing: number }> {
  const band = definition.bands.find((each) => age >= each.fromAge && (each.toAge === null || age <= each.toAge)) ?? (age < (definition.bands[0]?.fromAge ?? 0) ? definition.bands[0] : definition.bands.at(-1));
  if (!band) return err({ missing: definition.dollarsOf });
  const converted = convertDollars(band.floor, prices, { year: definition.dollarsOf, month: 0 }, payDate);
  if (!converted.ok) return converted;
  return ok({
    definition: definition.id,
    age,
    floor: {
      value: converted.value, high: null, atLeast: false, unit: 'usd-per-year', unknown: null,
      from: { source: definition.source, evidence: null, vintage: definition.vintage, area: null, basis: 'estimate', method: 'floor-in-pay-dollars' },
    },
    published: band.floor,
    dollarsOf: definition.dollarsOf,
  });
}
