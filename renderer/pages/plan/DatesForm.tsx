import { useState } from 'react';
import type { Plan } from '../../../shared/contract/plans.ts';
import { Button } from '../../components/Button.tsx';
import { MonthField } from '../../components/DateFields.tsx';
import { Segmented } from '../../components/RadioGroup.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { setDates } from '../../stores/plan.ts';
import { countDates, openDates, retryDates, usePlanDates } from '../../stores/plan-dates.ts';
import type { ProposedDates } from '../../stores/plan-dates.ts';

interface Props {
  readonly plan: Plan;
  /** Where counting back starts, when nothing else is said. */
  readonly graduates: string | null;
}

/** Dates by the rules, forward from this month or back from a month; nothing is changed before they are taken. */
export function DatesForm({ plan, graduates }: Props) {
  const t = useT();
  const { doneBy, found } = usePlanDates();
  const [isBack, setBack] = useState(doneBy !== null);
  return (
    <div className="edit-form" role="group" aria-label={t.t('plan.dates')} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) openDates(false); }}>
      <div className="edit-row">
        <Segmented
          label={t.t('plan.dates.how')} value={isBack ? 'back' : 'forward'} onChange={(how) => { setBack(how === 'back'); countDates(how === 'back' ? graduates : null); }}
          options={[{ id: 'forward', label: t.t('plan.dates.forward') }, { id: 'back', label: t.t('plan.dates.back') }]}
        />
        {isBack ? <MonthField label={t.t('plan.dates.doneBy')} value={doneBy} onChange={countDates} /> : null}
      </div>
      {isBack && doneBy === null ? null : <RequestView request={found} failedTitle={t.t('plan.dates.failed')} onRetry={retryDates}>{(proposed) => <Proposal plan={plan} proposed={proposed} />}</RequestView>}
      <div className="form-foot"><Button size="small" onPress={() => openDates(false)}>{t.t('plan.close')}</Button></div>
    </div>
  );
}

function Proposal({ plan, proposed }: { readonly plan: Plan; readonly proposed: ProposedDates }) {
  const t = useT();
  const titles = new Map(plan.steps.map((step) => [step.id, step.title]));
  if (proposed.circle) return <p role="status">{t.t('plan.dates.circle')}</p>;
  if (proposed.steps.length === 0) return <p role="status">{t.t('plan.dates.none')}</p>;
  const words = ({ startsOn, endsOn, atLeast }: ProposedDates['steps'][number]): string => {
    if (startsOn === null) return endsOn === null ? t.t('plan.dates.open') : t.t('plan.step.until', { month: t.date(endsOn) });
    const from = atLeast ? t.t('plan.dates.atLeast', { month: t.date(startsOn) }) : t.t('plan.step.from', { month: t.date(startsOn) });
    return endsOn === null ? from : `${from} · ${t.t('plan.step.until', { month: t.date(endsOn) })}`;
  };
  return (
    <div role="status">
      {proposed.summary ? <p>{t.reason(proposed.summary, 'staff')}</p> : null}
      <ol className="dates-proposed">{proposed.steps.map((step) => <li key={step.id}><span dir="auto">{titles.get(step.id)}</span> <span className="step-time">{words(step)}</span></li>)}</ol>
      <p className="small quiet">{t.t('plan.dates.kept')}</p>
      <Button
        size="small" look="primary"
        onPress={() => { void setDates(plan.id, proposed.steps.map(({ id, startsOn, endsOn }) => ({ stepId: id, startsOn, endsOn }))); openDates(false); }}
      >{t.t('plan.dates.take')}</Button>
    </div>
  );
}
