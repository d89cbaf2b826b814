import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectVault, useApp } from '../../stores/app.ts';
import { lockVault, openVault } from '../../stores/vault.ts';
import { BackupList } from './BackupList.tsx';
import { SecretSettings } from './SecretSettings.tsx';
import './vault.css';

/** The part of Settings about the file of students: its state, its secrets, its backups. */
export function VaultSettings() {
  const t = useT();
  const state = useApp(selectVault);
  const words = { none: 'vault.settings.none', locked: 'vault.settings.locked', unlocked: 'vault.settings.unlocked' } as const;
  return (
    <Panel title={t.t('vault.settings.title')}>
      <div className="settings-parts">
        <section>
          <p>{t.t(words[state])}</p>
          <div className="cluster">
            {state === 'unlocked' ? <Button onPress={() => void lockVault()}>{t.t('vault.lock')}</Button>
              : <Button look="primary" onPress={openVault}>{t.t(state === 'none' ? 'vault.create' : 'vault.unlock')}</Button>}
          </div>
        </section>
        {state === 'unlocked' ? <SecretSettings /> : null}
        <BackupList />
      </div>
    </Panel>
  );
}
