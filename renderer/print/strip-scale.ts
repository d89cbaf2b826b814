import type { PrintStrip } from '../../shared/print/model.ts';

/** Ticks of whole thousands that cover a span, with at most `most` spaces between them. */
function ticksOf(low: number, high: number, most: number): number[] {
  const step = [5_000, 10_000, 20_000, 25_000, 50_000, 100_000].find((each) => Math.ceil(high / each) - Math.floor(low / each) <= most) ?? 200_000;
  const first = Math.floor(low / step) * step;
  return Array.from({ length: Math.ceil((high - first) / step) + 1 }, (_, index) => first + index * step);
}

export interface StripScale {
  readonly ticks: readonly number[];
  readonly low: number;
  readonly high: number;
  /** Place of an amount between `left` and `right`. */
  readonly x: (value: number) => number;
}

/** One scale for every strip of a block and its good-job line, between two edges in CSS pixels. */
export function stripScale(strips: readonly PrintStrip[], floor: number | null, edges: { readonly left: number; readonly right: number }, most: number): StripScale {
  const values = strips.flatMap((each) => [each.p10, each.p25, each.p50, each.p75, each.p90].filter((value) => value !== null));
  const ticks = ticksOf(Math.min(...values, floor ?? Infinity), Math.max(...values, floor ?? -Infinity), most);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return { ticks, low, high, x: (value) => edges.left + ((value - low) / (high - low)) * (edges.right - edges.left) };
}
