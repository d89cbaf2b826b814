import { useEffect, useState } from 'react';
import type { PlanCost, PlanStep } from '../../../shared/contract/plans.ts';
import { PAYERS, UNKNOWN_WORDS } from '../../../shared/domain/facts.ts';
import type { UnknownWord } from '../../../shared/domain/facts.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { NOBODY, showPayers, usePayers } from '../../stores/payers.ts';
import { usePlan } from '../../stores/plan.ts';
import { valueOf } from '../../stores/request.ts';
import { PayerList } from '../credential/PayerList.tsx';
import { DraftText } from './DraftText.tsx';
import { YearField } from './YearField.tsx';

export type CostDraft = Omit<PlanCost, 'id'>;
interface Props {
  readonly cost: CostDraft;
  readonly steps: readonly PlanStep[];
  readonly onChange: (change: Partial<CostDraft>) => void;
}

/** How much: a price, a range, or the word for not knowing it. Something typed is no longer the published fact. */
function Amount({ cost, onChange }: Omit<Props, 'steps'>) {
  const t = useT();
  // "Yes" is chosen before there is a price to save.
  const [isTyping, setTyping] = useState(cost.lowCents !== null);
  const known = cost.lowCents !== null || isTyping;
  const choose = (id: UnknownWord | 'yes'): void => {
    setTyping(id === 'yes');
    if (id !== 'yes') onChange({ lowCents: null, highCents: null, atLeast: false, unknown: id, priceYear: null, evidence: null });
  };
  return (
    <>
      <SelectField<UnknownWord | 'yes'>
        label={t.t('plan.cost.known')} value={known ? 'yes' : (cost.unknown ?? 'not-collected')} onChange={choose}
        options={[{ id: 'yes', label: t.t('plan.cost.known.yes') }, ...UNKNOWN_WORDS.map((word) => ({ id: word, label: t.t(`unknown.${word}`) }))]}
      />
      {known ? (
        <div className="edit-row">
          <NumberField label={t.t('plan.cost.low')} unit="cents" value={cost.lowCents} onChange={(lowCents) => { if (lowCents !== null) onChange({ lowCents, unknown: null, evidence: null }); }} />
          <NumberField label={t.t('plan.cost.high')} hint={t.t('plan.cost.high.why')} unit="cents" value={cost.highCents} min={cost.lowCents ?? 0} isDisabled={cost.lowCents === null} onChange={(highCents) => onChange({ highCents, evidence: null })} />
          <YearField label={t.t('plan.cost.year')} value={cost.priceYear} onChange={(priceYear) => onChange({ priceYear })} />
          <Checkbox isSelected={cost.atLeast} isDisabled={cost.lowCents === null} onChange={(atLeast) => onChange({ atLeast })}>{t.t('plan.cost.atLeast')}</Checkbox>
        </div>
      ) : null}
    </>
  );
}

/** Everything about one cost. */
export function CostFields({ cost, steps, onChange }: Props) {
  const t = useT();
  return (
    <>
      <div className="edit-row">
        <DraftText label={t.t('plan.cost.label')} value={cost.label} onSave={(label) => onChange({ label })} maxLength={200} isMust isLive={!('id' in cost)} autoFocus />
        <SelectField
          label={t.t('plan.cost.step')} value={cost.stepId ?? 'none'} onChange={(id) => onChange({ stepId: id === 'none' ? null : id })}
          options={[{ id: 'none', label: t.t('plan.cost.step.none') }, ...steps.map((step) => ({ id: step.id, label: step.title }))]}
        />
      </div>
      <Amount cost={cost} onChange={onChange} />
      <fieldset>
        <legend className="field-label">{t.t('plan.cost.payers')}</legend>
        <div className="payers">
          {PAYERS.map((payer) => (
            <Checkbox
              key={payer} isSelected={cost.payers.includes(payer)}
              onChange={(is) => onChange({ payers: is ? PAYERS.filter((each) => each === payer || cost.payers.includes(each)) : cost.payers.filter((each) => each !== payer) })}
            >{t.t(`payer.${payer}`)}</Checkbox>
          ))}
        </div>
        <StepPayers credentialId={steps.find((step) => step.id === cost.stepId)?.credentialId ?? null} />
      </fieldset>
      <div className="edit-row">
        <DraftText label={t.t('plan.cost.ask')} value={cost.askWhom} onSave={(askWhom) => onChange({ askWhom })} maxLength={120} isLive={!('id' in cost)} />
        <DraftText label={t.t('plan.cost.phone')} value={cost.phone} onSave={(phone) => onChange({ phone })} maxLength={40} type="tel" isLive={!('id' in cost)} />
      </div>
    </>
  );
}

/** Who might pay for the credential of a step, for the student whose plan it is; nothing for other steps. */
function StepPayers({ credentialId }: { readonly credentialId: string | null }) {
  const t = useT();
  const student = usePlan((page) => page.student);
  const areaId = usePlan((page) => valueOf(page.plan)?.areaId ?? null);
  const shown = usePayers((state) => state.credentialId);
  const found = usePayers((state) => valueOf(state.found));
  // Whether somebody served, or has a disability, is not in a record: it stays a question.
  const inHighSchool = student !== null && student.grade !== null && student.hasDiploma !== true;
  useEffect(() => { if (credentialId !== null && areaId !== null) showPayers(credentialId, { person: { ...NOBODY, inHighSchool }, areaId }); }, [credentialId, areaId, inHighSchool]);
  if (credentialId === null || shown !== credentialId || found === null) return null;
  return (
    <details className="ledger">
      <summary>{t.t('payers.ofLine')}</summary>
      <PayerList hints={found.hints} />
    </details>
  );
}
