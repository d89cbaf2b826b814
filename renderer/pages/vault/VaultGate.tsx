import type { ReactNode } from 'react';
import { Panel } from '../../components/Panel.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectVault, useApp } from '../../stores/app.ts';
import { CreateVault } from './CreateVault.tsx';
import { UnlockVault } from './UnlockVault.tsx';

/** Shows what needs the open vault, or the way to open it in its place. */
export function VaultGate({ children, title }: { readonly children: ReactNode; readonly title: string }) {
  const t = useT();
  const state = useApp(selectVault);
  if (state === 'unlocked') return children;
  return (
    <>
      <PageHeader title={title} />
      <Panel className="vault-gate" title={t.t(state === 'none' ? 'vault.what.title' : 'vault.unlock.title')}>
        {state === 'none' ? <CreateVault /> : <UnlockVault autoFocus />}
      </Panel>
    </>
  );
}
