import { useEffect } from 'react';
import type { Localized } from '../../../shared/domain/facts.ts';
import { Button } from '../../components/Button.tsx';
import { Link } from '../../components/Link.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { retryOwnHere, showOwnHere, useOwnHere } from '../../stores/own-here.ts';
import { OwnEntry } from './OwnEntry.tsx';

/** On the page of a credential: programs that the school itself knows of, apart from what publications say. */
export function OwnPanel({ id, name }: { readonly id: string; readonly name: Localized }) {
  const t = useT();
  const shown = useOwnHere();
  useEffect(() => showOwnHere(id), [id]);
  return (
    <Panel title={t.t('own.here')} actions={<Button size="small" onPress={() => go({ page: 'own', add: { kind: 'program', credentialId: id, name } })}>{t.t('own.addHere')}</Button>}>
      {shown.credentialId === id ? (
        <RequestView request={shown.found} failedTitle={t.t('own.failed')} onRetry={retryOwnHere}>
          {({ entries }) => {
            const programs = entries.filter(({ entry }) => entry.kind === 'program' && entry.credentialId !== null);
            return programs.length === 0 ? <p className="small quiet">{t.t('own.here.none')}</p> : (
              <>
                <ul className="own-rows" aria-label={t.t('own.here')}>{programs.map((row) => <li key={row.entry.id}><OwnEntry row={row} withCredential={row.entry.credentialId !== id} /></li>)}</ul>
                <p className="small"><Link onPress={() => go({ page: 'own' })}>{t.t('own.all')}</Link></p>
              </>
            );
          }}
        </RequestView>
      ) : null}
    </Panel>
  );
}
