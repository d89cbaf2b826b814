import { FieldError, Input, Label, Text, TextField as AriaTextField } from 'react-aria-components';
import { parseNumber } from './parse-number.ts';
import type { NumberUnit } from './parse-number.ts';
import { useT } from './translator-context.tsx';
import { useDraft } from './use-draft.ts';
import './field.css';

interface NumberFieldProps {
  readonly label: string;
  /** Whole dollars, cents, hours or pieces by `unit`; null when nothing is known. */
  readonly value: number | null;
  /** Called when the field is left or Enter is pressed with something that can be read. */
  readonly onChange: (value: number | null) => void;
  readonly unit: NumberUnit;
  readonly min?: number;
  readonly max?: number;
  readonly hint?: string;
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly layout?: 'stacked' | 'inline';
  readonly hideLabel?: boolean;
}

/** Money, hours or a count, typed as people type it. */
export function NumberField({ label, value, onChange, unit, min = 0, max = 100_000_000, hint, error, placeholder, isDisabled, autoFocus, layout = 'stacked', hideLabel }: NumberFieldProps) {
  const t = useT();
  const money = unit === 'cents' || unit === 'dollars';
  const say = (amount: number): string => (unit === 'cents' ? t.cents(amount) : unit === 'dollars' ? t.dollars(amount) : t.count(amount));
  const { text, isBad, type, commit } = useDraft(value, say, (typed) => parseNumber(typed, unit, min, max), onChange);
  const wrong = isBad ? t.t(money ? 'form.badMoney' : 'form.badNumber', { min: say(min), max: say(max) }) : error;
  return (
    <AriaTextField
      className={`field field-short${layout === 'inline' ? ' field-inline' : ''}`} value={text} onChange={type} onBlur={commit} inputMode="decimal" isInvalid={Boolean(wrong)} isDisabled={isDisabled ?? false}
      validationBehavior="aria" {...(autoFocus ? { autoFocus } : {})} onKeyDown={(event) => { if (event.key === 'Enter') commit(); else event.continuePropagation(); }}
    >
      <Label className={hideLabel ? 'only-heard' : 'field-label'}>{label}</Label>
      {hint === undefined ? null : <Text slot="description" className="field-hint">{hint}</Text>}
      <Input className="field-box field-number" autoComplete="off" {...(placeholder === undefined ? {} : { placeholder })} />
      {wrong ? <FieldError className="field-error">{wrong}</FieldError> : null}
    </AriaTextField>
  );
}
