import { useEffect, useRef, useState } from 'react';
import type { EntryDraft } from '../../../shared/domain/overlay/entry.ts';
import { Button } from '../../components/Button.tsx';
import { DayField } from '../../components/DateFields.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { CredentialSearch } from '../student/CredentialSearch.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { ContactFields } from './ContactFields.tsx';
import { tidy, wrongIn } from './draft.ts';
import { ProgramFields } from './ProgramFields.tsx';

interface OwnFormProps {
  readonly label: string;
  readonly start: EntryDraft;
  /** Resolves with whether it was kept; what was typed stays in the form until it is. */
  readonly onSave: (draft: EntryDraft) => Promise<boolean>;
  readonly onClose: () => void;
}

/** The fields of one entry. Only who it is must be there: what is not known stays open. */
export function OwnForm({ label, start, onSave, onClose }: OwnFormProps) {
  const t = useT();
  const today = useApp(selectToday);
  const [first] = useState(start);
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const typed = useRef({ draft, onSave });
  useEffect(() => { typed.current = { draft, onSave }; });
  useEffect(() => {
    const { route } = useNavigation.getState();
    return () => {
      // The page is left with enough typed to keep: nothing that was typed is lost.
      const left = typed.current;
      if (useNavigation.getState().route !== route && left.draft !== first && wrongIn(left.draft, today).size === 0) void left.onSave(tidy(left.draft));
    };
  }, [first, today]);
  const change = (next: Partial<EntryDraft>): void => setDraft((before) => ({ ...before, ...next }) as EntryDraft);
  const wrong = tried ? wrongIn(draft, today) : new Set<'who' | 'checkedOn'>();
  const save = async (): Promise<void> => {
    setTried(true);
    // A field that cannot be read keeps its last value: that must not pass for what was typed.
    const bad = form.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    if (bad) return bad.focus();
    const missing = wrongIn(draft, today);
    if (missing.size > 0) return form.current?.querySelector<HTMLElement>(missing.has('who') ? '.own-who input' : '.own-checked input')?.focus();
    setSaving(true);
    const kept = await onSave(tidy(draft));
    setSaving(false);
    if (kept) onClose();
  };
  return (
    <form ref={form} className="own-form" aria-label={label} noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {draft.kind === 'program' ? <ProgramFields draft={draft} isMissing={wrong.has('who')} onChange={change} /> : <ContactFields draft={draft} isMissing={wrong.has('who')} onChange={change} />}
      <CredentialSearch
        label={t.t('own.credential')} hint={t.t('own.credential.hint')} text={draft.credentialName === null ? '' : t.name(draft.credentialName)}
        // Typing over a name that was chosen makes it another one; choosing sets both.
        onText={(text) => { if (text !== (draft.credentialName === null ? '' : t.name(draft.credentialName))) change({ credentialId: null, credentialName: text === '' ? null : { en: text, es: text } }); }}
        onPick={(row) => change({ credentialId: row.id, credentialName: row.name })}
      />
      <TextField label={t.t('own.note')} hint={t.t('own.note.hint')} value={draft.note} onChange={(note) => change({ note })} maxLength={400} />
      <div className="edit-row">
        <div className="own-checked"><DayField label={t.t('own.checkedOn')} value={draft.checkedOn} onChange={(checkedOn) => { if (checkedOn !== null) change({ checkedOn }); }} error={wrong.has('checkedOn') ? t.t('own.checkedOn.future') : null} /></div>
        <TextField label={t.t('own.checkedBy')} value={draft.checkedBy} onChange={(checkedBy) => change({ checkedBy })} maxLength={120} />
      </div>
      <div className="form-foot">
        <Button onPress={onClose}>{t.t('app.cancel')}</Button>
        <Button type="submit" look="primary" isPending={saving}>{t.t('own.save')}</Button>
      </div>
    </form>
  );
}
