import { useEffect } from 'react';
import type { Localized } from '../../../shared/domain/facts.ts';
import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { showOwnHere, useOwnHere } from '../../stores/own-here.ts';
import { valueOf } from '../../stores/request.ts';
import { OwnEntry } from './OwnEntry.tsx';

/** Whom to ask, as the school itself knows: about this credential first, then the offices that are there for all. */
export function OwnContacts({ id, name }: { readonly id: string; readonly name: Localized }) {
  const t = useT();
  const shown = useOwnHere();
  useEffect(() => showOwnHere(id), [id]);
  const found = shown.credentialId === id ? valueOf(shown.found) : null;
  const contacts = (found?.entries ?? []).filter(({ entry }) => entry.kind === 'contact').sort((a, b) => Number(a.entry.credentialId === null) - Number(b.entry.credentialId === null));
  return (
    <>
      {contacts.length === 0 ? null : <ul className="own-rows small" aria-label={t.t('own.contacts')}>{contacts.map((row) => <li key={row.entry.id}><OwnEntry row={row} /></li>)}</ul>}
      <p className="small"><Link onPress={() => go({ page: 'own', add: { kind: 'contact', credentialId: id, name } })}>{t.t('own.addContact')}</Link></p>
    </>
  );
}
