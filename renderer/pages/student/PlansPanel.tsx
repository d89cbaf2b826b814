import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Link } from '../../components/Link.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import type { StudentFile } from '../../stores/student.ts';
import { dayWords } from '../vault/moment-words.ts';

/** The answer to "where does this student stand?", then the plans. */
export function PlansPanel({ file: { student, plans }, onNew }: { readonly file: StudentFile; readonly onNew: () => void }) {
  const t = useT();
  const today = useApp(selectToday);
  const next = plans.flatMap((plan) => (plan.nextDue === null ? [] : [plan.nextDue])).sort()[0];
  const answer = plans.length === 0 ? t.t('student.answer.noPlan', { name: student.name })
    : next === undefined ? t.t('student.answer.nothingDue') : t.t(next < today ? 'student.answer.overdue' : 'student.answer.due', { date: t.date(next) });
  return (
    <Panel title={t.t('student.plans')} actions={plans.length === 0 ? null : <Button size="small" onPress={onNew}>{t.t('student.plans.new')}</Button>}>
      <p className="answer">{answer}</p>
      {plans.length === 0 ? <div className="state-act"><Button look="primary" onPress={onNew}>{t.t('student.plans.new')}</Button></div> : (
        <ul className="plain-list">
          {plans.map((plan) => (
            <li key={plan.id} className="plan-line">
              <span className="line-text">
                <span dir="auto" translate="no"><Link look="plain" onPress={() => go({ page: 'plan', id: plan.id })}>{plan.goal === '' ? t.t('student.plans.noGoal') : plan.goal}</Link></span>
                <span className="small quiet">{t.t('student.plans.line', { steps: plan.steps, date: dayWords(plan.updatedAt, t) })}</span>
              </span>
              {plan.nextDue === null ? null : plan.nextDue < today
                ? <span className="overdue"><Icon name="warning" size={14} />{t.date(plan.nextDue)}, {t.t('students.overdue')}</span>
                : <span className="quiet">{t.t('student.plans.due', { date: t.date(plan.nextDue) })}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
