import type { ReactNode } from 'react';
import type { PayPoints, PayScale } from './pay-scale.ts';
import { stripShape } from './strip-shape.ts';
import './strips.css';

/** Whose pay a strip shows: by verdict in lists, by line of the comparison, or what others are compared with. */
export type StripTone = 'high' | 'stepping' | 'modest' | 'limited' | 'unknown' | 'line-1' | 'line-2' | 'line-3' | 'line-4' | 'plain';
export type StripSize = 'row' | 'table' | 'page';

/** Heights in pixels: of the whole, of the box, and of its middle. */
const SIZES: Readonly<Record<StripSize, { readonly height: number; readonly box: number; readonly middle: number }>> = {
  row: { height: 34, box: 11, middle: 10 },
  table: { height: 44, box: 15, middle: 15 },
  page: { height: 40, box: 16, middle: 13 },
};

interface PayStripProps {
  readonly pay: PayPoints;
  readonly scale: PayScale;
  /** The good-job line, dollars a year; null where there is none. */
  readonly floor: number | null;
  readonly tone: StripTone;
  readonly size: StripSize;
  /** What others are compared with is hollow and dashed. */
  readonly hollow?: boolean;
  /** Draws the ticks of the scale behind the strip. */
  readonly grid?: boolean;
  /** The strip in a sentence. */
  readonly sentence: string;
  /** What stands under the tick, most often the median as a figure that opens its source. */
  readonly median?: ReactNode;
}

/** Nearer to an end than this, percent, what stands under the tick keeps to that end. */
const EDGE = 14;

const percent = (place: number): string => `${place}%`;

/** Pay of one job: whisker p10 to p90, box p25 to p75, tick at the median, the good-job line across. */
export function PayStrip({ pay, scale, floor, tone, size, hollow = false, grid = false, sentence, median }: PayStripProps) {
  const { height, box, middle } = SIZES[size];
  const shape = stripShape(pay, scale);
  const cap = box / 2 - 2;
  const place = shape.beyond ? 100 : shape.tick;
  return (
    <div className={`strip strip-${size} tone-${tone}${hollow ? ' is-hollow' : ''}`}>
      <svg role="img" aria-label={sentence} width="100%" height={height}>
        {grid ? scale.ticks.map((tick) => <line key={tick} className="strip-grid" x1={percent(scale.at(tick))} x2={percent(scale.at(tick))} y1="0" y2={height} />) : null}
        {floor === null ? null : <line className="strip-floor" x1={percent(scale.at(floor))} x2={percent(scale.at(floor))} y1="0" y2={height} />}
        {shape.whisker ? <line className="strip-whisker" x1={percent(shape.whisker[0])} x2={percent(shape.whisker[1])} y1={middle} y2={middle} /> : null}
        {shape.caps.map((place, index) => <line key={index} className="strip-whisker" x1={percent(place)} x2={percent(place)} y1={middle - cap} y2={middle + cap} />)}
        {shape.box ? (
          <rect className="strip-box" x={percent(shape.box[0])} width={percent(Math.max(0.4, shape.box[1] - shape.box[0]))} y={middle - box / 2} height={box} />
        ) : null}
        {shape.tick === null ? null : <line className="strip-tick" x1={percent(shape.tick)} x2={percent(shape.tick)} y1={middle - box / 2 - 3} y2={middle + box / 2 + 3} />}
        {/* A nested svg stands where the last figure is, so that the arrow keeps its shape at any width. */}
        {shape.open === null ? null : (
          <svg x={percent(shape.open)} y={middle} overflow="visible"><path className="strip-open" d="M0 0H9M5 -4L9 0L5 4" /></svg>
        )}
      </svg>
      {median === undefined || place === null ? null : <span className={`strip-median${place < EDGE ? ' is-first' : place > 100 - EDGE ? ' is-last' : ''}`} style={{ '--at': percent(place) }}>{median}</span>}
    </div>
  );
}
