import { memo } from 'react';
import type { SearchResult } from '../../../shared/contract/reference.ts';
import { useT } from '../../components/translator-context.tsx';
import { Matched } from './Matched.tsx';

interface SchoolResultProps {
  readonly result: Extract<SearchResult, { kind: 'school' }>;
  /** Its place in the list. */
  readonly index: number;
  readonly typed: string;
  readonly isAt: boolean;
  readonly onOpen: (result: SearchResult) => void;
  readonly onFocus: (index: number) => void;
}

/** Beyond a day's drive miles say nothing that the state does not. */
const FARTHEST = 250;

/** One school among the results: where it is, and the other name by which it was found. */
export const SchoolResult = memo(function SchoolResult({ result, index, typed, isAt, onOpen, onFocus }: SchoolResultProps) {
  const t = useT();
  return (
    <li className={isAt ? 'result result-school is-at' : 'result result-school'} onFocus={() => onFocus(index)}>
      <div className="result-what">
        <button type="button" className="result-name" data-result onClick={() => onOpen(result)}><Matched text={result.name} typed={typed} /></button>
        <span className="result-tags">
          <span className="result-job">{t.t('explore.school')}</span>
          <span className="result-kind">{[t.t(`school.control.${result.control}`), t.t(`school.kind.${result.level}`), ...(result.miles === null || result.miles > FARTHEST ? [] : [t.t('school.miles', { miles: result.miles })])].join(' · ')}</span>
          <span className="result-kind"><Matched text={`${result.city}, ${result.state}`} typed={typed} /></span>
          {result.alias === '' ? null : <span className="result-why"><Matched text={result.alias} typed={typed} /></span>}
        </span>
      </div>
    </li>
  );
});
