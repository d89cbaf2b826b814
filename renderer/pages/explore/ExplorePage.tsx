import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import { startOwnTaught } from '../../stores/own-taught.ts';
import { valueOf } from '../../stores/request.ts';
import { NO_FILTERS, NO_SCHOOL_FILTERS, runSearch, selectIsTyped, selectNarrowing, selectSort, startSearch, useSearch } from '../../stores/search.ts';
import { BrowseStart } from './BrowseStart.tsx';
import { FacetPanel } from './FacetPanel.tsx';
import { NothingFound } from './NothingFound.tsx';
import { ResultList } from './ResultList.tsx';
import { SortMenu } from './SortMenu.tsx';
import { WaysButton } from './WaysButton.tsx';
import './explore.css';
import './results.css';

/** Everything there is, found by name, job, code or field, narrowed and in order of what matters. */
export function ExplorePage() {
  const t = useT();
  const search = useSearch();
  const edition = useApp((state) => valueOf(state.edition));
  const [showFacets, setShowFacets] = useState(false);
  useEffect(startSearch, []);
  useEffect(startOwnTaught, []);
  const found = valueOf(search.found);
  if (!found) {
    return search.found.status === 'error'
      ? <ErrorState title={t.t('explore.failed')} failure={search.found.failure} onRetry={runSearch} />
      : <LoadingState />;
  }
  const text = search.answered.text.trim();
  const narrowing = selectNarrowing(search.answered);
  const isStart = text === '' && narrowing === 0;
  const count = found.credentials;
  // Chosen alone, filters of schools leave schools alone.
  const isOnlySchools = selectNarrowing({ ...search.answered, filters: NO_FILTERS }) > 0 && selectNarrowing({ ...search.answered, schoolFilters: NO_SCHOOL_FILTERS }) === 0;
  const [field, ...otherFields] = search.answered.filters.field;
  const oneField = text === '' && otherFields.length === 0 ? field : undefined;
  return (
    <div className="explore">
      <div className="explore-side">
        <Button className="facets-toggle" isExpanded={showFacets} onPress={() => setShowFacets(!showFacets)}>{t.t('explore.filters.show', { count: selectNarrowing(search) })}</Button>
        <div className={showFacets ? 'facets-place is-open' : 'facets-place'}><FacetPanel filters={search.filters} facets={found.facets} schoolFilters={search.schoolFilters} schoolFacets={found.schoolFacets} kept={count} /></div>
      </div>
      <div className="explore-main">
        <div className="explore-head">
          <h1 className="explore-title" tabIndex={-1}>{isStart ? t.t('explore.start.title') : isOnlySchools ? t.t('explore.foundSchools', { count: found.schools, text }) : text === '' ? t.t('explore.foundAll', { count }) : t.t('explore.found', { count, text })}</h1>
          {found.occupations > 0 ? <span className="small quiet">{t.t('explore.andJobs', { count: found.occupations })}</span> : null}
          {found.schools > 0 && !isOnlySchools ? <span className="small quiet">{t.t('explore.andSchools', { count: found.schools })}</span> : null}
          {oneField === undefined ? null : <Button size="small" onPress={() => go({ page: 'print', what: { kind: 'field-sheet', field: oneField } })}>{t.t('handouts.field.print')}</Button>}
          {isStart || search.answered.filters.field.length === 1 ? <WaysButton field={search.answered.filters.field[0] ?? null} /> : null}
          {found.results.length > 1 ? <SortMenu sort={selectSort(search)} isTyped={selectIsTyped(search)} /> : null}
        </div>
        <p className="only-heard" role="status">{search.found.status === 'ready' ? t.t('explore.status', { credentials: count, jobs: found.occupations }) : ''}{search.found.status === 'ready' && found.schools > 0 ? ` ${t.t('explore.andSchools', { count: found.schools })}` : ''}</p>
        {search.found.status === 'error' ? <ErrorState size="line" title={t.t('explore.failed')} failure={search.found.failure} onRetry={runSearch} /> : null}
        {isStart ? (
          <>
            <p className="explore-lead quiet">{t.t('explore.start.lead')}</p>
            <BrowseStart facets={found.facets} />
            <h2 className="explore-all">{t.t('explore.start.all', { count })}</h2>
          </>
        ) : null}
        {found.results.length > 0
          ? <ResultList found={found} typed={text} at={Math.min(search.at, found.results.length - 1)} />
          : <NothingFound narrowed={narrowing > 0} known={edition?.counts['credential'] ?? null} />}
      </div>
    </div>
  );
}
