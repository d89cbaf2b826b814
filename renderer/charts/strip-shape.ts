import { amountsOf } from './pay-scale.ts';
import type { PayPoints, PayScale } from './pay-scale.ts';

/** A strip as it is drawn, in percent of the width. A part whose figures are missing is left out, never guessed. */
export interface StripShape {
  readonly whisker: readonly [number, number] | null;
  /** Ends that are published: the tenth and the ninetieth of a hundred. */
  readonly caps: readonly number[];
  readonly box: readonly [number, number] | null;
  readonly tick: number | null;
  /** The upper end is "at least", or lies beyond the scale: it is drawn as an arrow that goes on. */
  readonly open: number | null;
  /** The median itself lies beyond the scale. */
  readonly beyond: boolean;
}

/** The strip of published percentiles on a scale. */
export function stripShape(pay: PayPoints, scale: PayScale): StripShape {
  const known = amountsOf(pay);
  const isBeyond = (value: number | null): boolean => value !== null && value > scale.high;
  const at = (value: number | null): number | null => (value === null || isBeyond(value) ? null : scale.at(value));
  const [p10, p25, p50, p90] = [at(pay.p10), at(pay.p25), at(pay.p50), at(pay.p90)];
  const highest = known.length === 0 ? null : scale.at(Math.max(...known));
  const lowest = known.length === 0 ? null : scale.at(Math.min(...known));
  const goesOn = pay.topCoded || known.some(isBeyond);
  const reaches = pay.p10 !== null || pay.p90 !== null || goesOn;
  const open = goesOn ? highest : null;
  return {
    whisker: reaches && lowest !== null && highest !== null && (lowest < highest || open !== null) ? [lowest, highest] : null,
    caps: [p10, open === null ? p90 : null].filter((value) => value !== null),
    box: p25 === null || pay.p75 === null ? null : [p25, scale.at(pay.p75)],
    tick: p50,
    open,
    beyond: isBeyond(pay.p50),
  };
}
