import type { CompareFacts } from '../../../shared/contract/reference.ts';
import { MONEY_AHEAD } from '../../../shared/domain/ours.ts';
import type { CompareAssumptions } from '../../../shared/domain/results.ts';
import { CumulativeCurve } from '../../charts/CumulativeCurve.tsx';
import type { CurveLine } from '../../charts/curve-line.ts';
import { Figure } from '../../components/Figure.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { vintageWords } from '../explore/row-words.ts';
import { ownOf } from './compare-view.ts';
import type { Way } from './compare-view.ts';

interface CurvePanelProps {
  readonly ways: readonly Way[];
  readonly facts: CompareFacts;
  readonly assumptions: CompareAssumptions;
}

/** Nearest thousand: the curve rests on assumptions, and the cents of an estimate say nothing. */
const THOUSAND = 1000;

/** The money picture: lines for the ways that can be drawn, and words for those that cannot. */
export function CurvePanel({ ways, facts, assumptions }: CurvePanelProps) {
  const t = useT();
  const lines = ways.flatMap(({ credential, route, line }): CurveLine[] => {
    if (route.curve === null || route.aheadCents === null) return [];
    const name = t.name(credential.row.shortName);
    return [{
      key: credential.row.id, name, line, points: route.curve, aheadCents: route.aheadCents, breakEvenMonth: route.breakEven.outcome === 'reached' ? route.breakEven.afterMonths : null,
      say: (cents, months) => {
        const dollars = Math.round(cents / 100 / THOUSAND) * THOUSAND;
        const value = `${dollars < 0 ? '−' : ''}${t.dollars(Math.abs(dollars))}`;
        return <Figure what={t.t('figure.ahead', { years: months / 12, name })} value={value} from={MONEY_AHEAD} reasons={route.reasons} />;
      },
    }];
  });
  const start = assumptions.startMonth;
  const own = ownOf(assumptions);
  return (
    <Panel title={t.t('compare.curve.title', { own })} note={t.t('compare.curve.lead', { start: t.date(start), vintage: vintageWords(facts.baseline?.pay.from.vintage ?? null, t) })}>
      {lines.length === 0 ? <p>{t.t('compare.curve.none')}</p> : (
        <>
          <CumulativeCurve lines={lines} startMonth={start} horizonYears={assumptions.horizonYears} own={own} />
          <p className="tiny curve-foot">{t.t('compare.curve.foot')}</p>
        </>
      )}
    </Panel>
  );
}
