import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { browseAll, clearFilters } from '../../stores/search.ts';

interface NothingFoundProps {
  readonly narrowed: boolean;
  /** How many credentials the data holds; null when not known. */
  readonly known: number | null;
}

/** Nothing was found: what may be the matter, and one way on. */
export function NothingFound({ narrowed, known }: NothingFoundProps) {
  const t = useT();
  return (
    <Panel className="nothing" title={t.t('explore.none.title')}>
      <ul>
        {narrowed ? <li>{t.t('explore.none.filters')}</li> : (
          <>
            <li>{t.t('explore.none.spelling')}</li>
            <li>{t.t('explore.none.words')}</li>
            {known === null ? null : <li>{t.t('explore.none.scope', { count: known })}</li>}
          </>
        )}
      </ul>
      {narrowed ? <Button onPress={clearFilters}>{t.t('explore.none.clear')}</Button> : <Button onPress={browseAll}>{t.t('explore.none.browse')}</Button>}
    </Panel>
  );
}
