import type { Plan } from '../../../shared/contract/plans.ts';
import { DayField } from '../../components/DateFields.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Segmented } from '../../components/RadioGroup.tsx';
import { useT } from '../../components/translator-context.tsx';
import { editPlan } from '../../stores/plan.ts';
import { DraftText } from './DraftText.tsx';

type Fields = Extract<Parameters<typeof editPlan>[1], { type: 'fields' }>['fields'];
const save = (plan: Plan, fields: Fields): void => void editPlan(plan.id, { type: 'fields', fields });

/** What to do if the first way does not work, and what still happens in high school: in the words of those who plan. */
export function PlanWords({ plan, isPupil }: { readonly plan: Plan; readonly isPupil: boolean }) {
  const t = useT();
  return (
    <>
      {isPupil || plan.highSchool !== '' ? (
        <Panel title={t.t('plan.highSchool')}>
          <DraftText label={t.t('plan.highSchool.label')} value={plan.highSchool} onSave={(highSchool) => save(plan, { highSchool })} maxLength={500} lines={3} />
        </Panel>
      ) : null}
      <Panel title={t.t('plan.planB')}>
        <DraftText label={t.t('plan.planB.label')} value={plan.planB} onSave={(planB) => save(plan, { planB })} maxLength={500} lines={3} />
      </Panel>
    </>
  );
}

/** When it was talked about and when again, and the language it is printed in. */
export function PlanMeetings({ plan }: { readonly plan: Plan }) {
  const t = useT();
  return (
    <Panel title={t.t('plan.meeting')}>
      <div className="student-form">
        <DayField label={t.t('plan.meetingOn')} value={plan.meetingOn} onChange={(meetingOn) => save(plan, { meetingOn })} />
        <DayField label={t.t('plan.talkedOn')} value={plan.talkedOn} onChange={(talkedOn) => { if (talkedOn !== null) save(plan, { talkedOn }); }} />
        <Segmented
          label={t.t('plan.lang')} hint={t.t('plan.lang.why')} value={plan.lang} onChange={(lang) => save(plan, { lang })}
          options={[{ id: 'en', label: t.t('student.lang.en') }, { id: 'es', label: t.t('student.lang.es') }]}
        />
      </div>
    </Panel>
  );
}
