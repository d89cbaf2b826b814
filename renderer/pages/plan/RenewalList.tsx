import { useT } from '../../components/translator-context.tsx';
import { usePlanDates } from '../../stores/plan-dates.ts';

/** When what the student has must be renewed. */
export function RenewalList() {
  const t = useT();
  const renewals = usePlanDates((state) => state.now?.renewals ?? null);
  if (renewals === null || renewals.length === 0) return null;
  return (
    <>
      <h3 className="inner-title">{t.t('plan.renewals')}</h3>
      <ul className="lookup-list small">{renewals.map(({ name, state, reason }, index) => <li key={index}><span dir="auto">{name}</span> · <span className={state === 'lapsed' ? 'late-words' : ''}>{t.reason(reason, 'staff')}</span></li>)}</ul>
    </>
  );
}
