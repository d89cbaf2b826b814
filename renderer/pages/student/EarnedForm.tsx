import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { MonthField } from '../../components/DateFields.tsx';
import { useT } from '../../components/translator-context.tsx';
import type { EarnedInput } from '../../stores/student.ts';
import { CredentialSearch } from './CredentialSearch.tsx';
import { useFocusBack } from './use-focus-back.ts';

interface Props {
  readonly start: EarnedInput;
  readonly onSave: (earned: EarnedInput) => void;
  readonly onCancel: () => void;
}

/** What is earned: one of the list or any name, with the months it holds. */
export function EarnedForm({ start, onSave, onCancel }: Props) {
  const t = useT();
  const [earned, setEarned] = useState(start);
  const change = (next: Partial<EarnedInput>): void => setEarned((before) => ({ ...before, ...next }));
  const name = earned.name.trim();
  const form = useFocusBack();
  return (
    <form ref={form} className="edit-form" onSubmit={(event) => { event.preventDefault(); if (name !== '') onSave({ ...earned, name }); }}>
      <CredentialSearch
        label={t.t('student.earned.name')} hint={t.t('student.earned.name.why')} text={earned.name} autoFocus
        // Typing over a name that was chosen makes it another one; choosing sets both.
        onText={(text) => { if (text !== earned.name) change({ name: text, credentialId: null }); }}
        onPick={(row) => change({ name: t.name(row.name), credentialId: row.id })}
      />
      <div className="edit-row">
        <MonthField label={t.t('student.earned.on')} value={earned.earnedOn} onChange={(earnedOn) => change({ earnedOn })} />
        <MonthField label={t.t('student.earned.expires')} value={earned.expiresOn} onChange={(expiresOn) => change({ expiresOn })} />
      </div>
      <div className="form-foot">
        <Button onPress={onCancel}>{t.t('app.cancel')}</Button>
        <Button type="submit" look="primary" isDisabled={name === ''}>{t.t('student.earned.save')}</Button>
      </div>
    </form>
  );
}
