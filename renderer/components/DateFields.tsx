import { FieldError, Input, Label, Text, TextField as AriaTextField } from 'react-aria-components';
import { parseDay, parseMonth } from './parse-date.ts';
import { useT } from './translator-context.tsx';
import { useDraft } from './use-draft.ts';
import './field.css';

export interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM` of a month, `YYYY-MM-DD` of a day; null when there is none. */
  readonly value: string | null;
  /** Called when the field is left or Enter is pressed with something that can be read. */
  readonly onChange: (value: string | null) => void;
  readonly hint?: string;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly layout?: 'stacked' | 'inline';
  readonly hideLabel?: boolean;
}

function DateField({ of, label, value, onChange, hint, error, isDisabled, autoFocus, layout = 'stacked', hideLabel }: DateFieldProps & { readonly of: 'month' | 'day' }) {
  const t = useT();
  const { text, isBad, type, commit } = useDraft(value, t.date, of === 'month' ? parseMonth : parseDay, onChange);
  const wrong = isBad ? t.t(of === 'month' ? 'form.badMonth' : 'form.badDay') : error;
  return (
    <AriaTextField
      className={`field field-date${layout === 'inline' ? ' field-inline' : ''}`} value={text} onChange={type} onBlur={commit} isInvalid={Boolean(wrong)} isDisabled={isDisabled ?? false}
      validationBehavior="aria" {...(autoFocus ? { autoFocus } : {})} onKeyDown={(event) => { if (event.key === 'Enter') commit(); else event.continuePropagation(); }}
    >
      <Label className={hideLabel ? 'only-heard' : 'field-label'}>{label}</Label>
      {hint === undefined ? null : <Text slot="description" className="field-hint">{hint}</Text>}
      <Input className="field-box" autoComplete="off" spellCheck={false} placeholder={t.t(of === 'month' ? 'form.month' : 'form.day')} />
      {wrong ? <FieldError className="field-error">{wrong}</FieldError> : null}
    </AriaTextField>
  );
}

/** A month, typed: no calendar to click through for a date four years away. */
export const MonthField = (props: DateFieldProps) => <DateField {...props} of="month" />;
/** A day, typed. */
export const DayField = (props: DateFieldProps) => <DateField {...props} of="day" />;
