import { useEffect, useState } from 'react';
import type { Plan } from '../../../shared/contract/plans.ts';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/Dialog.tsx';
import { areaName } from '../../components/group-areas.ts';
import { Icon } from '../../components/Icon.tsx';
import { MenuButton } from '../../components/MenuButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import { editPlan, loadPlan, removePlan, usePlan } from '../../stores/plan.ts';
import { valueOf } from '../../stores/request.ts';
import { SavedState } from '../student/SavedState.tsx';
import { VaultGate } from '../vault/VaultGate.tsx';
import { ActionsPanel } from './ActionsPanel.tsx';
import { ChecksPanel } from './ChecksPanel.tsx';
import { CostsPanel } from './CostsPanel.tsx';
import { DraftText } from './DraftText.tsx';
import { FiguresPanel } from './FiguresPanel.tsx';
import { planAnswer } from './plan-words.ts';
import { StepsPanel } from './StepsPanel.tsx';
import { PlanMeetings, PlanWords } from './WordsPanels.tsx';
import '../student/student.css';
import '../students/students.css';
import './plan.css';

/** The goal, and in one line what comes next and whether something is late. */
function GoalPanel({ plan }: { readonly plan: Plan }) {
  const t = useT();
  const { text, overdue } = planAnswer(plan, useApp(selectToday), t);
  return (
    <Panel className="goal-panel">
      <DraftText label={t.t('plan.goal')} value={plan.goal} onSave={(goal) => void editPlan(plan.id, { type: 'fields', fields: { goal } })} maxLength={300} />
      <p className="answer" dir="auto">{text}{overdue === 0 ? null : <span className="overdue answer-late"><Icon name="warning" size={14} />{t.t('plan.answer.overdue', { count: overdue })}</span>}</p>
    </Panel>
  );
}

function Ready({ plan }: { readonly plan: Plan }) {
  const t = useT();
  const student = usePlan((page) => page.student);
  const saved = usePlan((page) => page.saved);
  const area = valueOf(useApp((app) => app.areas))?.areas.find((each) => each.id === plan.areaId);
  const [isAsking, setAsking] = useState(false);
  const back = (): void => go({ page: 'student', id: plan.studentId });
  const remove = async (): Promise<void> => {
    setAsking(false);
    if (await removePlan(plan.id)) back();
  };
  const name = student?.name ?? '';
  const facts = [student === null ? '' : student.grade === null ? t.t('students.adult') : t.t('students.grade', { grade: student.grade }), area ? areaName(area, t) : ''].filter((each) => each !== '');
  return (
    <div className="stack">
      <PageHeader
        title={name === '' ? t.t('nav.plan') : t.t('plan.title', { name })} isTyped subtitle={facts.join(' · ')}
        crumbs={[{ label: t.t('students.title'), onPress: () => go({ page: 'students' }) }, ...(name === '' ? [] : [{ label: name, onPress: back }])]}
        actions={
          <>
            <SavedState saved={saved} />
            <MenuButton label={t.t('student.more')} icon="more" entries={[{ id: 'remove', label: t.t('plan.remove'), isDanger: true }]} onAction={() => setAsking(true)} />
            <Button look="primary" onPress={() => go({ page: 'print', what: { kind: 'family-plan', planId: plan.id } })}><Icon name="print" />{t.t('plan.print')}</Button>
          </>
        }
      />
      <GoalPanel plan={plan} />
      <div className="page-cols plan-cols">
        <div className="stack">
          <ActionsPanel plan={plan} />
          <StepsPanel plan={plan} student={student} />
          <CostsPanel plan={plan} />
          <FiguresPanel plan={plan} />
        </div>
        <div className="stack">
          <ChecksPanel plan={plan} />
          <PlanWords plan={plan} isPupil={student !== null && student.grade !== null} />
          <PlanMeetings plan={plan} />
        </div>
      </div>
      <ConfirmDialog isOpen={isAsking} title={t.t('plan.remove.title')} confirm={t.t('plan.remove')} onClose={() => setAsking(false)} onConfirm={() => void remove()} isDanger>
        <p>{t.t('plan.remove.text')}</p>
      </ConfirmDialog>
    </div>
  );
}

/** Asks when the page opens and again when the vault was opened below it. */
function Load({ id }: { readonly id: string }) {
  useEffect(() => { void loadPlan(id); }, [id]);
  return null;
}

/** One plan: what is next, the steps, what they cost, and what to ask. Every change is saved at once. */
export function PlanPage({ id }: { readonly id: string }) {
  const t = useT();
  const shown = usePlan((page) => page.id);
  const plan = usePlan((page) => page.plan);
  return (
    <VaultGate title={t.t('nav.plan')}>
      <Load id={id} />
      {shown === id ? <RequestView request={plan} failedTitle={t.t('plan.failed')} onRetry={() => void loadPlan(id)}>{(value) => <Ready plan={value} />}</RequestView> : null}
    </VaultGate>
  );
}
