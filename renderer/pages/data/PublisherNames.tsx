import { useT } from '../../components/translator-context.tsx';

/** Whose data it is: the first few, and how many more. */
export function PublisherNames({ publishers, shown }: { readonly publishers: readonly string[]; readonly shown: number }) {
  const t = useT();
  const more = publishers.length - shown;
  return <>{publishers.slice(0, shown).join(' · ')}{more > 0 ? ` ${t.t('packs.more', { count: more })}` : ''}</>;
}
