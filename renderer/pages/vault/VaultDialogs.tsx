import { useEffect } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useT } from '../../components/translator-context.tsx';
import { reportActivity, useActivity, watchActivity } from '../../stores/activity.ts';
import { selectVault, useApp } from '../../stores/app.ts';
import { closeVaultDialog, useVault } from '../../stores/vault.ts';
import { CreateVault } from './CreateVault.tsx';
import { RecoveryCodeDialog } from './RecoveryCodeDialog.tsx';
import { UnlockVault } from './UnlockVault.tsx';

function LocksSoon() {
  const t = useT();
  const soon = useActivity((activity) => activity.soon);
  // The place is there before the words, so that they are read out when they come.
  return (
    <div role="alert">
      {soon ? <div className="locks-soon"><p>{t.t('vault.locksSoon')}</p><Button look="primary" onPress={reportActivity}>{t.t('vault.locksSoon.stay')}</Button></div> : null}
    </div>
  );
}

/** What of the vault lies above every page: opening it from anywhere, its new code, and that it locks soon. Put up once. */
export function VaultDialogs() {
  const t = useT();
  const isOpen = useVault((vault) => vault.dialog);
  const state = useApp(selectVault);
  useEffect(watchActivity, []);
  return (
    <>
      <Dialog isOpen={isOpen && state !== 'unlocked'} onClose={closeVaultDialog} title={t.t(state === 'none' ? 'vault.what.title' : 'vault.unlock.title')}>
        {state === 'none' ? <CreateVault autoFocus /> : <UnlockVault autoFocus />}
      </Dialog>
      <RecoveryCodeDialog />
      <LocksSoon />
    </>
  );
}
