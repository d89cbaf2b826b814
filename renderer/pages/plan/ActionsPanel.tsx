import { useState } from 'react';
import type { Plan, PlanAction } from '../../../shared/contract/plans.ts';
import { inDueOrder } from '../../../shared/print/due-order.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { DayField } from '../../components/DateFields.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { editPlan } from '../../stores/plan.ts';
import { DraftText } from './DraftText.tsx';
import { AddForm, EditLine } from './EditLine.tsx';
import { isOverdue } from './plan-words.ts';

type Fields = Omit<PlanAction, 'id'>;
const NEW: Fields = { text: '', who: '', phone: '', dueOn: null, done: false };

function ActionFields({ action, onChange }: { readonly action: Fields; readonly onChange: (change: Partial<Fields>) => void }) {
  const t = useT();
  return (
    <>
      <DraftText label={t.t('plan.action.text')} value={action.text} onSave={(text) => onChange({ text })} maxLength={200} isMust isLive={!('id' in action)} autoFocus />
      <div className="edit-row">
        <DraftText label={t.t('plan.action.who')} value={action.who} onSave={(who) => onChange({ who })} maxLength={120} isLive={!('id' in action)} />
        <DraftText label={t.t('plan.action.phone')} value={action.phone} onSave={(phone) => onChange({ phone })} maxLength={40} type="tel" isLive={!('id' in action)} />
        <DayField label={t.t('plan.action.due')} value={action.dueOn} onChange={(dueOn) => onChange({ dueOn })} />
      </div>
    </>
  );
}

function Due({ action }: { readonly action: PlanAction }) {
  const t = useT();
  const today = useApp(selectToday);
  if (action.dueOn === null) return <span className="quiet">{t.t('plan.noDate')}</span>;
  const day = t.t('plan.by', { date: t.date(action.dueOn) });
  return isOverdue(action, today) ? <span className="overdue"><Icon name="warning" size={14} />{day}, {t.t('plan.overdue')}</span> : <span>{day}</span>;
}

/** The next things to do: who, by when, which phone. The first open three go on paper. */
export function ActionsPanel({ plan }: { readonly plan: Plan }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState<Fields | null>(null);
  const put = (action: PlanAction | (Fields & { readonly id: null })): void => void editPlan(plan.id, { type: 'put-action', action });
  return (
    <Panel title={t.t('plan.actions')} note={t.t('plan.actions.printed')} actions={adding ? null : <Button size="small" className="add-button" onPress={() => setAdding(NEW)}>{t.t('plan.actions.add')}</Button>}>
      {plan.actions.length === 0 && !adding ? <p className="quiet">{t.t('plan.actions.none')}</p> : null}
      <ul className="plain-list">
        {inDueOrder(plan.actions).map((action) => (
          <li key={action.id}>
            <EditLine
              name={action.text} isOpen={open === action.id} onOpen={(is) => setOpen(is ? action.id : null)} onRemove={() => void editPlan(plan.id, { type: 'remove-action', id: action.id })}
              form={() => <ActionFields action={action} onChange={(change) => put({ ...action, ...change })} />}
            >
              <Checkbox className="line-text" isSelected={action.done} onChange={(done) => put({ ...action, done })}>
                <span className={action.done ? 'is-done' : 'line-strong'} dir="auto" translate="no">{action.text}</span>
                {action.who === '' && action.phone === '' ? null : <span className="line-more" translate="no">{[action.who, action.phone].filter((each) => each !== '').join(' · ')}</span>}
              </Checkbox>
              <span className="line-when"><Due action={action} /></span>
            </EditLine>
          </li>
        ))}
      </ul>
      {adding ? (
        <AddForm label={t.t('plan.actions.add')} isReady={adding.text.trim() !== ''} onCancel={() => setAdding(null)} onAdd={() => { put({ ...adding, id: null }); setAdding(null); }}>
          <ActionFields action={adding} onChange={(change) => setAdding({ ...adding, ...change })} />
        </AddForm>
      ) : null}
    </Panel>
  );
}
