import type { OutputOf } from '../../../shared/contract/index.ts';
import { Button } from '../../components/Button.tsx';
import { Link } from '../../components/Link.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { valueOf } from '../../stores/request.ts';
import { acceptFor, useTouched } from '../../stores/touched.ts';
import { ChangeList } from './ChangeList.tsx';

type Student = OutputOf<'plans.listTouched'>['students'][number];

/** One student: each plan that is touched, from which edition to which, and accepting for one plan or all of them. */
export function StudentPlans({ student: { id, name, grade, urgency, plans } }: { readonly student: Student }) {
  const t = useT();
  const busy = useTouched((page) => page.busy);
  const now = useTouched((page) => valueOf(page.list)?.now ?? null);
  const month = (date: string): string => t.date(date.slice(0, 7));
  return (
    <Panel
      title={name} className={`touched-student touched-${urgency}`} note={[t.t(`touched.urgency.${urgency}`), grade === null ? t.t('students.adult') : t.t('students.grade', { grade })].join(' · ')}
      actions={
        <>
          <Button size="small" look="quiet" onPress={() => go({ page: 'student', id })}>{t.t('nav.student')}</Button>
          {plans.length < 2 ? null : <Button size="small" isDisabled={busy} onPress={() => void acceptFor(plans.map((plan) => plan.id))}>{t.t('touched.acceptStudent', { name })}</Button>}
        </>
      }
    >
      {plans.map((plan) => (
        <section key={plan.id} className="touched-plan" aria-label={plan.goal}>
          <div className="touched-head">
            <div>
              <Link look="plain" className="touched-goal" onPress={() => go({ page: 'plan', id: plan.id })}><span dir="auto">{plan.goal}</span></Link>
              {now ? <p className="quiet small">{t.t('touched.from', { from: plan.from.edition, fromMonth: month(plan.from.dataChecked), now: now.edition, nowMonth: month(now.dataChecked) })}</p> : null}
            </div>
            <Button size="small" isDisabled={busy} label={t.t('touched.acceptOf', { name, goal: plan.goal })} onPress={() => void acceptFor([plan.id])}>{t.t('touched.accept')}</Button>
          </div>
          <ChangeList found={plan} />
        </section>
      ))}
    </Panel>
  );
}
