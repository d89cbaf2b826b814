import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { MenuButton } from '../../components/MenuButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { ErrorState } from '../../components/States.tsx';
import { TextArea, TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { openWaysFor } from '../../stores/routes.ts';
import { loadStudent, removeStudent, saveStudent, useStudent } from '../../stores/student.ts';
import type { StudentFile } from '../../stores/student.ts';
import { noteRemoved } from '../../stores/students.ts';
import { VaultGate } from '../vault/VaultGate.tsx';
import { EarnedPanel } from './EarnedPanel.tsx';
import { NewPlanDialog } from './NewPlanDialog.tsx';
import { PlansPanel } from './PlansPanel.tsx';
import { SavedState } from './SavedState.tsx';
import { FirstFacts, MoreFacts } from './StudentFacts.tsx';
import { useTextDraft } from './use-text-draft.ts';
import './student.css';

function FactsPanel({ student }: { readonly student: StudentFile['student'] }) {
  const t = useT();
  const save = (change: Parameters<typeof saveStudent>[1]): void => void saveStudent(student.id, change);
  // A name is a must: an empty one is not saved, and the stored one comes back.
  const name = useTextDraft(student.name, (text) => { if (text.trim() !== '') save({ name: text.trim() }); });
  return (
    <Panel title={t.t('student.facts')} className="facts-one">
      <div className="student-form">
        <TextField label={t.t('student.name')} maxLength={120} {...name} />
        <FirstFacts facts={student} onChange={save} />
        <MoreFacts facts={student} onChange={save} />
      </div>
    </Panel>
  );
}

function NotePanel({ student }: { readonly student: StudentFile['student'] }) {
  const t = useT();
  const note = useTextDraft(student.note, (text) => void saveStudent(student.id, { note: text }));
  return (
    <Panel title={t.t('student.note')} note={<span className="private-mark"><Icon name="lock" size={13} />{t.t('student.note.private')}</span>}>
      <TextArea label={t.t('student.note')} hideLabel lines={5} maxLength={4000} {...note} />
    </Panel>
  );
}

function Ready({ file }: { readonly file: StudentFile }) {
  const t = useT();
  const { student, plans, earned } = file;
  const saved = useStudent((page) => page.saved);
  const busy = useStudent((page) => page.busy);
  const failure = useStudent((page) => page.failure);
  const [dialog, setDialog] = useState<'plan' | 'remove' | null>(null);
  const close = (): void => setDialog(null);
  const remove = async (): Promise<void> => {
    if (!(await removeStudent(student.id))) return;
    noteRemoved(true);
    go({ page: 'students' });
  };
  const grade = student.grade === null ? t.t('students.adult') : t.t('students.grade', { grade: student.grade });
  const subtitle = student.graduates === null ? grade : `${grade} · ${t.t(student.grade === null ? 'student.graduated' : 'student.graduates').toLowerCase()} ${t.date(student.graduates)}`;
  return (
    <div className="stack">
      <PageHeader
        title={student.name} isTyped crumbs={[{ label: t.t('students.title'), onPress: () => go({ page: 'students' }) }]} subtitle={subtitle}
        actions={<><SavedState saved={saved} /><Button onPress={() => openWaysFor(student, earned.flatMap((each) => each.credentialId ?? []))}>{t.t('ways.openFor')}</Button><MenuButton label={t.t('student.more')} icon="more" entries={[{ id: 'remove', label: t.t('student.remove'), isDanger: true }]} onAction={() => setDialog('remove')} /></>}
      />
      <div className="page-cols">
        <div className="stack">
          <PlansPanel file={file} onNew={() => setDialog('plan')} />
          <EarnedPanel studentId={student.id} earned={earned} />
          <NotePanel student={student} />
        </div>
        <FactsPanel student={student} />
      </div>
      <NewPlanDialog student={student} isOpen={dialog === 'plan'} onClose={close} />
      <ConfirmDialog isOpen={dialog === 'remove'} title={t.t('student.remove.title')} confirm={t.t('student.remove')} onClose={close} onConfirm={() => void remove()} isDanger isPending={busy}>
        <p>{t.t('student.remove.text', { plans: plans.length })}</p>
        {failure ? <ErrorState failure={failure} size="line" /> : null}
      </ConfirmDialog>
    </div>
  );
}

/** One student: where the plans stand, what is earned, and the record. */
export function StudentPage({ id }: { readonly id: string }) {
  const t = useT();
  const shown = useStudent((page) => page.id);
  const file = useStudent((page) => page.file);
  return (
    <VaultGate title={t.t('students.title')}>
      <Load id={id} />
      {shown === id ? <RequestView request={file} failedTitle={t.t('student.failed')} onRetry={() => void loadStudent(id)}>{(value) => <Ready key={id} file={value} />}</RequestView> : null}
    </VaultGate>
  );
}

/** Asks when the page opens and again when the vault was opened below it. */
function Load({ id }: { readonly id: string }) {
  useEffect(() => { void loadStudent(id); }, [id]);
  return null;
}
