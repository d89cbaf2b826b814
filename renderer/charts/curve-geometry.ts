/** Places of the cumulative picture, in pixels of the plot. */
import { extent, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { CurvePoint } from '../../shared/domain/results.ts';
import { addMonths } from '../../shared/kernel/plain-date.ts';
import type { IsoMonth } from '../../shared/kernel/plain-date.ts';

export interface CurveInput {
  readonly points: readonly CurvePoint[];
  /** Months after the start at which the line stays above zero; null when it does not. */
  readonly breakEvenMonth: number | null;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

export interface CurveGeometry {
  readonly paths: readonly string[];
  /** Height at which each line ends. */
  readonly ends: readonly number[];
  readonly zero: number;
  readonly amounts: readonly { readonly y: number; readonly cents: number }[];
  /** The start of a year, at January or at the start itself. */
  readonly years: readonly { readonly x: number; readonly year: number }[];
  readonly blazes: readonly { readonly x: number; readonly index: number }[];
}

/** Room above and below the lines, for the width of a line. */
const EDGE = 6;
const MOST_AMOUNTS = 7;
/** A label of a year needs this many pixels. */
const YEAR_WIDTH = 52;

/** Lines of money ahead, from the start to the horizon, on one scale that always holds zero. */
export function curveGeometry(curves: readonly CurveInput[], startMonth: IsoMonth, { width, height }: Frame): CurveGeometry {
  const all = curves.flatMap((curve) => curve.points);
  const months = Math.max(1, ...all.map((point) => point.month));
  const [low = 0, high = 0] = extent([0, ...all.map((point) => point.cents)]);
  const x = scaleLinear([0, months], [0, width]);
  const y = scaleLinear([low, high === low ? low + 100_000 : high], [height - EDGE, EDGE]).nice(MOST_AMOUNTS);
  const draw = line<CurvePoint>((point) => x(point.month), (point) => y(point.cents)).digits(1);
  const startYear = Number(startMonth.slice(0, 4));
  const firstJanuary = (13 - Number(startMonth.slice(5, 7))) % 12;
  const lastYear = Number(addMonths(startMonth, months).slice(0, 4));
  const every = Math.max(1, Math.ceil((lastYear - startYear + 1) / Math.max(1, Math.floor(width / YEAR_WIDTH))));
  const years = ticks(0, months, months + 1).flatMap((month) => {
    const isJanuary = (month - firstJanuary) % 12 === 0 && month >= firstJanuary;
    const year = startYear + (firstJanuary === 0 ? 0 : 1) + (month - firstJanuary) / 12;
    return isJanuary && (year - startYear) % every === 0 ? [{ x: x(month), year }] : [];
  });
  return {
    paths: curves.map((curve) => draw([...curve.points]) ?? ''),
    ends: curves.map((curve) => y(curve.points.at(-1)?.cents ?? 0)),
    zero: y(0),
    amounts: y.ticks(MOST_AMOUNTS).map((cents) => ({ y: y(cents), cents })),
    years,
    blazes: curves.flatMap(({ breakEvenMonth }, index) => (breakEvenMonth === null ? [] : [{ x: x(breakEvenMonth), index }])),
  };
}
