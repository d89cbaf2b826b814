import { useState } from 'react';
import type { EditionHere } from '../../../shared/contract/packs.ts';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/Dialog.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { removeEdition, takeEdition, usePacks } from '../../stores/packs.ts';
import { PublisherNames } from './PublisherNames.tsx';
import { scopeName } from './scope-name.ts';
import { sizeText } from './size-text.ts';
import { tableName } from './table-name.ts';

/** Tables that tell one edition from another at a glance. */
const COUNTED = ['credential', 'occupation', 'institution'];

interface RowProps {
  readonly edition: EditionHere;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
}

function EditionRow({ edition, isBusy, onRemove }: RowProps) {
  const t = useT();
  const called = t.t(edition.origin === 'app' ? 'packs.fromApp' : 'packs.fromPack', { name: edition.name, edition: edition.edition });
  const counts = edition.counts.filter(({ table, rows }) => COUNTED.includes(table) && rows > 0).map(({ table, rows }) => `${t.count(rows)} ${tableName(table, t) ?? table}`);
  return (
    <tr>
      <th scope="row">{called}<span className="packs-place">{edition.place === 'in-use' ? t.t('packs.inUse') : edition.place === 'before' ? t.t('packs.before') : null}</span></th>
      <td>{scopeName(edition, t)}</td>
      <td><PublisherNames publishers={edition.publishers} shown={2} /></td>
      <td>{edition.dataChecked === '' ? null : t.date(edition.dataChecked)}</td>
      <td>{counts.join(' · ')}</td>
      <td className="num">{sizeText(edition.bytes, t)}</td>
      <td>
        {edition.place === 'in-use' ? null : (
          <span className="packs-row-acts">
            <Button size="small" isDisabled={isBusy} onPress={() => void takeEdition(edition.digest)}>{t.t('packs.take', { edition: edition.edition, area: scopeName(edition, t) })}</Button>
            {edition.place === 'kept' && edition.origin === 'pack' ? <Button size="small" look="quiet" isDisabled={isBusy} onPress={onRemove}>{t.t('packs.remove', { edition: edition.edition })}</Button> : null}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Every edition on this machine: which one is in use, taking another, and taking one off the disk. */
export function EditionsList({ editions, isBusy }: { readonly editions: readonly EditionHere[]; readonly isBusy: boolean }) {
  const t = useT();
  const [asked, setAsked] = useState<EditionHere | null>(null);
  const failure = usePacks((packs) => packs.removeFailure);
  const remove = async (): Promise<void> => {
    if (asked && (await removeEdition(asked.digest))) setAsked(null);
  };
  return (
    <>
      <h3 className="packs-here">{t.t('packs.here', { count: editions.length })}</h3>
      <div className="data-scroll" tabIndex={0} role="group" aria-label={t.t('packs.here', { count: editions.length })}>
        <table className="data-storage">
          <thead>
            <tr>
              <th scope="col">{t.t('packs.edition')}</th><th scope="col">{t.t('packs.scope')}</th><th scope="col">{t.t('packs.made')}</th><th scope="col">{t.t('packs.checked')}</th>
              <th scope="col">{t.t('packs.inside')}</th><th scope="col" className="num">{t.t('packs.size')}</th><th scope="col"><span className="only-heard">{t.t('packs.acts')}</span></th>
            </tr>
          </thead>
          <tbody>{editions.map((edition) => <EditionRow key={edition.digest} edition={edition} isBusy={isBusy} onRemove={() => setAsked(edition)} />)}</tbody>
        </table>
      </div>
      <ConfirmDialog isOpen={asked !== null} title={t.t('packs.remove.title')} confirm={t.t('packs.remove.confirm')} onClose={() => setAsked(null)} onConfirm={() => void remove()} isDanger>
        {asked ? <p>{t.t('packs.remove.text', { name: asked.name, edition: asked.edition, area: scopeName(asked, t), size: sizeText(asked.bytes, t) })}</p> : null}
        {failure ? <ErrorState failure={failure} size="line" /> : null}
      </ConfirmDialog>
    </>
  );
}
