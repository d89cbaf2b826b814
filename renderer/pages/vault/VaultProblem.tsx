import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useT } from '../../components/translator-context.tsx';
import { hasMessage } from '../../../shared/i18n/translator.ts';
import { useApp } from '../../stores/app.ts';
import { valueOf } from '../../stores/request.ts';
import type { Failure } from '../../stores/request.ts';
import { loadBackups, useVault } from '../../stores/vault.ts';
import { momentWords } from './moment-words.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

/** For a file that cannot be used as it is: the newest backup, one press away. */
function NewestBackup() {
  const t = useT();
  const backups = valueOf(useVault((vault) => vault.backups))?.backups;
  const [asking, setAsking] = useState(false);
  useEffect(() => { void loadBackups(); }, []);
  const newest = backups?.[0];
  if (!backups) return null;
  if (!newest) return <p>{t.t('vault.problem.vault-damaged.none')}</p>;
  const date = momentWords(newest.madeAt, t);
  return (
    <>
      <p>{t.t('vault.problem.vault-damaged.newest', { date })}</p>
      <div className="cluster"><Button look="primary" onPress={() => setAsking(true)}>{t.t('vault.backups.restoreOf', { date })}</Button></div>
      {asking ? <RestoreDialog backup={newest} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** What is the matter with the file of students, and the one thing that helps. */
export function VaultProblem({ failure, onRetry }: { readonly failure: Failure; readonly onRetry?: () => void }) {
  const t = useT();
  const version = valueOf(useApp((app) => app.status))?.version ?? '';
  const { code, params } = failure;
  const title = `vault.problem.${code}.title`;
  const canRestore = code === 'vault-damaged' || code === 'vault-missing';
  const canRetry = onRetry !== undefined && !canRestore && code !== 'vault-newer' && code !== 'vault-exists';
  return (
    <div className="problem" role="alert">
      <h3><Icon name="warning" /> {t.t(hasMessage(title) ? title : 'vault.problem.other.title')}</h3>
      <p>{t.t(`error.${code}`, params)}</p>
      {code === 'vault-newer' ? <p>{t.t('vault.problem.vault-newer.have', { version })}</p> : null}
      {canRestore ? <NewestBackup /> : null}
      {canRetry ? <div className="cluster"><Button onPress={onRetry}>{t.t('vault.try')}</Button></div> : null}
    </div>
  );
}
