import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { parseNumber } from '../../components/parse-number.ts';
import type { NumberUnit } from '../../components/parse-number.ts';
import { useT } from '../../components/translator-context.tsx';
import '../../components/field.css';

interface AssumptionFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly unit: NumberUnit;
  readonly min: number;
  readonly max: number;
  /** Called with every key that leaves something that can be counted with; null when the field is empty. */
  readonly onChange: (value: number | null) => void;
  readonly placeholder?: string;
  readonly layout?: 'stacked' | 'inline';
}

/** A value the comparison counts on. It is worked out again while one types; what cannot be counted with changes nothing. */
export function AssumptionField({ label, value, unit, min, max, onChange, placeholder, layout = 'inline' }: AssumptionFieldProps) {
  const t = useT();
  const [draft, setDraft] = useState<string | null>(null);
  const say = (amount: number): string => (unit === 'cents' ? t.cents(amount) : unit === 'dollars' ? t.dollars(amount) : t.count(amount));
  const parsed = draft === null ? null : parseNumber(draft.trim(), unit, min, max);
  const type = (text: string): void => {
    setDraft(text);
    const next = parseNumber(text.trim(), unit, min, max);
    if (next.ok && next.value !== value) onChange(next.value);
  };
  const isBad = parsed !== null && !parsed.ok;
  return (
    <TextField className={layout === 'inline' ? 'field field-inline' : 'field'} value={draft ?? (value === null ? '' : say(value))} onChange={type} onBlur={() => { if (!isBad) setDraft(null); }} inputMode="decimal" isInvalid={isBad} validationBehavior="aria">
      <Label className="field-label">{label}</Label>
      <Input className="field-box field-number" autoComplete="off" {...(placeholder === undefined ? {} : { placeholder })} />
      {isBad ? <FieldError className="field-error">{t.t(unit === 'cents' || unit === 'dollars' ? 'form.badMoney' : 'form.badNumber', { min: say(min), max: say(max) })}</FieldError> : null}
    </TextField>
  );
}
