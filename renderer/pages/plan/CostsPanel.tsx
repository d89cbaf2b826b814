import { useState } from 'react';
import type { Plan, PlanCost } from '../../../shared/contract/plans.ts';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { editPlan } from '../../stores/plan.ts';
import { CostFields } from './CostFields.tsx';
import type { CostDraft } from './CostFields.tsx';
import { AddForm, EditLine } from './EditLine.tsx';
import { costWords, totalWords } from './plan-words.ts';

const NEW: CostDraft = {
  stepId: null, label: '', lowCents: null, highCents: null, atLeast: false, unknown: 'not-collected', priceYear: null, payers: [], askWhom: '', phone: '', evidence: null,
};

/** Payers told on a line; all of them stand in its fields and on paper. */
const SHOWN_PAYERS = 3;

/** What a cost is, with where it comes from when the data said it. */
function Amount({ cost }: { readonly cost: PlanCost }) {
  const t = useT();
  const words = costWords(cost, t);
  if (cost.evidence === null) return <span className={cost.lowCents === null ? 'quiet' : ''}>{words}</span>;
  return <Figure what={cost.label} value={words} from={{ source: null, evidence: cost.evidence, vintage: cost.priceYear === null ? null : String(cost.priceYear), area: null, basis: 'published', method: null }} />;
}

/** Costs, one a line, with who might pay. An unknown one is a word, never nothing. */
export function CostsPanel({ plan }: { readonly plan: Plan }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState<CostDraft | null>(null);
  const put = (cost: PlanCost | (CostDraft & { readonly id: null })): void => void editPlan(plan.id, { type: 'put-cost', cost });
  const stepOf = (cost: PlanCost): string => plan.steps.find((step) => step.id === cost.stepId)?.title ?? '';
  // With costs of one step only, its name on every line says nothing.
  const manySteps = new Set(plan.costs.map((cost) => cost.stepId)).size > 1;
  const payersOf = ({ payers }: PlanCost): string => {
    const words = payers.slice(0, SHOWN_PAYERS).map((payer) => t.t(`payer.${payer}`)).join(', ');
    const more = payers.length - SHOWN_PAYERS;
    return payers.length === 0 ? t.t('plan.cost.noPayer') : more > 0 ? t.t('plan.cost.morePayers', { payers: words, more }) : words;
  };
  return (
    <Panel title={t.t('plan.costs')} actions={adding ? null : <Button size="small" className="add-button" onPress={() => setAdding(NEW)}>{t.t('plan.costs.add')}</Button>}>
      {plan.costs.length === 0 && !adding ? <p className="quiet">{t.t('plan.costs.none')}</p> : null}
      <ul className="plain-list">
        {plan.costs.map((cost) => (
          <li key={cost.id} className="cost-line">
            <EditLine
              name={cost.label} isOpen={open === cost.id} onOpen={(is) => setOpen(is ? cost.id : null)} onRemove={() => void editPlan(plan.id, { type: 'remove-cost', id: cost.id })}
              form={() => <CostFields cost={cost} steps={plan.steps} onChange={(change) => put({ ...cost, ...change })} />}
            >
              <span className="line-text">
                <span className="line-strong" dir="auto">{cost.label}</span>
                {manySteps && stepOf(cost) !== '' ? <span className="line-more" dir="auto">{stepOf(cost)}</span> : null}
                {cost.askWhom === '' && cost.phone === '' ? null : <span className="line-more" translate="no">{[cost.askWhom, cost.phone].filter((each) => each !== '').join(' · ')}</span>}
              </span>
              <span className="line-amount"><Amount cost={cost} /></span>
              <span className="line-payers quiet">{payersOf(cost)}</span>
            </EditLine>
          </li>
        ))}
        {plan.costs.length > 1 ? (
          <li className="cost-line cost-total"><div className="edit-line"><span className="line-text line-strong">{t.t('plan.costs.total')}</span><strong className="line-total">{totalWords(plan.costs, t)}</strong></div></li>
        ) : null}
      </ul>
      {adding ? (
        <AddForm label={t.t('plan.costs.add')} isReady={adding.label.trim() !== ''} onCancel={() => setAdding(null)} onAdd={() => { put({ ...adding, id: null }); setAdding(null); }}>
          <CostFields cost={adding} steps={plan.steps} onChange={(change) => setAdding((before) => (before ? { ...before, ...change } : before))} />
        </AddForm>
      ) : null}
    </Panel>
  );
}
