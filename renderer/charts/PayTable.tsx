import type { Provenance } from '../../shared/domain/facts.ts';
import { Figure } from '../components/Figure.tsx';
import { useT } from '../components/translator-context.tsx';
import type { PayPoints } from './pay-scale.ts';
import { payWords } from './pay-words.ts';

const POINTS = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;

interface PayTableProps {
  readonly rows: readonly { readonly key: string; readonly label: string; readonly pay: PayPoints; readonly from: Provenance }[];
}

/** The strips' figures as a table, one click away, for whoever reads numbers better than pictures. */
export function PayTable({ rows }: PayTableProps) {
  const t = useT();
  return (
    <details className="chart-table">
      <summary>{t.t('chart.asTable')}</summary>
      <div className="chart-table-scroll" tabIndex={0} role="group" aria-label={t.t('chart.pay.caption')}>
        <table>
          <caption className="only-heard">{t.t('chart.pay.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t.t('chart.pay.whose')}</th>
              {POINTS.map((point) => <th key={point} scope="col" className="is-number">{t.t(`chart.pay.${point}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, pay, from }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {POINTS.map((point) => <td key={point} className="is-number">{pay[point] === null ? t.t('unknown.not-published') : <Figure what={`${label}: ${t.t(`chart.pay.${point}`)}`} value={payWords(pay[point], pay, t)} from={from} />}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
