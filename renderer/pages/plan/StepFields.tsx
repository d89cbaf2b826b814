import type { PlanStep } from '../../../shared/contract/plans.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { MonthField } from '../../components/DateFields.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { DraftText } from './DraftText.tsx';

export type StepDraft = Omit<PlanStep, 'id'>;
export const NEW_STEP: StepDraft = { kind: 'other', credentialId: null, title: '', startsOn: null, endsOn: null, skippable: false, done: false, note: '' };
const KINDS = ['high-school', 'credential', 'work', 'other'] as const;

/** Everything about one step. */
export function StepFields({ step, onChange }: { readonly step: StepDraft; readonly onChange: (change: Partial<StepDraft>) => void }) {
  const t = useT();
  return (
    <>
      <div className="edit-row">
        <DraftText label={t.t('plan.step.title')} value={step.title} onSave={(title) => onChange({ title })} maxLength={200} isMust isLive={!('id' in step)} autoFocus={'id' in step} />
        <SelectField label={t.t('plan.step.kind')} value={step.kind} onChange={(kind) => onChange({ kind })} options={KINDS.map((kind) => ({ id: kind, label: t.t(`plan.step.kind.${kind}`) }))} />
      </div>
      <div className="edit-row">
        <MonthField label={t.t('plan.step.starts')} value={step.startsOn} onChange={(startsOn) => onChange({ startsOn })} />
        <MonthField label={t.t('plan.step.ends')} value={step.endsOn} onChange={(endsOn) => onChange({ endsOn })} />
        <Checkbox isSelected={step.skippable} onChange={(skippable) => onChange({ skippable })}>{t.t('plan.step.skippable')}</Checkbox>
      </div>
      <DraftText label={t.t('plan.step.note')} value={step.note} onSave={(note) => onChange({ note })} maxLength={500} lines={2} />
    </>
  );
}
