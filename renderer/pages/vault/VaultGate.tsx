import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Panel } from '../../components/Panel.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectVault, useApp } from '../../stores/app.ts';
import { CreateVault } from './CreateVault.tsx';
import { UnlockVault } from './UnlockVault.tsx';

interface Props {
  readonly children: ReactNode;
  readonly title: string;
  /** What can be done without opening it. */
  readonly above?: ReactNode;
}

/** Puts the keyboard into the first field, after the page's own move to its heading. */
function FirstField({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const later = window.setTimeout(() => place.current?.querySelector('input')?.focus());
    return () => window.clearTimeout(later);
  }, []);
  return <div ref={place}>{children}</div>;
}

/** Shows what needs the open vault, or the way to open it in its place. */
export function VaultGate({ children, title, above }: Props) {
  const t = useT();
  const state = useApp(selectVault);
  if (state === 'unlocked') return children;
  return (
    <div className="stack">
      <PageHeader title={title} />
      {above}
      <Panel className="vault-gate" title={t.t(state === 'none' ? 'vault.what.title' : 'vault.unlock.title')}>
        {state === 'none' ? <CreateVault /> : <FirstField><UnlockVault /></FirstField>}
      </Panel>
    </div>
  );
}
