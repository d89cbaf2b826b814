/** One scale of yearly pay for all strips of a screen. Places are percent of the width, so that strips need no measuring. */
import { extent, tickStep, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { PayFacts } from '../../shared/domain/facts.ts';

/** What a strip draws: published percentiles, whole dollars a year. */
export type PayPoints = Pick<PayFacts, 'p10' | 'p25' | 'p50' | 'p75' | 'p90' | 'topCoded'>;

export interface PayScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Percent of the width at which an amount lies. */
  at(dollars: number): number;
}

/** Room at both ends, percent: half of a cap's line, and a label that stands over the last tick. */
const EDGE = 3;
/** What is shown when nothing is known: an axis still says what would stand there. */
const EMPTY: readonly [number, number] = [20_000, 100_000];

/** The amounts that a strip shows. */
export const amountsOf = (pay: PayPoints): number[] => [pay.p10, pay.p25, pay.p50, pay.p75, pay.p90].filter((value) => value !== null);

/** The ends of a scale are whole tenths of it, so that no strip begins far inside. */
const FINE = 10;

/**
 * A scale that holds every amount given, widened to whole thousands, with about `some` labeled ticks.
 * Example: amounts of 26,881 to 106,180 give 20,000 to 110,000 with a tick every 20,000.
 */
export function payScale(amounts: readonly number[], some = 5): PayScale {
  const [lowest, highest] = extent(amounts);
  const [from, to] = lowest === undefined || highest === undefined ? EMPTY : lowest === highest ? [lowest * 0.8, highest * 1.2 + 1] : [lowest, highest];
  const step = tickStep(from, to, FINE);
  const [low, high] = [Math.floor(from / step) * step, Math.ceil(to / step) * step];
  const scale = scaleLinear([low, high], [EDGE, 100 - EDGE]).clamp(true);
  return { low, high, ticks: ticks(low, high, some), at: (dollars) => scale(dollars) };
}
