import { useEffect } from 'react';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { loadCredentialRows, useCredentialRows } from '../../stores/credential-rows.ts';
import { go } from '../../stores/navigation.ts';
import { clearPlanDraft, usePlanDraft } from '../../stores/plan-draft.ts';
import { useStudent } from '../../stores/student.ts';
import { openAddStudent } from '../../stores/students.ts';

/** Says that a plan waits for a student, and what else can be done with it. */
export function ChooseForPlan({ canAdd }: { readonly canAdd: boolean }) {
  const t = useT();
  const ids = usePlanDraft((draft) => draft.credentialIds);
  const rows = useCredentialRows((state) => state.rows);
  const { busy, failure } = useStudent();
  useEffect(() => { void loadCredentialRows(ids); }, [ids]);
  if (ids.length === 0) return null;
  const names = new Intl.ListFormat(t.locale).format(ids.map((id) => (rows[id] ? t.name(rows[id].shortName) : '…')));
  const print = (): void => {
    clearPlanDraft();
    go({ page: 'print', what: { kind: 'walk-in-plan', credentialIds: ids.slice(0, 4) } });
  };
  return (
    <Panel className="choose-panel" title={t.t('students.choose.title')}>
      <p>{busy ? t.t('students.choose.making') : t.t('students.choose.text', { names })}</p>
      {failure ? <ErrorState failure={failure} size="line" /> : null}
      <div className="cluster">
        {canAdd ? <Button look="primary" onPress={openAddStudent}>{t.t('students.choose.new')}</Button> : null}
        <Button onPress={print}>{t.t('students.choose.walkIn')}</Button>
        <Button look="quiet" onPress={clearPlanDraft}>{t.t('students.choose.stop')}</Button>
      </div>
    </Panel>
  );
}
