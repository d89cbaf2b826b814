import { MONEY_AHEAD, PRESENT_VALUE } from '../../../shared/domain/ours.ts';
import type { CompareAssumptions } from '../../../shared/domain/results.ts';
import { Figure } from '../../components/Figure.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { ownOf } from './compare-view.ts';
import type { Way } from './compare-view.ts';
import { linesOf, lineWords, signed, valuesAt } from './value-rows.ts';

interface ValuePanelProps {
  readonly ways: readonly Way[];
  readonly assumptions: CompareAssumptions;
}

/** Cents of a thousand dollars: the range rests on assumptions. */
const THOUSAND = 100_000;

/** The range behind the line: lower-paid, middle and better-paid workers, and what it is worth today with its lines. */
export function ValuePanel({ ways, assumptions }: ValuePanelProps) {
  const t = useT();
  const years = assumptions.horizonYears;
  const values = valuesAt(ways, years);
  if (values.length === 0) return null;
  const lines = linesOf(values);
  const amount = (way: Way, cents: number | null) => {
    if (cents === null) return <span className="quiet">{t.t('unknown.not-published')}</span>;
    const value = signed(cents, t, THOUSAND);
    return <Figure what={t.t('figure.ahead', { years, name: t.name(way.credential.row.shortName) })} value={way.route.value?.atMost ? t.t('compare.value.atMost', { amount: value }) : value} from={MONEY_AHEAD} reasons={way.route.reasons} />;
  };
  const today = (way: Way, cents: number, isExact: boolean) => {
    const value = signed(cents, t, isExact ? 100 : THOUSAND);
    return <Figure what={t.t('figure.worthToday', { years, name: t.name(way.credential.row.shortName) })} value={!isExact && way.route.value?.atMost ? t.t('compare.value.atMost', { amount: value }) : value} from={PRESENT_VALUE} reasons={way.route.reasons} />;
  };
  return (
    <Panel title={t.t('compare.value')} note={t.t('compare.value.lead', { years, own: ownOf(assumptions) })}>
      <div className="wide-table" tabIndex={0} role="group" aria-label={t.t('compare.value')}>
        <table className="value-table">
          <thead>
            <tr>
              <th scope="col">{t.t('compare.column.way')}</th>
              {(['low', 'middle', 'high', 'today'] as const).map((column) => <th key={column} scope="col" className="is-number">{t.t(`compare.value.${column}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {values.map(({ way, npvCents }) => (
              <tr key={way.credential.row.id}>
                <th scope="row" className={`line-${way.line}`}><span className="value-name">{t.name(way.credential.row.shortName)}</span>{way.route.value?.isBest ? <span className="value-best">{t.t('compare.value.best')}</span> : null}{way.route.value?.atMost ? <span className="value-note">{t.t('compare.value.isAtMost')}</span> : null}</th>
                <td className="is-number">{amount(way, way.route.value?.lowAheadCents ?? null)}</td>
                <td className="is-number">{amount(way, way.route.aheadCents)}</td>
                <td className="is-number">{amount(way, way.route.value?.highAheadCents ?? null)}</td>
                <td className="is-number">{today(way, npvCents, false)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details className="chart-table">
        <summary>{t.t('compare.value.breakdown')}</summary>
        <div className="wide-table" tabIndex={0} role="group" aria-label={t.t('compare.value.breakdown')}>
          <table>
            <thead>
              <tr><th scope="col">{t.t('compare.value.line')}</th>{values.map(({ way }) => <th key={way.credential.row.id} scope="col" className="is-number">{t.name(way.credential.row.shortName)}</th>)}</tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line}>
                  <th scope="row">{lineWords(line, t, ownOf(assumptions))}</th>
                  {values.map((each) => <td key={each.way.credential.row.id} className="is-number">{today(each.way, each.lines.find((own) => own.line === line)?.cents ?? 0, true)}</td>)}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr><th scope="row"><strong>{t.t('compare.value.sum')}</strong></th>{values.map(({ way, npvCents }) => <td key={way.credential.row.id} className="is-number"><strong>{today(way, npvCents, true)}</strong></td>)}</tr>
            </tfoot>
          </table>
        </div>
      </details>
    </Panel>
  );
}
