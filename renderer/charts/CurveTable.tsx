import { addMonths } from '../../shared/kernel/plain-date.ts';
import type { IsoMonth } from '../../shared/kernel/plain-date.ts';
import { useT } from '../components/translator-context.tsx';
import type { CurveLine } from './curve-line.ts';

interface CurveTableProps {
  readonly lines: readonly CurveLine[];
  readonly startMonth: IsoMonth;
  readonly horizonYears: number;
  /** Whether the lines are ahead of the job of now, not of jobs without training. */
  readonly own: 'yes' | 'no';
}

/** The cumulative picture as a table: one row a year, one column a way. */
export function CurveTable({ lines, startMonth, horizonYears, own }: CurveTableProps) {
  const t = useT();
  const years = Array.from({ length: horizonYears }, (_, index) => index + 1);
  return (
    <details className="chart-table">
      <summary>{t.t('chart.asTable')}</summary>
      <div className="chart-table-scroll" tabIndex={0} role="group" aria-label={t.t('chart.curve.caption', { own })}>
        <table>
          <caption className="only-heard">{t.t('chart.curve.caption', { own })}</caption>
          <thead>
            <tr>
              <th scope="col">{t.t('chart.curve.when')}</th>
              {lines.map((line) => <th key={line.key} scope="col" className="is-number">{line.name}</th>)}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year}>
                <th scope="row">{t.date(addMonths(startMonth, year * 12))}</th>
                {lines.map((line) => {
                  const cents = line.points.find((point) => point.month === year * 12)?.cents ?? 0;
                  return <td key={line.key} className="is-number">{line.say(cents, year * 12)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
