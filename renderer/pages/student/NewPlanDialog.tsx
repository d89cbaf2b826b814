import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorState } from '../../components/States.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectAreaId, useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import { createPlan, forgetStudentFailure, useStudent } from '../../stores/student.ts';
import type { StudentFile } from '../../stores/student.ts';
import { CredentialChoice } from './CredentialChoice.tsx';

const MOST = 6;

function NewPlanForm({ student, onClose }: { readonly student: StudentFile['student']; readonly onClose: () => void }) {
  const t = useT();
  const usual = useApp(selectAreaId);
  const busy = useStudent((page) => page.busy);
  const failure = useStudent((page) => page.failure);
  const [goal, setGoal] = useState('');
  const [ids, setIds] = useState<readonly string[]>([]);
  const make = async (): Promise<void> => {
    if (ids.length === 0) return;
    const id = await createPlan({ studentId: student.id, areaId: student.areaId ?? usual, lang: student.lang, goal: goal.trim(), credentialIds: [...ids] });
    if (id === null) return;
    onClose();
    go({ page: 'plan', id });
  };
  return (
    <form className="student-form" onSubmit={(event) => { event.preventDefault(); void make(); }}>
      <TextField label={t.t('student.newPlan.goal')} hint={t.t('student.newPlan.goal.why')} value={goal} onChange={setGoal} maxLength={300} autoFocus />
      <CredentialChoice label={t.t('student.newPlan.credentials')} hint={t.t('student.newPlan.credentials.why')} ids={ids} onChange={setIds} most={MOST} />
      {failure ? <ErrorState failure={failure} size="line" /> : null}
      <div className="form-foot">
        <Button onPress={onClose}>{t.t('app.cancel')}</Button>
        <Button type="submit" look="primary" isDisabled={ids.length === 0} isPending={busy}>{t.t(busy ? 'student.newPlan.making' : 'student.newPlan.make')}</Button>
      </div>
    </form>
  );
}

/** A new plan: the goal in the student's words, and the credentials it is about. */
export function NewPlanDialog({ student, isOpen, onClose }: { readonly student: StudentFile['student']; readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useT();
  const close = (): void => {
    forgetStudentFailure();
    onClose();
  };
  return <Dialog isOpen={isOpen} onClose={close} title={t.t('student.newPlan.title')}><NewPlanForm student={student} onClose={close} /></Dialog>;
}
