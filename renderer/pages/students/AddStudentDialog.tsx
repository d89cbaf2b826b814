import { useState } from 'react';
import { graduationOf } from '../../../shared/print/default-plan.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorState } from '../../components/States.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { addStudent, closeAddStudent, newStudentFields, useStudents } from '../../stores/students.ts';
import { FirstFacts, MoreFacts } from '../student/StudentFacts.tsx';

function AddStudentForm({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const t = useT();
  const today = useApp(selectToday);
  const busy = useStudents((page) => page.busy);
  const failure = useStudents((page) => page.failure);
  const [fields, setFields] = useState(() => {
    const start = newStudentFields();
    return { ...start, graduates: graduationOf(start, today) };
  });
  const change = (next: Partial<typeof fields>): void => setFields((before) => {
    // The month follows the grade until somebody types another.
    const follows = next.grade !== undefined && before.graduates === graduationOf({ grade: before.grade, graduates: null }, today);
    return { ...before, ...next, ...(follows && next.grade !== undefined ? { graduates: graduationOf({ grade: next.grade, graduates: null }, today) } : {}) };
  });
  const add = (): void => { if (fields.name.trim() !== '') void addStudent(fields).then((id) => { if (id !== null) onAdded(id); }); };
  return (
    <form className="student-form" onSubmit={(event) => { event.preventDefault(); add(); }}>
      <p className="quiet">{t.t('students.new.text')}</p>
      <TextField label={t.t('student.name')} value={fields.name} onChange={(name) => change({ name })} maxLength={120} isRequired autoFocus />
      <FirstFacts facts={fields} onChange={change} />
      <details>
        <summary>{t.t('student.facts.more')}</summary>
        <MoreFacts facts={fields} onChange={change} />
      </details>
      {failure ? <ErrorState failure={failure} size="line" /> : null}
      <div className="form-foot">
        <Button onPress={closeAddStudent}>{t.t('app.cancel')}</Button>
        <Button type="submit" look="primary" isDisabled={fields.name.trim() === ''} isPending={busy}>{t.t('students.new.save')}</Button>
      </div>
    </form>
  );
}

/** Adds a student; the name is the only must. */
export function AddStudentDialog({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const t = useT();
  const isOpen = useStudents((page) => page.adding);
  return <Dialog isOpen={isOpen} onClose={closeAddStudent} title={t.t('students.new.title')}><AddStudentForm onAdded={onAdded} /></Dialog>;
}
