import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useT } from '../../components/translator-context.tsx';
import { changePassphrase, forgetVaultFailure, makeRecoveryCode, useVault } from '../../stores/vault.ts';
import { fieldError, fileFailure } from './failure-words.ts';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx';
import { PassphraseField, useShown } from './PassphraseField.tsx';
import { VaultProblem } from './VaultProblem.tsx';

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const busy = useVault((vault) => vault.busy);
  const failed = useVault((vault) => vault.failed);
  const [current, setCurrent] = useState('');
  const { shown, box } = useShown();
  const draft = useNewPassphrase();
  const change = (): void => { if (draft.isGood && current !== '') void changePassphrase(current, draft.first).then((done) => { if (done) onDone(); }); };
  const problem = fileFailure(failed, 'change-passphrase');
  return (
    <form className="vault-form" onSubmit={(event) => { event.preventDefault(); change(); }}>
      {problem ? <VaultProblem failure={problem} onRetry={change} /> : null}
      <PassphraseField label={t.t('vault.passphrase.current')} value={current} onChange={setCurrent} shown={shown} error={fieldError(failed, 'change-passphrase', 'passphrase', t)} autoFocus />
      <NewPassphrase draft={draft} error={fieldError(failed, 'change-passphrase', 'new', t)} shown={shown} />
      {box}
      <div className="cluster"><Button type="submit" look="primary" isDisabled={!draft.isGood || current === ''} isPending={busy === 'change-passphrase'}>{t.t('vault.change')}</Button></div>
    </form>
  );
}

function NewCodeForm({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const busy = useVault((vault) => vault.busy);
  const failed = useVault((vault) => vault.failed);
  const [passphrase, setPassphrase] = useState('');
  const { shown, box } = useShown();
  const make = (): void => { if (passphrase !== '') void makeRecoveryCode(passphrase).then((done) => { if (done) onDone(); }); };
  const problem = fileFailure(failed, 'new-code');
  return (
    <form className="vault-form" onSubmit={(event) => { event.preventDefault(); make(); }}>
      <p>{t.t('vault.newCode.text')}</p>
      {problem ? <VaultProblem failure={problem} onRetry={make} /> : null}
      <PassphraseField label={t.t('vault.passphrase')} value={passphrase} onChange={setPassphrase} shown={shown} error={fieldError(failed, 'new-code', 'passphrase', t)} autoFocus />
      {box}
      <div className="cluster"><Button type="submit" look="primary" isDisabled={passphrase === ''} isPending={busy === 'new-code'}>{t.t('vault.newCode')}</Button></div>
    </form>
  );
}

/** Changing the passphrase and making a new code, each asked for the passphrase in force. */
export function SecretSettings() {
  const t = useT();
  const done = useVault((vault) => vault.done);
  const codeLost = useVault((vault) => vault.codeLost);
  const [form, setForm] = useState<'change' | 'code' | null>(null);
  const open = (which: 'change' | 'code'): void => {
    forgetVaultFailure();
    setForm(which);
  };
  const close = (): void => setForm(null);
  return (
    <>
      <section>
        <h3>{t.t('vault.change.title')}</h3>
        <p className="quiet">{t.t('vault.change.text')}</p>
        <div className="cluster">
          <Button onPress={() => open('change')}>{t.t('vault.change')}</Button>
          <span role="status" className="quiet">{done === 'change-passphrase' ? t.t('vault.changed') : ''}</span>
        </div>
      </section>
      <section>
        <h3>{t.t('vault.newCode.title')}</h3>
        <p className="quiet">{t.t('vault.newCode.text')}</p>
        {codeLost ? <p className="notice-line">{t.t('vault.code.lost')}</p> : null}
        <div className="cluster"><Button onPress={() => open('code')}>{t.t('vault.newCode')}</Button></div>
      </section>
      <Dialog isOpen={form === 'change'} onClose={close} title={t.t('vault.change')}><ChangeForm onDone={close} /></Dialog>
      <Dialog isOpen={form === 'code'} onClose={close} title={t.t('vault.newCode')}><NewCodeForm onDone={close} /></Dialog>
    </>
  );
}
