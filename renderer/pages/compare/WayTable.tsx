import type { CompareFacts } from '../../../shared/contract/reference.ts';
import type { CompareAssumptions } from '../../../shared/domain/results.ts';
import { PayStrip } from '../../charts/PayStrip.tsx';
import { amountsOf, payScale } from '../../charts/pay-scale.ts';
import { axisWords, paySentence } from '../../charts/pay-words.ts';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { MedianFigure } from '../credential/FactFigures.tsx';
import { WayRow } from './WayRow.tsx';
import { ownOf } from './compare-view.ts';
import type { Way } from './compare-view.ts';

interface WayTableProps {
  readonly ways: readonly Way[];
  readonly baseline: CompareFacts['baseline'];
  readonly floor: number | null;
  /** What was counted on, at the prices in force. */
  readonly assumptions: CompareAssumptions;
}

/** One row a way: time, money, pay on one scale, and when it is ahead; last what all are compared with. */
export function WayTable({ ways, baseline, floor, assumptions }: WayTableProps) {
  const t = useT();
  const pays = [...ways.flatMap((way) => way.credential.row.pay ?? []), ...(baseline && !assumptions.ownWage ? [baseline.pay] : [])];
  const scale = payScale([...pays.flatMap(amountsOf), ...(floor === null ? [] : [floor])]);
  const longest = Math.max(0, ...ways.map((way) => way.route.months ?? 0));
  const own = assumptions.ownWage;
  const noTraining = t.t('compare.noTraining', { own: ownOf(assumptions) });
  return (
    <Panel isFlush className="ways">
      <div className="wide-table ways-scroll" tabIndex={0} role="group" aria-label={t.t('nav.compare')}>
        <table className="ways-table">
          <thead>
            <tr>
              <th scope="col">{t.t('compare.column.way')}</th>
              <th scope="col">{t.t('compare.column.time')}</th>
              <th scope="col" className="is-number">{t.t('compare.column.cost')}</th>
              <th scope="col" className="ways-pay">
                {t.t('compare.column.pay')}
                <span className="ways-axis" aria-hidden="true">{scale.ticks.map((tick) => <span key={tick} style={{ '--at': `${scale.at(tick)}%` }}>{axisWords(tick, t)}</span>)}</span>
              </th>
              <th scope="col" className="is-number">{t.t('compare.column.ahead')}</th>
              <th scope="col"><span className="only-heard">{t.t('compare.column.actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {ways.map((way, index) => (
              <WayRow key={way.credential.row.id} way={way} scale={scale} floor={floor} longest={longest} isFirst={index === 0} isLast={index === ways.length - 1} assumptions={assumptions} />
            ))}
            <tr className="ways-base">
              <th scope="row"><span className="way-name">{noTraining}</span><span className="small quiet">{t.t('compare.noTraining.sub')}</span></th>
              <td>{t.t('compare.now')}</td>
              <td className="is-number">{t.cents(0)}</td>
              <td className="ways-pay">
                {own ? <span>{t.t('compare.ownPay', { amount: t.dollars(Math.round((own.centsPerHour * own.hoursPerWeek * 52) / 100)), hours: own.hoursPerWeek, prices: assumptions.prices ?? 'here' })}</span> : baseline ? <PayStrip pay={baseline.pay} scale={scale} floor={floor} tone="plain" size="table" hollow grid sentence={paySentence(noTraining, baseline.pay, t)} median={<MedianFigure pay={baseline.pay} name={noTraining} />} /> : <span className="quiet">{t.t('compare.payUnknown')}</span>}
              </td>
              <td /><td />
            </tr>
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
