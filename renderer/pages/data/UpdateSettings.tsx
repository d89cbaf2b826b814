import { useState } from 'react';
import { ASK_ABOVE_MB } from '../../../shared/contract/update-sizes.ts';
import type { UpdateState } from '../../../shared/contract/updates.ts';
import { RadioGroup } from '../../components/RadioGroup.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { configureUpdates } from '../../stores/updates.ts';

type Chosen = 'daily' | 'asked' | 'off';
const MODES: readonly Chosen[] = ['daily', 'asked', 'off'];

/** How updates come: folded away, as nobody changes it twice. */
export function UpdateSettings({ state: { mode, askAboveMb, address, addressBy, publisher } }: { readonly state: UpdateState }) {
  const t = useT();
  const own = addressBy === 'person' ? (address ?? '') : '';
  const [draft, setDraft] = useState<string | null>(null);
  const keepAddress = (): void => {
    const wanted = draft?.trim() ?? own;
    setDraft(null);
    if (wanted !== own) configureUpdates({ address: wanted === '' ? null : wanted });
  };
  return (
    <details className="updates-settings">
      <summary>{t.t('updates.settings')}</summary>
      <div className="stack">
        <RadioGroup label={t.t('updates.mode')} value={mode === 'unasked' ? null : mode} onChange={(chosen: Chosen) => configureUpdates({ mode: chosen })} options={MODES.map((id) => ({ id, label: t.t(`updates.mode.${id}`) }))} />
        <SelectField
          label={t.t('updates.limit')} hint={t.t('updates.limit.hint')} value={String(askAboveMb)}
          options={ASK_ABOVE_MB.map((mb) => ({ id: String(mb), label: t.t('updates.limit.mb', { mb }) }))}
          onChange={(id) => { const mb = ASK_ABOVE_MB.find((each) => String(each) === id); if (mb !== undefined) configureUpdates({ askAboveMb: mb }); }}
        />
        <TextField label={t.t('updates.address')} hint={t.t('updates.address.hint')} value={draft ?? own} onChange={setDraft} onCommit={keepAddress} maxLength={300} />
        {address !== null && addressBy !== null && addressBy !== 'person' ? <p><code className="data-code">{address}</code> {t.t(`updates.address.${addressBy}`)}</p> : null}
        {publisher ? (
          <dl className="data-lines">
            <dt>{t.t('updates.publisher')}</dt>
            <dd>{t.t('updates.publisher.text', { fingerprint: publisher.fingerprint, date: t.date(publisher.expires.slice(0, 10)), threshold: publisher.threshold, keys: publisher.keys })}</dd>
          </dl>
        ) : null}
      </div>
    </details>
  );
}
