import { useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { Button } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { FirstUse } from '../../components/States.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectSettings, selectToday, useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import { clearPlanDraft, usePlanDraft } from '../../stores/plan-draft.ts';
import { createPlan } from '../../stores/student.ts';
import { filterStudents, loadStudents, noteRemoved, openAddStudent, shownStudents, sortStudents, useStudents } from '../../stores/students.ts';
import type { StudentLine } from '../../stores/students.ts';
import { undo, useUndo } from '../../stores/undo.ts';
import { useVault } from '../../stores/vault.ts';
import { VaultGate } from '../vault/VaultGate.tsx';
import { AddStudentDialog } from './AddStudentDialog.tsx';
import { CaseloadTable } from './CaseloadTable.tsx';
import { ChooseForPlan } from './ChooseForPlan.tsx';
import './students.css';

/** Makes the waiting plan for a student and opens it. */
async function planFor(studentId: string, lang: 'en' | 'es'): Promise<void> {
  const { credentialIds, areaId } = usePlanDraft.getState();
  const id = await createPlan({ studentId, areaId, lang, goal: '', credentialIds: credentialIds.slice(0, 6) });
  if (id === null) return;
  clearPlanDraft();
  go({ page: 'plan', id });
}

function Removed() {
  const t = useT();
  const removed = useStudents((page) => page.removed);
  const canUndo = useUndo((state) => state.undo === 'student-remove');
  if (!removed || !canUndo) return null;
  return (
    <p className="notice-line removed-line" role="status">
      {t.t('students.removed')} <Button size="small" onPress={() => { noteRemoved(false); void undo(); }}>{t.t('students.removed.undo')}</Button>
    </p>
  );
}

/** The last recovery code may be on no paper: said until another one is made. */
function CodeLost() {
  const t = useT();
  const codeLost = useVault((vault) => vault.codeLost);
  if (!codeLost) return null;
  return <p className="notice-line removed-line">{t.t('vault.code.lost')} <Button size="small" onPress={() => go({ page: 'settings' })}>{t.t('vault.code.lost.make')}</Button></p>;
}

function Caseload({ students }: { readonly students: readonly StudentLine[] }) {
  const t = useT();
  const today = useApp(selectToday);
  const filter = useStudents((page) => page.filter);
  const sort = useStudents((page) => page.sort);
  const shown = useStudents(useShallow(shownStudents));
  const isChoosing = usePlanDraft((draft) => draft.credentialIds.length > 0);
  const open = (student: StudentLine): void => {
    if (isChoosing) void planFor(student.id, student.lang);
    else go({ page: 'student', id: student.id });
  };
  const [first] = shown;
  return (
    <Panel isFlush>
      <div className="caseload-top">
        <TextField label={t.t('students.filter')} value={filter} onChange={filterStudents} onCommit={() => undefined} type="search" />
        <p role="status">{filter === '' ? t.t('students.count', { count: students.length }) : t.t('students.shown', { shown: shown.length, count: students.length })}</p>
      </div>
      {first ? (
        <CaseloadTable students={shown} sort={sort} today={today} onSort={sortStudents} onOpen={open} {...(isChoosing ? { openLabel: (student) => t.t('students.choose.for', { name: student.name }) } : {})} />
      ) : (
        <div className="caseload-none"><p>{t.t('students.none.title', { text: filter })}</p><Button size="small" onPress={() => filterStudents('')}>{t.t('students.none.clear')}</Button></div>
      )}
    </Panel>
  );
}

function Students() {
  const t = useT();
  const list = useStudents((page) => page.list);
  const today = useApp(selectToday);
  useEffect(() => { void loadStudents(); }, []);
  const add = <Button look="primary" onPress={openAddStudent}>{t.t('students.add')}</Button>;
  const added = (id: string): void => {
    const lang = useStudents.getState().list;
    const made = lang.status === 'ready' ? lang.value.students.find((student) => student.id === id)?.lang : undefined;
    if (usePlanDraft.getState().credentialIds.length > 0) void planFor(id, made ?? selectSettings(useApp.getState())?.lang ?? 'en');
    else go({ page: 'student', id });
  };
  return (
    <RequestView request={list} failedTitle={t.t('students.failed')} onRetry={() => void loadStudents()}>
      {({ students }) => {
        const overdue = students.filter((student) => student.nextDue !== null && student.nextDue < today).length;
        return (
          <div className="stack">
            <PageHeader title={t.t('students.title')} {...(students.length === 0 ? {} : { subtitle: t.t('students.due', { count: overdue }), actions: add })} />
            <ChooseForPlan canAdd />
            <Removed />
            <CodeLost />
            {students.length === 0 ? <Panel><FirstUse title={t.t('students.empty.title')} action={add}>{t.t('students.empty.text')}</FirstUse></Panel> : <Caseload students={students} />}
            <AddStudentDialog onAdded={added} />
          </div>
        );
      }}
    </RequestView>
  );
}

/** The caseload: who, in which grade, and what is due next. */
export function StudentsPage() {
  const t = useT();
  return (
    <VaultGate title={t.t('students.title')} above={<ChooseForPlan canAdd={false} />}>
      <Students />
    </VaultGate>
  );
}
