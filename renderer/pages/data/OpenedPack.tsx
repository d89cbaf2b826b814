import { useEffect, useRef } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useT } from '../../components/translator-context.tsx';
import { areaOfScope, closePack, installPack } from '../../stores/packs.ts';
import { sizeText } from './size-text.ts';

type Pack = OutputOf<'packs.inspect'>;
type TableChange = Pack['tables'][number];
const SHOWN_PUBLISHERS = 4;

/** Names of tables are those of the edition in force, and a few of their own. */
type Told = 'credential' | 'occupation' | 'wage' | 'outlook' | 'rule' | 'source' | 'evidence' | 'institution' | 'offering' | 'recognition';
const OWN: ReadonlySet<string> = new Set(['institution', 'offering', 'recognition']);

function ChangeTable({ changes, label }: { readonly changes: readonly TableChange[]; readonly label: string }) {
  const t = useT();
  const nameOf = (table: string): string => t.t(OWN.has(table) ? `packs.count.${table as 'institution' | 'offering' | 'recognition'}` : `data.count.${table as Exclude<Told, 'institution' | 'offering' | 'recognition'>}`);
  return (
    <div className="data-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="data-storage packs-changes">
        <thead><tr><th scope="col">{t.t('packs.table.what')}</th><th scope="col" className="num">{t.t('packs.table.now')}</th><th scope="col" className="num">{t.t('packs.table.then')}</th></tr></thead>
        <tbody>{changes.map(({ table, now, then }) => <tr key={table}><th scope="row">{nameOf(table)}</th><td className="num">{t.count(now)}</td><td className="num">{t.count(then)}</td></tr>)}</tbody>
      </table>
    </div>
  );
}

/** What an opened pack is, whose data it is, what it changes; then the choice. */
export function OpenedPack({ pack }: { readonly pack: Pack }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it hears and sees the answer, wherever the button was.
  useEffect(() => heading.current?.focus(), []);
  const scope = pack.scope === 'us' ? t.t('packs.scope.us') : (areaOfScope(pack.scope) ?? pack.scope);
  const more = pack.publishers.length - SHOWN_PUBLISHERS;
  const warns = pack.losses.length > 0 || pack.relation === 'other-scope';
  return (
    <section className="packs-opened" aria-labelledby="opened-pack">
      <h3 id="opened-pack" ref={heading} tabIndex={-1}>{t.t('packs.opened')}</h3>
      <dl className="data-lines">
        <dt>{t.t('data.edition.name')}</dt><dd>{t.t('packs.fromPack', { name: pack.name, edition: pack.edition })}</dd>
        <dt>{t.t('packs.scope')}</dt><dd>{scope}</dd>
        <dt>{t.t('packs.made')}</dt><dd>{pack.publishers.slice(0, SHOWN_PUBLISHERS).join(' · ')}{more > 0 ? ` ${t.t('packs.more', { count: more })}` : ''}</dd>
        {pack.dataChecked === '' ? null : <><dt>{t.t('packs.checked')}</dt><dd>{t.date(pack.dataChecked)}</dd></>}
        <dt>{t.t('packs.size')}</dt><dd>{sizeText(pack.bytes, t)}</dd>
      </dl>
      {pack.relation === 'same' ? <p>{t.t('packs.same')}</p> : null}
      {pack.relation === 'other-scope' ? <p className="data-warning"><Icon name="warning" />{t.t('packs.otherScope')}</p> : null}
      {pack.losses.length > 0 ? <><p className="data-warning"><Icon name="warning" />{t.t('packs.loses')}</p><ChangeTable changes={pack.losses} label={t.t('packs.loses')} /></> : null}
      {pack.relation === 'same' ? null : (
        <>
          <h4>{t.t('packs.changes')}</h4>
          {pack.tables.length === 0 ? <p>{t.t('packs.changes.none')}</p> : <ChangeTable changes={pack.tables} label={t.t('packs.changes')} />}
        </>
      )}
      <div className="packs-acts">
        <Button onPress={closePack}>{t.t('packs.close')}</Button>
        {pack.relation === 'same' ? null : <Button look="primary" onPress={() => void installPack()}>{t.t(warns ? 'packs.installAnyway' : 'packs.install')}</Button>}
      </div>
    </section>
  );
}
