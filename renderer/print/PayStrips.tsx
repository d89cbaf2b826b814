import type { PrintStrip } from '../../shared/print/model.ts';
import { StripMark } from './StripMark.tsx';
import { stripScale } from './strip-scale.ts';

interface PayStripsProps {
  readonly strips: readonly PrintStrip[];
  readonly floor: { readonly value: number; readonly label: string } | null;
  readonly alt: string;
  readonly large: boolean;
  readonly wide: boolean;
}

/** Widths in CSS pixels of the place the strips stand in: the narrow column's box, or the page. */
const NARROW = 308;
const WIDE = 660;
const LEFT = 4;

/** Mean width of a letter of Public Sans, in ems; a label that would reach the amount at the end of its line is cut. */
const LETTER = 0.5;
const DIGIT = 0.62;
const cut = (label: string, amount: string, width: number, size: number): string => {
  const letters = Math.floor((width - 2 * LEFT - (amount.length + 0.5) * DIGIT * size) / (LETTER * size));
  return label.length <= letters ? label : `${label.slice(0, letters - 1)}…`;
};

/**
 * Pay of several jobs on one scale: whisker p10 to p90, box p25 to p75, tick at the middle.
 * What the others are compared with is hollow and dashed; the good-job line runs through all.
 */
export function PayStrips({ strips, floor, alt, large, wide }: PayStripsProps) {
  const width = wide ? WIDE : NARROW;
  const size = large ? 17.4 : 11;
  const rowHeight = size * 1.45 + 24;
  const top = floor ? size * 1.5 : 2;
  const edge = size * 1.5;
  const { ticks, low, high, x } = stripScale(strips, floor?.value ?? null, { left: LEFT + edge, right: width - LEFT - edge }, large && !wide ? 4 : 6);
  const bottom = top + strips.length * rowHeight;
  const height = bottom + size * 1.5;
  const floorLabel = floor ? `${floor.label} $${Math.round(floor.value / 100) / 10}k` : '';
  const floorX = floor ? x(floor.value) : 0;
  // Over its line, but never past the edge: in large print the words are nearly as wide as the strips.
  const half = (floorLabel.length * (LETTER + DIGIT) * size) / 4;
  const floorMiddle = Math.min(Math.max(floorX, LEFT + half), width - LEFT - half);
  return (
    <svg className={`strips ${wide ? 'wide' : 'narrow'}`} role="img" aria-label={alt} width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize={size}>
      {floor ? (
        <text x={floorMiddle} y={size} textAnchor="middle">{floorLabel}</text>
      ) : null}
      {strips.map((each, index) => {
        const y = top + index * rowHeight + size * 1.45 + 10;
        return (
          <g key={index}>
            {/* The line runs beside the strips only, never through words. */}
            {floor ? <line x1={floorX} x2={floorX} y1={y - 10} y2={y + 12} stroke="#000" strokeWidth="1.3" strokeDasharray="2 2" /> : null}
            <text x={LEFT} y={y - 13}>{cut(each.label, each.medianLabel, width, size)}</text>
            <text x={width - LEFT} y={y - 13} textAnchor="end" fontWeight="650">{each.medianLabel}</text>
            <StripMark strip={each} x={x} y={y} />
          </g>
        );
      })}
      <line x1={x(low)} x2={x(high)} y1={bottom} y2={bottom} stroke="#000" strokeWidth="0.7" />
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={bottom} y2={bottom + 3} stroke="#000" strokeWidth="0.7" />
          <text x={x(tick)} y={height - 2} textAnchor="middle">{`$${tick / 1000}k`}</text>
        </g>
      ))}
    </svg>
  );
}
