import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { EmptyState, ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { acceptFor, loadTouched, noteAccepted, useTouched } from '../../stores/touched.ts';
import { undo, useUndo } from '../../stores/undo.ts';
import { VaultGate } from '../vault/VaultGate.tsx';
import { StudentPlans } from './StudentPlans.tsx';
import './touched.css';

type Touched = OutputOf<'plans.listTouched'>;

/** What was just accepted, with its undo beside it for as long as it is the newest thing. */
function Accepted() {
  const t = useT();
  const accepted = useTouched((page) => page.accepted);
  const canUndo = useUndo((state) => state.undo === 'plan-refresh');
  if (accepted === 0 || !canUndo) return null;
  return (
    <p className="touched-line" role="status">
      {t.t('touched.accepted', { count: accepted })} <Button size="small" onPress={() => { noteAccepted(0); void undo(); }}>{t.t('app.undo')}</Button>
    </p>
  );
}

function Found({ touched: { students, same } }: { readonly touched: Touched }) {
  const t = useT();
  const busy = useTouched((page) => page.busy);
  return (
    <>
      {students.length === 0 ? <Panel><EmptyState title={t.t('touched.none.title')}>{t.t('touched.none.text')}</EmptyState></Panel> : null}
      {students.map((student) => <StudentPlans key={student.id} student={student} />)}
      {same.length === 0 ? null : (
        <p className="touched-line">{t.t('touched.same', { count: same.length })} <Button size="small" isDisabled={busy} onPress={() => void acceptFor(same)}>{t.t('touched.takeSame')}</Button></p>
      )}
    </>
  );
}

function Ready() {
  const t = useT();
  const list = useTouched((page) => page.list);
  const failure = useTouched((page) => page.failure);
  const busy = useTouched((page) => page.busy);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => { void loadTouched(); }, []);
  return (
    <RequestView request={list} failedTitle={t.t('touched.failed')} onRetry={() => void loadTouched()}>
      {(touched) => {
        const ids = touched.students.flatMap(({ plans }) => plans.map(({ id }) => id));
        const actions = ids.length === 0 ? undefined : (
          <>
            <Button isDisabled={busy} onPress={() => setAsking(true)}>{t.t('touched.acceptAll')}</Button>
            <Button look="primary" onPress={() => go({ page: 'print', what: { kind: 'touched-list' } })}><Icon name="print" />{t.t('touched.print')}</Button>
          </>
        );
        return (
          <div className="stack touched">
            <PageHeader
              title={t.t('nav.touched')} subtitle={t.t('touched.lead', { touched: touched.students.length, plans: touched.plans })} actions={actions}
              crumbs={[{ label: t.t('nav.changes'), onPress: () => go({ page: 'changes' }) }]}
            />
            <Accepted />
            {failure ? <ErrorState failure={failure} size="line" /> : null}
            <Found touched={touched} />
            <ConfirmDialog isOpen={isAsking} title={t.t('touched.acceptAll.title', { count: ids.length })} confirm={t.t('touched.acceptAll')} onClose={() => setAsking(false)} onConfirm={() => { setAsking(false); void acceptFor(ids); }}>
              <p>{t.t('touched.acceptAll.text')}</p>
            </ConfirmDialog>
          </div>
        );
      }}
    </RequestView>
  );
}

/** Whose plans the edition in use touches: per student and plan what is another, what to do, and taking the new figures. */
export function TouchedPage() {
  const t = useT();
  return <VaultGate title={t.t('nav.touched')}><Ready /></VaultGate>;
}
