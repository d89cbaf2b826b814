import { ConfirmDialog } from '../../components/Dialog.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { restoreBackup, useVault } from '../../stores/vault.ts';
import type { Backup } from '../../stores/vault.ts';
import { fileFailure } from './failure-words.ts';
import { momentWords } from './moment-words.ts';

/** Asks before a backup takes the place of the present file, and says that nothing is thrown away. */
export function RestoreDialog({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const t = useT();
  const busy = useVault((vault) => vault.busy);
  const problem = fileFailure(useVault((vault) => vault.failed), 'restore');
  const restore = (): void => { void restoreBackup(backup.id).then((done) => { if (done) onClose(); }); };
  return (
    <ConfirmDialog
      isOpen title={t.t('vault.restore.title', { date: momentWords(backup.madeAt, t) })} confirm={t.t('vault.backups.restore')} onClose={onClose} onConfirm={restore}
      isPending={busy === 'restore'}
    >
      <p>{t.t('vault.restore.text')}</p>
      <p className="quiet">{t.t('vault.restore.pass')}</p>
      {problem ? <ErrorState failure={problem} size="line" /> : null}
    </ConfirmDialog>
  );
}
