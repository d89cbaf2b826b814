import { useState } from 'react';
import type { OverlayRow } from '../../../shared/contract/overlay.ts';
import { entryName } from '../../../shared/domain/overlay/entry.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { putOwn, removeOwn } from '../../stores/own.ts';
import { draftOf } from './draft.ts';
import { OwnEntry } from './OwnEntry.tsx';
import { OwnForm } from './OwnForm.tsx';

/** Entries of one kind, each with its form in its place while it is changed. */
export function OwnList({ title, rows }: { readonly title: string; readonly rows: readonly OverlayRow[] }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => entryName(a.entry, t.lang).localeCompare(entryName(b.entry, t.lang), t.lang) || (a.entry.id < b.entry.id ? -1 : 1));
  const backTo = (id: string): void => { window.setTimeout(() => document.getElementById(`own-edit-${id}`)?.focus()); };
  return (
    <Panel title={title}>
      <ul className="own-rows">
        {sorted.map((row) => {
          const { entry } = row;
          const name = entryName(entry, t.lang);
          const close = (): void => { setOpen(null); backTo(entry.id); };
          return (
            <li key={entry.id}>
              {open === entry.id ? (
                <div className="own-entry"><OwnForm label={t.t('own.edit', { name })} start={draftOf(entry)} onSave={(draft) => putOwn(entry.id, draft)} onClose={close} /></div>
              ) : (
                <>
                  <OwnEntry row={row} withCredential />
                  <span className="own-acts">
                    <IconButton icon="edit" id={`own-edit-${entry.id}`} label={t.t('own.edit', { name })} onPress={() => setOpen(entry.id)} />
                    <IconButton icon="remove" label={t.t('own.remove', { name })} onPress={() => void removeOwn(entry.id)} />
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
