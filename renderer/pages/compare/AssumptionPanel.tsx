import type { CompareFacts } from '../../../shared/contract/reference.ts';
import type { CompareAssumptions } from '../../../shared/domain/results.ts';
import { Button } from '../../components/Button.tsx';
import { MonthField } from '../../components/DateFields.tsx';
import type { AreaLike } from '../../components/group-areas.ts';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { assume, assumeOwnWage, assumeTuition, resetAssumptions } from '../../stores/compare.ts';
import { AssumptionField } from './AssumptionField.tsx';
import { PriceField } from './PriceField.tsx';
import { hasOpenTuition } from './compare-view.ts';
import type { Way } from './compare-view.ts';

interface AssumptionPanelProps {
  readonly ways: readonly Way[];
  readonly area: AreaLike | null;
  readonly parity: CompareFacts['parity'];
  readonly assumptions: CompareAssumptions;
  readonly isChanged: boolean;
}

const MOST_TUITION_CENTS = 20_000_000;
const MOST_WAGE_CENTS = 50_000;
const FULL_TIME = 40;

/** What the picture counts on; each value can be typed over, and everything is worked out again at once. */
export function AssumptionPanel({ ways, area, parity, assumptions, isChanged }: AssumptionPanelProps) {
  const t = useT();
  const own = assumptions.ownWage;
  const open = ways.filter((way) => hasOpenTuition(way.credential.facts.costs));
  return (
    <Panel title={t.t('compare.counts')}>
      <div className="assumptions">
        <AssumptionField label={t.t('compare.counts.hours')} value={assumptions.workHoursInSchool} unit="count" min={0} max={40} onChange={(value) => assume({ workHoursInSchool: value ?? 0 })} />
        {open.map(({ credential: { row } }) => (
          <AssumptionField
            key={row.id} label={t.t('compare.counts.tuition', { name: t.name(row.shortName) })} value={assumptions.tuitionCentsPerYear[row.id] ?? null} unit="cents" min={0} max={MOST_TUITION_CENTS}
            placeholder={t.t('compare.counts.unknown')} onChange={(value) => assumeTuition(row.id, value)}
          />
        ))}
        <AssumptionField label={t.t('compare.counts.grant')} value={assumptions.grantCentsPerYear} unit="cents" min={0} max={MOST_TUITION_CENTS} onChange={(value) => assume({ grantCentsPerYear: value ?? 0 })} />
        <AssumptionField label={t.t('compare.counts.ownWage')} value={own?.centsPerHour ?? null} unit="cents" min={100} max={MOST_WAGE_CENTS} placeholder={t.t('compare.counts.ownWage.none')} onChange={(value) => assumeOwnWage(value, own?.hoursPerWeek ?? FULL_TIME)} />
        {own ? <AssumptionField label={t.t('compare.counts.ownHours')} value={own.hoursPerWeek} unit="count" min={1} max={80} onChange={(value) => { if (value !== null) assumeOwnWage(own.centsPerHour, value); }} /> : null}
        <AssumptionField label={t.t('compare.counts.horizon')} value={assumptions.horizonYears} unit="count" min={1} max={40} onChange={(value) => { if (value !== null) assume({ horizonYears: value }); }} />
        <MonthField label={t.t('compare.counts.start')} layout="inline" value={assumptions.startMonth} onChange={(value) => { if (value !== null) assume({ startMonth: value }); }} />
        {area ? <PriceField area={area} parity={parity} prices={assumptions.prices ?? 'here'} /> : null}
      </div>
      {open.length > 0 ? <p className="tiny">{t.t('compare.counts.hint')}</p> : null}
      {isChanged ? <Button look="quiet" size="small" onPress={resetAssumptions}>{t.t('compare.counts.reset')}</Button> : null}
    </Panel>
  );
}
