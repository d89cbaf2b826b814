import { addMonths } from '../../shared/kernel/plain-date.ts';
import type { IsoMonth } from '../../shared/kernel/plain-date.ts';
import type { Translator } from '../../shared/i18n/translator.ts';
import { useT } from '../components/translator-context.tsx';
import { CurveTable } from './CurveTable.tsx';
import { curveGeometry } from './curve-geometry.ts';
import type { CurveLine } from './curve-line.ts';
import { axisWords } from './pay-words.ts';
import { spreadLabels } from './spread-labels.ts';
import { useWidth } from './use-width.ts';
import './curve.css';

interface CumulativeCurveProps {
  readonly lines: readonly CurveLine[];
  readonly startMonth: IsoMonth;
  readonly horizonYears: number;
  /** Whether the lines are ahead of the job of now, not of jobs without training. */
  readonly own: 'yes' | 'no';
}

const HEIGHT = 252;
const AXIS_LEFT = 62;
const AXIS_BOTTOM = 26;
const LABELS = 158;
/** Mean width of a letter of a label's name; names that need more room take a second line. */
const LETTER = 7.2;
const LINE_HEIGHT = 17;

function sentence({ lines, startMonth, horizonYears, own }: CumulativeCurveProps, t: Translator): string {
  const each = lines.map(({ name, aheadCents, breakEvenMonth }) => {
    const money = t.dollars(Math.round(Math.abs(aheadCents) / 100));
    const end = t.t(aheadCents < 0 ? 'chart.curve.behind' : 'chart.curve.ahead', { name, money });
    return breakEvenMonth === null ? `${end} ${t.t('chart.curve.never')}` : `${end} ${t.t('chart.curve.from', { month: t.date(addMonths(startMonth, breakEvenMonth)) })}`;
  });
  return [t.t('chart.curve.title', { own, years: horizonYears, start: t.date(startMonth) }), ...each].join(' ');
}

/** Money ahead of what the ways are compared with, added up: zero in ink, a blaze where a line stays ahead, names at the ends. */
export function CumulativeCurve(props: CumulativeCurveProps) {
  const { lines, startMonth, horizonYears, own } = props;
  const t = useT();
  const { width, ref } = useWidth(640);
  const plot = { width: Math.max(120, width - AXIS_LEFT - LABELS), height: HEIGHT };
  const drawn = curveGeometry(lines, startMonth, plot);
  const nameLines = Math.max(1, ...lines.map((each) => Math.ceil((each.name.length * LETTER) / LABELS)));
  const labelHeight = (nameLines + 1) * LINE_HEIGHT + 6;
  const places = spreadLabels(drawn.ends, labelHeight, 0, HEIGHT + AXIS_BOTTOM);
  return (
    <div className="curve">
      <div className="curve-plot" ref={ref}>
        <svg role="img" aria-label={sentence(props, t)} width={plot.width + AXIS_LEFT + 8} height={HEIGHT + AXIS_BOTTOM}>
          {drawn.amounts.map(({ y, cents }) => (
            <g key={cents}>
              {cents === 0 ? null : <line className="curve-grid" x1={AXIS_LEFT} x2={AXIS_LEFT + plot.width} y1={y} y2={y} />}
              <text className="curve-axis" x={AXIS_LEFT - 8} y={y + 4} textAnchor="end">{axisWords(cents / 100, t)}</text>
            </g>
          ))}
          {drawn.years.map(({ x, year }) => <text key={year} className="curve-axis" x={AXIS_LEFT + x} y={HEIGHT + AXIS_BOTTOM - 5} textAnchor="middle">{year}</text>)}
          <line className="curve-zero" x1={AXIS_LEFT} x2={AXIS_LEFT + plot.width} y1={drawn.zero} y2={drawn.zero} />
          {lines.map((each, index) => <path key={each.key} className={`curve-line line-${each.line}`} transform={`translate(${AXIS_LEFT} 0)`} d={drawn.paths[index]} />)}
          {drawn.blazes.map(({ x, index }) => <rect key={index} className="curve-blaze" x={AXIS_LEFT + x - 3.5} y={drawn.zero - 9} width="7" height="18" rx="1.5" />)}
        </svg>
        {lines.map((each, index) => (
          <span key={each.key} className={`curve-end line-${each.line}`} style={{ '--top': `${(places[index] ?? 0) - labelHeight / 2}px` }}>
            <span className="curve-name">{each.name}</span>
            <span className="curve-ahead">{each.say(each.aheadCents, horizonYears * 12)}</span>
          </span>
        ))}
      </div>
      <CurveTable lines={lines} startMonth={startMonth} horizonYears={horizonYears} own={own} />
    </div>
  );
}
