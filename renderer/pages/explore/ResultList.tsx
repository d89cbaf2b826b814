import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { SearchResult } from '../../../shared/contract/reference.ts';
import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { addToCompare, MOST_COMPARED, removeFromCompare, useCompare } from '../../stores/compare.ts';
import { go } from '../../stores/navigation.ts';
import { openResult } from '../../stores/open-result.ts';
import { moreOf, moveTo, showMore } from '../../stores/search.ts';
import type { Found } from '../../stores/search.ts';
import { CredentialResult } from './CredentialResult.tsx';
import { ListHead } from './ListHead.tsx';
import { SchoolResult } from './SchoolResult.tsx';
import { OccupationResult } from './OccupationResult.tsx';
import { listScale } from './list-scale.ts';
import { useResultKeys } from './use-result-keys.ts';

interface ResultListProps {
  readonly found: Found;
  readonly typed: string;
  readonly at: number;
}

/** More rows than the tallest window shows. */
const FIRST = 20;

/** The results with their keys: one scale of pay for all of them. */
export function ResultList({ found, typed, at }: ResultListProps) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const compared = useCompare((state) => state.ids);
  const [said, setSaid] = useState('');
  const { results } = found;
  // What fits a screen is drawn with the key that was pressed; the rest follows when nothing else is to do.
  const settled = useDeferredValue(results);
  // A list that goes on keeps what is drawn: the row under the keys is among it.
  const goesOn = settled.length < results.length && settled.every(({ id }, index) => id === results[index]?.id);
  const rows = settled === results ? results : results.slice(0, goesOn ? Math.max(FIRST, settled.length) : FIRST);
  const more = moreOf(found);
  const goTo = useRef<number | null>(null);
  const goOn = useCallback((): void => {
    goTo.current = results.length;
    showMore();
  }, [results.length]);
  // The keys go on at the first of the new rows, as soon as it is drawn.
  useEffect(() => {
    const to = goTo.current;
    if (to === null || rows.length <= to) return;
    goTo.current = null;
    list.current?.querySelectorAll<HTMLElement>('[data-result]')[to]?.focus();
  }, [rows.length]);
  const floor = found.floor.floor.value;
  const { scale, hasPay } = useMemo(() => listScale(results, floor), [results, floor]);

  const compare = useCallback((result: SearchResult | undefined): void => {
    if (result?.kind !== 'credential') return;
    const name = t.name(result.row.name);
    const { ids } = useCompare.getState();
    if (ids.includes(result.id)) {
      removeFromCompare(result.id);
      setSaid(t.t('explore.compare.removed', { name }));
    } else if (ids.length >= MOST_COMPARED) setSaid(t.t('explore.compare.full', { most: MOST_COMPARED }));
    else {
      addToCompare(result.id);
      setSaid(t.t('explore.compare.added', { name, count: ids.length + 1, most: MOST_COMPARED }));
    }
  }, [t]);
  useResultKeys(list, {
    count: results.length, at, more: more > 0 ? goOn : null,
    compare: (index) => compare(results[index]),
    print: (index) => { const result = results[index]; if (result?.kind === 'credential') go({ page: 'print', what: { kind: 'credential-sheet', credentialId: result.id } }); },
  });

  return (
    <>
      <section className="panel panel-flush results" aria-label={t.t('explore.list')}>
        <ListHead scale={scale} floor={hasPay ? floor : null} />
        <ol ref={list} className="result-rows">
          {rows.map((result, index) => {
            const shared = { index, typed, scale, floor, isAt: index === at, onOpen: openResult, onFocus: moveTo };
            return result.kind === 'credential'
              ? <CredentialResult key={result.id} {...shared} result={result} isCompared={compared.includes(result.id)} onCompare={compare} />
              : result.kind === 'occupation' ? <OccupationResult key={result.id} {...shared} result={result} />
              : <SchoolResult key={result.id} index={index} typed={typed} isAt={index === at} onOpen={openResult} onFocus={moveTo} result={result} />;
          })}
        </ol>
      </section>
      {more > 0 ? <div className="result-more"><Button onPress={goOn}>{t.t('explore.more', { count: more })}</Button><span className="small quiet">{t.t('explore.truncated', { shown: results.length, total: found.total })}</span></div> : null}
      <p className="result-keys tiny">{t.t('explore.keys')}</p>
      <p className="result-said small" role="status">{said}</p>
    </>
  );
}
