import { useT } from '../../components/translator-context.tsx';

interface FacetHelpProps {
  readonly isNation: boolean;
  /** A list of the state is in the data. */
  readonly hasList: boolean;
}

/** What the filters cannot tell, and why: a filter that guessed would be worse than none. */
export function FacetHelp({ isNation, hasList }: FacetHelpProps) {
  const t = useT();
  return (
    <details className="facet facet-help">
      <summary>{t.t('explore.facetHelp')}</summary>
      {isNation ? <p className="facet-note">{t.t('explore.facetHelp.nation')}</p> : hasList ? null : <p className="facet-note">{t.t('explore.facetHelp.list')}</p>}
      <p className="facet-note">{t.t('explore.facetHelp.delivery')}</p>
    </details>
  );
}
