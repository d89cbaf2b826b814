import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectCapabilities, useApp } from '../../stores/app.ts';
import { forgetVaultFailure, unlockVault, useVault } from '../../stores/vault.ts';
import { fieldError, fileFailure } from './failure-words.ts';
import { PassphraseField, useShown } from './PassphraseField.tsx';
import { RecoverVault } from './RecoverVault.tsx';
import { VaultProblem } from './VaultProblem.tsx';

function WithPassphrase({ autoFocus, onForgot }: { readonly autoFocus: boolean; readonly onForgot: () => void }) {
  const t = useT();
  const busy = useVault((vault) => vault.busy);
  const failed = useVault((vault) => vault.failed);
  const lockedAfter = useVault((vault) => vault.lockedAfterMinutes);
  const done = useVault((vault) => vault.done);
  const inBrowser = useApp((app) => selectCapabilities(app)?.print === 'page');
  const [passphrase, setPassphrase] = useState('');
  const { shown, box } = useShown();
  const unlock = (): void => { if (passphrase !== '') void unlockVault(passphrase); };
  const problem = fileFailure(failed, 'unlock');
  return (
    <form className="vault-form" onSubmit={(event) => { event.preventDefault(); unlock(); }}>
      <p>{t.t(done === 'restore' ? 'vault.restore.done' : 'vault.unlock.text')}</p>
      {lockedAfter === null ? null : <p className="notice-line">{t.t('vault.unlock.afterIdle', { minutes: lockedAfter })}</p>}
      {problem ? <VaultProblem failure={problem} onRetry={unlock} /> : null}
      <PassphraseField label={t.t('vault.passphrase')} value={passphrase} onChange={setPassphrase} shown={shown} error={fieldError(failed, 'unlock', 'passphrase', t)} autoFocus={autoFocus} />
      {box}
      <div className="cluster">
        <Button type="submit" look="primary" isDisabled={passphrase === ''} isPending={busy === 'unlock'}>{t.t(busy === 'unlock' ? 'vault.unlocking' : 'vault.unlock')}</Button>
        <Button look="quiet" onPress={onForgot}>{t.t('vault.unlock.forgot')}</Button>
      </div>
      {inBrowser ? <p className="quiet small">{t.t('vault.unlock.browser')}</p> : null}
    </form>
  );
}

/** Opens the file of students: with the passphrase, or with the recovery code when that is forgotten. */
export function UnlockVault({ autoFocus = false }: { readonly autoFocus?: boolean }) {
  const [forgot, setForgot] = useState(false);
  const turn = (to: boolean): void => {
    forgetVaultFailure();
    setForgot(to);
  };
  return forgot ? <RecoverVault onBack={() => turn(false)} /> : <WithPassphrase autoFocus={autoFocus || forgot} onForgot={() => turn(true)} />;
}
