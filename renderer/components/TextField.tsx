import { FieldError, Input, Label, Text, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import './field.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called when the field is left or Enter is pressed: where to save what was typed. */
  readonly onCommit?: (value: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  /** What is wrong, in a sentence; empty or absent when nothing is. */
  readonly error?: string | null;
  readonly type?: 'text' | 'password' | 'tel' | 'search';
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly layout?: 'stacked' | 'inline';
  /** Hides the label from the eye where a heading beside it says the same. */
  readonly hideLabel?: boolean;
}
interface MoreProps extends TextFieldProps { readonly lines?: number }

function Field(props: MoreProps & { readonly long: boolean }) {
  const { label, value, onChange, onCommit, hint, placeholder, error, type = 'text', isDisabled, isRequired, autoFocus, maxLength, layout = 'stacked', hideLabel, long, lines = 4 } = props;
  // Nothing typed about a student may be kept by the browser, looked up or translated elsewhere.
  const box = { className: 'field-box', autoComplete: 'off', spellCheck: false, translate: 'no' as const, dir: 'auto', ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <AriaTextField
      className={`field${layout === 'inline' ? ' field-inline' : ''}`} value={value} onChange={onChange} type={type} isInvalid={Boolean(error)}
      isDisabled={isDisabled ?? false} isRequired={isRequired ?? false} validationBehavior="aria"
      {...(autoFocus ? { autoFocus } : {})} {...(maxLength === undefined ? {} : { maxLength })}
      onBlur={() => onCommit?.(value)} {...(long ? {} : { onKeyDown: (event) => { if (event.key === 'Enter') onCommit?.(value); else event.continuePropagation(); } })}
    >
      <Label className={hideLabel ? 'only-heard' : 'field-label'}>{label}</Label>
      {hint === undefined ? null : <Text slot="description" className="field-hint">{hint}</Text>}
      {long ? <AriaTextArea {...box} rows={lines} /> : <Input {...box} />}
      {error ? <FieldError className="field-error">{error}</FieldError> : null}
    </AriaTextField>
  );
}

/** One line of text. */
export const TextField = (props: TextFieldProps) => <Field {...props} long={false} />;
/** Several lines of text. */
export const TextArea = (props: MoreProps) => <Field {...props} long />;
