import { useEffect, useRef } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { closePack, installPack } from '../../stores/packs.ts';
import type { PackCheck } from '../../stores/packs.ts';
import { InstallProgress } from './InstallProgress.tsx';
import { PackWarnings } from './PackWarnings.tsx';
import { PublisherNames } from './PublisherNames.tsx';
import { scopeName } from './scope-name.ts';
import { sizeText } from './size-text.ts';
import { tableName } from './table-name.ts';

type Pack = OutputOf<'packs.inspect'>;
const SHOWN_PUBLISHERS = 4;

function ChangeTable({ changes, label }: { readonly changes: Pack['tables']; readonly label: string }) {
  const t = useT();
  return (
    <div className="data-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="data-storage packs-changes">
        <thead><tr><th scope="col">{t.t('packs.table.what')}</th><th scope="col" className="num">{t.t('packs.table.now')}</th><th scope="col" className="num">{t.t('packs.table.then')}</th></tr></thead>
        <tbody>{changes.map(({ table, now, then }) => <tr key={table}><th scope="row">{tableName(table, t) ?? table}</th><td className="num">{t.count(now)}</td><td className="num">{t.count(then)}</td></tr>)}</tbody>
      </table>
    </div>
  );
}

/** What comparing says, while it goes on and after. */
function Check({ check }: { readonly check: PackCheck }) {
  const t = useT();
  switch (check.status) {
    case 'not-asked': return null;
    case 'comparing': return <InstallProgress what="comparing" done={check.done} all={check.all} />;
    case 'compared': return <PackWarnings warnings={check.warnings} />;
    case 'not-compared': return check.failure ? <ErrorState failure={check.failure} title={t.t('packs.notCompared')} size="line" /> : <p className="data-warning"><Icon name="warning" />{t.t('packs.notCompared')}</p>;
  }
}

/** What an opened pack is, whose data it is, what it changes and what to look at first; then the choice. */
export function OpenedPack({ pack, check }: { readonly pack: Pack; readonly check: PackCheck }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it hears and sees the answer, wherever the button was.
  useEffect(() => heading.current?.focus(), []);
  const theirs = scopeName(pack, t);
  const yours = scopeName({ scope: pack.nowScope, scopeName: pack.nowScopeName }, t);
  const warns = pack.relation === 'other-scope' || check.status === 'not-compared' || (check.status === 'compared' && check.warnings.length > 0);
  return (
    <section className="packs-opened" aria-labelledby="opened-pack">
      <h3 id="opened-pack" ref={heading} tabIndex={-1}>{t.t('packs.opened')}</h3>
      <dl className="data-lines">
        <dt>{t.t('data.edition.name')}</dt><dd>{t.t('packs.fromPack', { name: pack.name, edition: pack.edition })}</dd>
        <dt>{t.t('packs.scope')}</dt><dd>{theirs}</dd>
        <dt>{t.t('packs.made')}</dt><dd><PublisherNames publishers={pack.publishers} shown={SHOWN_PUBLISHERS} /></dd>
        {pack.dataChecked === '' ? null : <><dt>{t.t('packs.checked')}</dt><dd>{t.date(pack.dataChecked)}</dd></>}
        <dt>{t.t('packs.size')}</dt><dd>{sizeText(pack.bytes, t)}</dd>
      </dl>
      {pack.relation === 'same' ? <p>{t.t('packs.same')}</p> : null}
      {pack.relation === 'other-scope' ? <p className="data-warning"><Icon name="warning" />{t.t('packs.otherScope', { theirs, yours })}</p> : null}
      <Check check={check} />
      {pack.relation === 'same' ? null : (
        <>
          <h4>{t.t('packs.changes')}</h4>
          {pack.tables.length === 0 ? <p>{t.t('packs.changes.none')}</p> : <ChangeTable changes={pack.tables} label={t.t('packs.changes')} />}
        </>
      )}
      <div className="packs-acts">
        <Button onPress={() => void closePack()}>{t.t('packs.close')}</Button>
        {pack.relation === 'same' || check.status === 'comparing' ? null : <Button look="primary" onPress={() => void installPack()}>{t.t(warns ? 'packs.installAnyway' : 'packs.install')}</Button>}
      </div>
    </section>
  );
}
