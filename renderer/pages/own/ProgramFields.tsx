import { PAYERS } from '../../../shared/domain/facts.ts';
import { TRAINING_DELIVERIES } from '../../../shared/domain/training.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { DayField } from '../../components/DateFields.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Segmented } from '../../components/RadioGroup.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import type { ProgramDraft } from './draft.ts';

interface ProgramFieldsProps {
  readonly draft: ProgramDraft;
  readonly isMissing: boolean;
  readonly onChange: (change: Partial<ProgramDraft>) => void;
}

/** Who teaches it and where, whom to call, what it takes and costs, and whether it runs. */
export function ProgramFields({ draft, isMissing, onChange }: ProgramFieldsProps) {
  const t = useT();
  const line = (key: 'city' | 'county' | 'contact' | 'hours' | 'web' | 'title', most: number, placeholder?: string) =>
    <TextField label={t.t(key === 'title' ? 'own.title.field' : `own.${key}`)} value={draft[key]} onChange={(text) => onChange({ [key]: text })} maxLength={most} {...(placeholder === undefined ? {} : { placeholder })} />;
  return (
    <>
      <Segmented
        label={t.t('own.runs')} value={draft.runs ? 'yes' : 'no'} onChange={(runs) => onChange({ runs: runs === 'yes' })}
        options={[{ id: 'yes', label: t.t('own.runs.yes') }, { id: 'no', label: t.t('own.runs.no') }]}
      />
      <div className="edit-row">
        <div className="own-who"><TextField label={t.t('own.provider')} value={draft.provider} onChange={(provider) => onChange({ provider })} maxLength={120} isRequired error={isMissing ? t.t('own.provider.missing') : null} /></div>
        {line('title', 160)}{line('city', 60)}{line('county', 60)}
      </div>
      <div className="edit-row">
        {line('contact', 120)}
        <TextField label={t.t('own.phone')} type="tel" value={draft.phone} onChange={(phone) => onChange({ phone })} maxLength={40} />
        {line('hours', 80, t.t('own.hours.hint'))}{line('web', 200)}
      </div>
      <div className="edit-row">
        <NumberField label={t.t('own.price.field')} hint={t.t('own.price.hint')} unit="cents" value={draft.priceCents} onChange={(priceCents) => onChange({ priceCents })} />
        <DayField label={t.t('own.startsOn')} value={draft.startsOn} onChange={(startsOn) => onChange({ startsOn })} />
        <NumberField label={t.t('own.seats')} unit="count" max={10_000} value={draft.seats} onChange={(seats) => onChange({ seats })} />
      </div>
      <div className="edit-row">
        <NumberField label={t.t('own.weeks')} unit="count" min={1} max={520} value={draft.weeks} onChange={(weeks) => onChange({ weeks })} />
        <NumberField label={t.t('own.clockHours')} unit="count" min={1} max={20_000} value={draft.clockHours} onChange={(clockHours) => onChange({ clockHours })} />
        <SelectField
          label={t.t('own.delivery')} value={draft.delivery ?? 'unknown'} onChange={(delivery) => onChange({ delivery: delivery === 'unknown' ? null : delivery })}
          options={(['unknown', ...TRAINING_DELIVERIES] as const).map((id) => ({ id, label: t.t(`own.delivery.${id}`) }))}
        />
      </div>
      <fieldset>
        <legend className="field-label">{t.t('own.payers')}</legend>
        <div className="own-payers">
          {PAYERS.map((payer) => (
            <Checkbox key={payer} isSelected={draft.payers.includes(payer)} onChange={(is) => onChange({ payers: is ? [...draft.payers, payer] : draft.payers.filter((each) => each !== payer) })}>{t.t(`payer.${payer}`)}</Checkbox>
          ))}
        </div>
      </fieldset>
    </>
  );
}
