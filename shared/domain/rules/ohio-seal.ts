import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { shapedInt, shapedObject } from '../shape.ts';
import type { ShapedValue } from '../shape.ts';
import type { Truth } from '../value/ladder.ts';

/** How many points in one career field earn a state's seal. */
export const POINTS_SEAL_SHAPE = shapedObject({ points: shapedInt({ min: 1, max: 100 }) });
export type PointsSealRule = ShapedValue<typeof POINTS_SEAL_SHAPE>;

/** One earned credential: points of the state's list (null: not known), or a state license that needs an exam. */
export type SealItem =
  | { readonly field: string; readonly points: number | null }
  | { readonly field: string; readonly licenseWithExam: boolean };

export interface Seal {
  readonly earned: Truth;
  /** Field with most known points, and those points; null when nothing counts. */
  readonly best: { readonly field: string; readonly points: number } | null;
  readonly reason: Reason;
}

/**
 * Ohio's Industry-Recognized Credential Seal: 12 points in one career field, of one credential or
 * several together, or a state license that needs an exam. Points of different fields are not added
 * (Ohio Revised Code 3313.6114(C)(1)).
 */
export function pointsSeal(items: readonly SealItem[], rule: PointsSealRule): Seal {
  const known = new Map<string, number>();
  const open = new Set<string>();
  for (const item of items) {
    if ('licenseWithExam' in item) continue;
    if (item.points === null) open.add(item.field);
    known.set(item.field, (known.get(item.field) ?? 0) + (item.points ?? 0));
  }
  const best = [...known].map(([field, points]) => ({ field, points })).sort((a, b) => b.points - a.points || (a.field < b.field ? -1 : 1))[0] ?? null;
  const license = items.find((item) => 'licenseWithExam' in item && item.licenseWithExam);
  if (license) return { earned: true, best, reason: reason('seal.license', { field: license.field }) };
  if (best !== null && best.points >= rule.points) return { earned: true, best, reason: reason('seal.points', { field: best.field, points: best.points }) };
  const [unknown] = open;
  if (unknown !== undefined) return { earned: 'unknown', best, reason: reason('seal.points-unknown', { field: unknown }) };
  if (best === null) return { earned: false, best, reason: reason('seal.nothing') };
  const total = [...known.values()].reduce((sum, points) => sum + points, 0);
  const short = { field: best.field, points: best.points, missing: rule.points - best.points };
  return { earned: false, best, reason: total >= rule.points ? reason('seal.points-in-several-fields', short) : reason('seal.points-short', short) };
}
