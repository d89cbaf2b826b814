import { shapedInt, shapedObject } from '../shape.ts';
import type { ShapedValue } from '../shape.ts';

/** The poverty guideline for one person in the 48 states and DC, dollars a year (HHS). */
export const POVERTY_SHAPE = shapedObject({ year: shapedInt({ min: 1982, max: 2100 }), onePerson: shapedInt({ min: 1 }) });
export type PovertyGuideline = ShapedValue<typeof POVERTY_SHAPE>;

/** A multiple of the guideline, dollars. Example: 150 % of 15,960 (2026) is 23,940. */
export function povertyMultiple({ onePerson }: PovertyGuideline, permille: number): number {
  return (onePerson * permille) / 1000;
}
