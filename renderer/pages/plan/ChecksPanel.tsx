import { useState } from 'react';
import type { Plan, PlanCheck } from '../../../shared/contract/plans.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Segmented } from '../../components/RadioGroup.tsx';
import { useT } from '../../components/translator-context.tsx';
import { editPlan } from '../../stores/plan.ts';
import { DraftText } from './DraftText.tsx';
import { AddForm, EditLine } from './EditLine.tsx';

type Fields = Omit<PlanCheck, 'id'>;
const NEW: Fields = { label: '', answer: 'ask', done: false, evidence: null };

function CheckFields({ check, onChange }: { readonly check: Fields; readonly onChange: (change: Partial<Fields>) => void }) {
  const t = useT();
  return (
    <>
      <DraftText label={t.t('plan.check.label')} value={check.label} onSave={(label) => onChange({ label })} maxLength={200} isMust isLive={!('id' in check)} autoFocus />
      <Segmented
        label={t.t('plan.check.answer')} value={check.answer} onChange={(answer) => onChange({ answer })}
        options={[{ id: 'yes', label: t.t('plan.check.answer.yes') }, { id: 'ask', label: t.t('plan.check.answer.ask') }]}
      />
    </>
  );
}

/** What may stop this person, found out before money is spent. What is not known is a question, never left out. */
export function ChecksPanel({ plan }: { readonly plan: Plan }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState<Fields | null>(null);
  const put = (check: PlanCheck | (Fields & { readonly id: null })): void => void editPlan(plan.id, { type: 'put-check', check });
  return (
    <Panel title={t.t('plan.checks')}>
      {plan.checks.length === 0 && !adding ? <p className="quiet">{t.t('plan.checks.none')}</p> : null}
      <ul className="plain-list list-close">
        {plan.checks.map((check) => (
          <li key={check.id}>
            <EditLine
              name={check.label} isOpen={open === check.id} onOpen={(is) => setOpen(is ? check.id : null)} onRemove={() => void editPlan(plan.id, { type: 'remove-check', id: check.id })}
              form={() => <CheckFields check={check} onChange={(change) => put({ ...check, ...change })} />}
            >
              <Checkbox className="line-text" isSelected={check.done} onChange={(done) => put({ ...check, done })}>
                <span className={check.done ? 'is-done' : ''} dir="auto">{check.label}</span>
                {check.answer === 'ask' && !check.done ? <span className="tag-ask">{t.t('plan.check.ask')}</span> : null}
              </Checkbox>
            </EditLine>
          </li>
        ))}
      </ul>
      {adding ? (
        <AddForm label={t.t('plan.checks.add')} isReady={adding.label.trim() !== ''} onCancel={() => setAdding(null)} onAdd={() => { put({ ...adding, id: null }); setAdding(null); }}>
          <CheckFields check={adding} onChange={(change) => setAdding({ ...adding, ...change })} />
        </AddForm>
      ) : <div className="panel-foot"><Button size="small" className="add-button" onPress={() => setAdding(NEW)}>{t.t('plan.checks.add')}</Button></div>}
    </Panel>
  );
}
