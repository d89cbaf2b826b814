import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { recoverVault, useVault } from '../../stores/vault.ts';
import { fieldError, fileFailure } from './failure-words.ts';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx';
import { VaultProblem } from './VaultProblem.tsx';

/** Opens with the code on paper and puts a new passphrase in force. */
export function RecoverVault({ onBack }: { readonly onBack: () => void }) {
  const t = useT();
  const busy = useVault((vault) => vault.busy);
  const failed = useVault((vault) => vault.failed);
  const [code, setCode] = useState('');
  const draft = useNewPassphrase();
  const recover = (): void => { if (draft.isGood && code.trim() !== '') void recoverVault(code.trim(), draft.first); };
  const problem = fileFailure(failed, 'recover');
  return (
    <form className="vault-form" onSubmit={(event) => { event.preventDefault(); recover(); }}>
      <p>{t.t('vault.recover.text')}</p>
      {problem ? <VaultProblem failure={problem} onRetry={recover} /> : null}
      <div className="code-field">
        <TextField label={t.t('vault.recover.code')} value={code} onChange={setCode} maxLength={80} placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX" error={fieldError(failed, 'recover', 'code', t)} autoFocus />
      </div>
      <NewPassphrase draft={draft} error={fieldError(failed, 'recover', 'new', t)} />
      <div className="cluster">
        <Button type="submit" look="primary" isDisabled={!draft.isGood || code.trim() === ''} isPending={busy === 'recover'}>{t.t(busy === 'recover' ? 'vault.unlocking' : 'vault.recover')}</Button>
        <Button look="quiet" onPress={onBack}>{t.t('vault.unlock.back')}</Button>
      </div>
    </form>
  );
}
