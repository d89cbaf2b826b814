import { CONTACT_TOPICS } from '../../../shared/domain/overlay/entry.ts';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import type { ContactDraft } from './draft.ts';

interface ContactFieldsProps {
  readonly draft: ContactDraft;
  readonly isMissing: boolean;
  readonly onChange: (change: Partial<ContactDraft>) => void;
}

/** Whom to call, for what, and when somebody answers. */
export function ContactFields({ draft, isMissing, onChange }: ContactFieldsProps) {
  const t = useT();
  return (
    <div className="edit-row">
      <div className="own-who"><TextField label={t.t('own.contact.name')} value={draft.name} onChange={(name) => onChange({ name })} maxLength={120} isRequired error={isMissing ? t.t('own.contact.missing') : null} /></div>
      <SelectField label={t.t('own.topic')} value={draft.topic} onChange={(topic) => onChange({ topic })} options={CONTACT_TOPICS.map((id) => ({ id, label: t.t(`own.topic.${id}`) }))} />
      <TextField label={t.t('own.phone')} type="tel" value={draft.phone} onChange={(phone) => onChange({ phone })} maxLength={40} />
      <TextField label={t.t('own.hours')} value={draft.hours} onChange={(hours) => onChange({ hours })} maxLength={80} placeholder={t.t('own.hours.hint')} />
      <TextField label={t.t('own.web')} value={draft.web} onChange={(web) => onChange({ web })} maxLength={200} />
    </div>
  );
}
