import type { PackWarning } from '../../../shared/contract/packs.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { Icon } from '../../components/Icon.tsx';
import { useT } from '../../components/translator-context.tsx';
import { tableName } from './table-name.ts';

type Median = Extract<PackWarning, { code: 'national-median-moved' }>['examples'][number]['from'];

function payWords({ annual, hourlyCents }: Median, t: Translator): string {
  if (annual !== null) return t.t('packs.warning.year', { amount: t.dollars(annual) });
  return hourlyCents === null ? t.t('packs.warning.noPay') : t.t('packs.warning.hour', { amount: t.cents(hourlyCents) });
}

/** A warning as sentences with examples; null where it says nothing to a person. */
function inWords(warning: PackWarning, t: Translator): string | null {
  if (warning.code === 'rows-removed') {
    const what = tableName(warning.table, t);
    if (what === null) return null;
    const gone = t.t('packs.warning.gone', { what, removed: warning.removed, of: warning.of, added: warning.added });
    return warning.examples.length === 0 ? gone : `${gone} ${t.t('packs.warning.among', { names: warning.examples.join(' · ') })}`;
  }
  if (warning.code === 'verdicts-changed') return t.t('packs.warning.verdicts', { changed: warning.changed, of: warning.of });
  const jobs = warning.examples.map(({ soc, title, from, to }) => t.t('packs.warning.moved', { job: title ?? soc, from: payWords(from, t), to: payWords(to, t) }));
  return `${t.t('packs.warning.pay', { count: warning.count })} ${jobs.join(' · ')}`;
}

/** What a person should look at before a pack is put in use. */
export function PackWarnings({ warnings }: { readonly warnings: readonly PackWarning[] }) {
  const t = useT();
  const told = warnings.flatMap((warning) => inWords(warning, t) ?? []);
  // A table that nobody knows by name still counts.
  const others = warnings.length - told.length;
  if (warnings.length === 0) return <p>{t.t('packs.warning.none')}</p>;
  return (
    <div className="data-warning packs-warnings">
      <Icon name="warning" />
      <div>
        <p><strong>{t.t('packs.warning.title')}</strong></p>
        <ul>
          {told.map((text) => <li key={text}>{text}</li>)}
          {others > 0 ? <li>{t.t('packs.warning.others', { count: others })}</li> : null}
        </ul>
      </div>
    </div>
  );
}
