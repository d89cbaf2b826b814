import { useEffect, useRef } from 'react';
import type { ReadyUpdate, UpdateWarning } from '../../../shared/contract/updates.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useT } from '../../components/translator-context.tsx';
import { applyUpdate } from '../../stores/updates.ts';
import { tableName } from './table-name.ts';

/** An edition that is here and checked: what is unusual about it first, then the choice. */
export function UpdateReady({ ready }: { readonly ready: ReadyUpdate }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever waited for it hears and sees that it is here.
  useEffect(() => heading.current?.focus(), []);
  /** Null for a table of which a person knows nothing: those are counted. */
  const told = (warning: UpdateWarning): string | null => {
    switch (warning.code) {
      case 'rows-removed': {
        const table = tableName(warning.table, t);
        return table === null ? null : t.t('updates.warns.rows', { removed: warning.removed, of: warning.of, table });
      }
      case 'verdicts-changed': return t.t('updates.warns.verdicts', { changed: warning.changed, of: warning.of });
      case 'national-median-moved': return t.t('updates.warns.median', { titles: warning.titles.join(' · '), more: warning.count - warning.titles.length });
    }
  };
  const warns = ready.warnings.length > 0;
  const lines = ready.warnings.map(told);
  const others = lines.filter((line) => line === null).length;
  return (
    <section className="packs-opened" aria-labelledby="ready-update">
      <h3 id="ready-update" ref={heading} tabIndex={-1}>{t.t('updates.ready', { edition: ready.edition })}</h3>
      {warns ? (
        <>
          <p className="data-warning"><Icon name="warning" />{t.t('updates.warns')}</p>
          <ul className="updates-warns">
            {lines.map((line, at) => (line === null ? null : <li key={at}>{line}</li>))}
            {others === 0 ? null : <li>{t.t('packs.warning.others', { count: others })}</li>}
          </ul>
          <p>{t.t('updates.warns.note')}</p>
        </>
      ) : null}
      <div className="packs-acts">
        <Button look={warns ? 'secondary' : 'primary'} onPress={() => void applyUpdate(warns)}>{warns ? t.t('updates.applyAnyway') : t.t('updates.apply', { edition: ready.edition })}</Button>
      </div>
    </section>
  );
}
