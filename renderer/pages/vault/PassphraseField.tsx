import { useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { Checkbox } from '../../components/Checkbox.tsx';
import { useT } from '../../components/translator-context.tsx';
import '../../components/field.css';
import './vault.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
  readonly shown: boolean;
}

/**
 * A field whose text is covered. It is not of the type `password`: browsers and password managers
 * offer to keep what stands in one, and this passphrase opens the records of minors.
 */
export function PassphraseField({ label, value, onChange, hint, error, autoFocus, shown }: Props) {
  return (
    <TextField className="field" value={value} onChange={onChange} isInvalid={Boolean(error)} validationBehavior="aria" autoComplete="off" maxLength={500} {...(autoFocus ? { autoFocus } : {})}>
      <Label className="field-label">{label}</Label>
      {hint === undefined ? null : <Text slot="description" className="field-hint">{hint}</Text>}
      <Input
        className={shown ? 'field-box' : 'field-box is-covered'} spellCheck={false} translate="no" autoCapitalize="none" autoCorrect="off"
        data-1p-ignore="" data-lpignore="true" data-bwignore="" data-form-type="other"
      />
      {error ? <FieldError className="field-error">{error}</FieldError> : null}
    </TextField>
  );
}

/** Whether what is typed is shown, and the box that switches it. */
export function useShown(): { readonly shown: boolean; readonly box: React.ReactNode } {
  const t = useT();
  const [shown, setShown] = useState(false);
  return { shown, box: <Checkbox isSelected={shown} onChange={setShown}>{t.t('vault.passphrase.show')}</Checkbox> };
}
