import { MONEY_AHEAD } from '../../../shared/domain/ours.ts';
import type { CompareAssumptions } from '../../../shared/domain/results.ts';
import { PayStrip } from '../../charts/PayStrip.tsx';
import { TimeBar } from '../../charts/TimeBar.tsx';
import type { PayScale } from '../../charts/pay-scale.ts';
import { paySentence } from '../../charts/pay-words.ts';
import { Figure } from '../../components/Figure.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Link } from '../../components/Link.tsx';
import { VerdictTag } from '../../components/VerdictTag.tsx';
import { useT } from '../../components/translator-context.tsx';
import { moveInCompare, removeFromCompare } from '../../stores/compare.ts';
import { go } from '../../stores/navigation.ts';
import { MedianFigure, TimeFigure, TotalFigure } from '../credential/FactFigures.tsx';
import { hasMedian, noPayLine } from '../explore/row-words.ts';
import type { Way } from './compare-view.ts';

interface WayRowProps {
  readonly way: Way;
  readonly scale: PayScale;
  readonly floor: number | null;
  readonly longest: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly assumptions: CompareAssumptions;
}

/** One way: every figure opens its source, and what cannot be said says why. */
export function WayRow({ way, scale, floor, longest, isFirst, isLast, assumptions }: WayRowProps) {
  const t = useT();
  const { credential: { row }, route, line } = way;
  const name = t.name(row.shortName);
  const pay = row.pay;
  return (
    <tr>
      <th scope="row">
        <Link look="plain" className="way-name" onPress={() => go({ page: 'credential', id: row.id })}>{name}</Link>
        <VerdictTag verdict={row.verdict} closeCall={row.closeCall} />
      </th>
      <td>{row.time ? <TimeFigure time={row.time} name={name} /> : t.t('compare.timeUnknown')}<TimeBar months={route.months} longest={longest} /></td>
      <td className="is-number"><TotalFigure total={route.total} /></td>
      <td className="ways-pay">
        {!hasMedian(pay) ? <span className="quiet">{noPayLine(row, t)}</span> : (
          <PayStrip pay={pay} scale={scale} floor={floor} tone={`line-${line}`} size="table" grid sentence={paySentence(name, pay, t)} median={<MedianFigure pay={pay} name={name} withArea />} />
        )}
      </td>
      <td className="is-number ways-ahead"><Ahead way={way} name={name} assumptions={assumptions} /></td>
      <td className="ways-acts">
        <IconButton icon="up" size="small" label={t.t('compare.moveUp', { name })} isDisabled={isFirst} onPress={() => moveInCompare(row.id, -1)} />
        <IconButton icon="down" size="small" label={t.t('compare.moveDown', { name })} isDisabled={isLast} onPress={() => moveInCompare(row.id, 1)} />
        <IconButton icon="close" size="small" label={t.t('compare.remove', { name })} onPress={() => removeFromCompare(row.id)} />
      </td>
    </tr>
  );
}

/** The year from which it stays ahead; or that it does not; or why nobody can tell. */
function Ahead({ way: { route }, name, assumptions }: { readonly way: Way; readonly name: string; readonly assumptions: CompareAssumptions }) {
  const t = useT();
  const { breakEven, reasons } = route;
  switch (breakEven.outcome) {
    case 'unknown': return <span className="quiet">{t.t('compare.aheadUnknown')}</span>;
    case 'reached': case 'not-within': {
      const value = breakEven.outcome === 'reached' ? breakEven.month.slice(0, 4) : t.t('compare.notWithin', { years: assumptions.horizonYears });
      return <Figure what={t.t('figure.breakEven', { name })} value={value} from={MONEY_AHEAD} reasons={reasons} />;
    }
  }
}
