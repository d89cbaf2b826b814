import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectVault, useApp } from '../../stores/app.ts';
import { valueOf } from '../../stores/request.ts';
import { backUpNow, loadBackups, useVault } from '../../stores/vault.ts';
import type { Backup } from '../../stores/vault.ts';
import { fileFailure } from './failure-words.ts';
import { momentWords } from './moment-words.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { VaultProblem } from './VaultProblem.tsx';

const KILOBYTE = 1024;

/** That the backup which goes with locking could not be made, and why. */
function BackupProblem() {
  const t = useT();
  const problem = valueOf(useVault((vault) => vault.state))?.backupProblem ?? null;
  if (problem === null) return null;
  const why = t.t(problem === 'vault-disk-full' ? 'vault.backups.problem.disk' : problem === 'vault-read-only' ? 'vault.backups.problem.write' : 'vault.backups.problem.other');
  return <p className="problem" role="alert">{t.t('vault.backups.problem', { why })}</p>;
}

/** The backups on this computer, newest first; each can take the place of the present file. */
export function BackupList() {
  const t = useT();
  const backups = valueOf(useVault((vault) => vault.backups))?.backups ?? null;
  const isOpen = useApp((app) => selectVault(app) === 'unlocked');
  const busy = useVault((vault) => vault.busy);
  const done = useVault((vault) => vault.done);
  const problem = fileFailure(useVault((vault) => vault.failed), 'back-up');
  const [asked, setAsked] = useState<Backup | null>(null);
  useEffect(() => { void loadBackups(); }, []);
  return (
    <section>
      <h3>{t.t('vault.backups.title')}</h3>
      <p className="quiet">{t.t('vault.backups.text')}</p>
      <BackupProblem />
      {problem ? <VaultProblem failure={problem} onRetry={() => void backUpNow()} /> : null}
      {isOpen ? (
        <div className="cluster">
          <Button onPress={() => void backUpNow()} isPending={busy === 'back-up'}>{t.t('vault.backups.now')}</Button>
          <span role="status" className="quiet">{done === 'back-up' ? t.t('vault.backups.done') : done === 'restore' ? t.t('vault.restore.done') : ''}</span>
        </div>
      ) : null}
      {backups === null ? null : backups.length === 0 ? <p>{t.t('vault.backups.none')}</p> : (
        <table className="backup-table">
          <thead><tr><th scope="col">{t.t('vault.backups.when')}</th><th scope="col">{t.t('vault.backups.why')}</th><th scope="col" className="num">{t.t('vault.backups.size')}</th><td /></tr></thead>
          <tbody>
            {backups.map((backup) => (
              <tr key={backup.id}>
                <th scope="row">{momentWords(backup.madeAt, t)}</th>
                <td>{t.t(`vault.backups.reason.${backup.reason}`)}</td>
                <td className="num">{t.t('vault.backups.bytes', { kilobytes: Math.ceil(backup.bytes / KILOBYTE) })}</td>
                <td><Button size="small" onPress={() => setAsked(backup)} label={t.t('vault.backups.restoreOf', { date: momentWords(backup.madeAt, t) })}>{t.t('vault.backups.restore')}</Button></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked ? <RestoreDialog backup={asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}
