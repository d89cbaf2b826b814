import type { CostFact, PayFacts, Provenance, TimeFact } from '../../../shared/domain/facts.ts';
import { SUM_OF_KNOWN_COSTS } from '../../../shared/domain/ours.ts';
import type { CostTotal } from '../../../shared/domain/results.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { Figure } from '../../components/Figure.tsx';
import { useT } from '../../components/translator-context.tsx';
import { costLine, medianLine, timeLine } from '../explore/row-words.ts';

/** The median of a job's pay, which opens its source. */
export function MedianFigure({ pay, name, withArea = false }: { readonly pay: PayFacts; readonly name: string; readonly withArea?: boolean }) {
  const t = useT();
  if (pay.p50 === null) return null;
  const value = withArea ? medianLine(pay, t) : t.dollars(pay.p50);
  return <Figure what={t.t('figure.middlePay', { name })} value={pay.topCoded ? t.t('money.atLeast', { amount: value }) : value} from={pay.from} />;
}

/** An unknown that no page speaks of has nothing to open: its word is all there is. */
const opens = ({ source, evidence, method }: Provenance): boolean => source !== null || evidence !== null || method !== null;

/** How long something takes, which opens its source. */
export function TimeFigure({ time, name }: { readonly time: TimeFact; readonly name: string }) {
  const t = useT();
  if (!opens(time.from)) return <>{timeLine(time, t)}</>;
  return <Figure what={t.t('figure.time', { name })} value={timeLine(time, t)} from={time.from} />;
}

/** An amount in words: "$200", "$96 to $530", "at least $100"; unknown has its own words. */
export function amountWords({ amount }: CostFact, t: Translator): string {
  if (amount.value === null) return t.t(`unknown.${amount.unknown ?? 'not-checked'}`);
  if (amount.value === 0 && (amount.high ?? 0) === 0 && !amount.atLeast) return t.t('credential.cost.free');
  const low = t.cents(amount.value);
  if (amount.high !== null && amount.high !== amount.value) return t.t('money.range', { low, high: t.cents(amount.high) });
  return amount.atLeast ? t.t('money.atLeast', { amount: low }) : low;
}

export function CostFigure({ cost }: { readonly cost: CostFact }) {
  const t = useT();
  if (!opens(cost.amount.from)) return <>{amountWords(cost, t)}</>;
  return <Figure what={t.t('figure.cost', { label: t.name(cost.label) })} value={amountWords(cost, t)} from={cost.amount.from} />;
}

/** The total of what is known, which opens how it was added up. */
export function TotalFigure({ total }: { readonly total: CostTotal }) {
  const t = useT();
  if (total.nothingKnown) return <>{costLine(total, t)}</>;
  return <Figure what={t.t('figure.total')} value={costLine(total, t)} from={SUM_OF_KNOWN_COSTS} />;
}
