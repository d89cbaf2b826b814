import type { CompareFacts } from '../../../shared/contract/reference.ts';
import { Figure } from '../../components/Figure.tsx';
import { areaName } from '../../components/group-areas.ts';
import type { AreaLike } from '../../components/group-areas.ts';
import { RadioGroup } from '../../components/RadioGroup.tsx';
import { useT } from '../../components/translator-context.tsx';
import { assumePrices } from '../../stores/compare.ts';

interface PriceFieldProps {
  readonly area: AreaLike;
  /** Null where no survey of prices says anything, and for the nation. */
  readonly parity: CompareFacts['parity'];
  readonly prices: 'here' | 'nation';
}

/** Whether dollars are told as paid here or as they would buy at the nation's prices; where nobody measured the prices here it says so, and nothing can be chosen. */
export function PriceField({ area, parity, prices }: PriceFieldProps) {
  const t = useT();
  if (parity === null) return <p className="field small quiet">{area.kind === 'nation' ? t.t('compare.prices.isNation') : t.t('compare.prices.unknown', { area: areaName(area, t) })}</p>;
  const what = t.t('compare.prices.level', { area: parity.area });
  const level = t.t(parity.milli < 100_000 ? 'here.prices.below' : 'here.prices.above', { percent: Math.abs(100_000 - parity.milli) / 1000 });
  return (
    <div className="field price-field">
      <RadioGroup
        label={t.t('compare.prices')} value={prices} onChange={assumePrices}
        options={[{ id: 'here', label: t.t('compare.prices.here', { area: areaName(area, t) }) }, { id: 'nation', label: t.t('compare.prices.nation') }]}
      />
      <p className="tiny">
        {t.t('compare.prices.source', { vintage: parity.vintage, area: parity.area })}{' '}
        <Figure what={what} value={level} from={{ source: parity.source, evidence: null, vintage: parity.vintage, area: null, basis: 'published', method: null }} />. {t.t('compare.prices.how')}
      </p>
    </div>
  );
}
