import { useT } from '../../components/translator-context.tsx';

/** Names shown at once; the rest is one click away. */
const SHOWN = 8;

/** Other names of the work, as people and ads write them. They come in English only. */
export function Aliases({ aliases }: { readonly aliases: readonly string[] }) {
  const t = useT();
  if (aliases.length === 0) return <p className="small">{t.t('occupation.aliases.none')}</p>;
  const rest = aliases.slice(SHOWN);
  return (
    <>
      <p className="small" lang="en">{aliases.slice(0, SHOWN).join(' · ')}</p>
      {rest.length === 0 ? null : (
        <details className="ledger">
          <summary>{t.t('occupation.aliases.more', { count: rest.length })}</summary>
          <p className="small" lang="en">{rest.join(' · ')}</p>
        </details>
      )}
    </>
  );
}
