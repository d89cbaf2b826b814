import type { PayScale } from '../../charts/pay-scale.ts';
import { axisWords } from '../../charts/pay-words.ts';
import { useT } from '../../components/translator-context.tsx';

interface ListHeadProps {
  readonly scale: PayScale;
  readonly floor: number | null;
}

/** Words over the columns. Each row says its own labels to those who hear it. */
export function ListHead({ scale, floor }: ListHeadProps) {
  const t = useT();
  return (
    <div className="result-head" aria-hidden="true">
      <span>{t.t('explore.column.credential')}</span>
      <span>{t.t('explore.column.time')}</span>
      <span className="result-head-pay">
        <span>{t.t('explore.column.pay')}</span>
        <span className="result-range">{t.t('explore.payRange', { low: axisWords(scale.low, t), high: axisWords(scale.high, t) })}</span>
        {floor === null ? null : <span className="result-floor">{t.t('explore.floor', { amount: t.dollars(floor) })}</span>}
      </span>
      <span className="is-number">{t.t('explore.column.cost')}</span>
    </div>
  );
}
