import { memo } from 'react';
import type { SearchResult } from '../../../shared/contract/reference.ts';
import { PayStrip } from '../../charts/PayStrip.tsx';
import type { PayScale } from '../../charts/pay-scale.ts';
import { paySentence } from '../../charts/pay-words.ts';
import { Icon } from '../../components/Icon.tsx';
import { useOwnTaught } from '../../stores/own-taught.ts';
import { VerdictTag } from '../../components/VerdictTag.tsx';
import { useT } from '../../components/translator-context.tsx';
import { Matched } from './Matched.tsx';
import { Why } from './Why.tsx';
import { costLine, hasMedian, medianLine, noPayLine, timeLine } from './row-words.ts';

interface CredentialResultProps {
  readonly result: Extract<SearchResult, { kind: 'credential' }>;
  /** Its place in the list. */
  readonly index: number;
  readonly typed: string;
  readonly scale: PayScale;
  readonly floor: number | null;
  readonly isAt: boolean;
  readonly isCompared: boolean;
  readonly onOpen: (result: SearchResult) => void;
  readonly onFocus: (index: number) => void;
  readonly onCompare: (result: SearchResult) => void;
}

/** One credential of the list: what a counselor asks first, in one look. Drawn again only when it changes: a list is long. */
export const CredentialResult = memo(function CredentialResult({ result, index, typed, scale, floor, isAt, isCompared, onOpen, onFocus, onCompare }: CredentialResultProps) {
  const t = useT();
  const { row, why } = result;
  const name = t.name(row.name);
  const isTaught = useOwnTaught(({ ids }) => ids?.has(row.id) === true);
  const asides = [t.t(`kind.${row.kind}`), ...(row.jurisdiction === 'state' ? [t.t('explore.stateSets')] : []), ...(row.role === 'add-on' ? [t.t('explore.addOn')] : [])];
  return (
    <li className={isAt ? 'result is-at' : 'result'} onFocus={() => onFocus(index)}>
      <div className="result-what">
        <button type="button" className="result-name" data-result onClick={() => onOpen(result)}><Matched text={name} typed={typed} /></button>
        <span className="result-tags">
          <VerdictTag verdict={row.verdict} closeCall={row.closeCall} />
          <span className="result-kind">{asides.join(' · ')}</span>
          {isTaught ? <span className="result-own">{t.t('own.taught')}</span> : null}
          <Why name={name} why={why} typed={typed} />
        </span>
      </div>
      <span className="result-time"><span className="result-label">{t.t('explore.column.time')}</span>{timeLine(row.time, t)}</span>
      <div className="result-pay">
        {!hasMedian(row.pay) ? <span className="quiet">{noPayLine(row, t)}</span> : (
          <PayStrip pay={row.pay} scale={scale} floor={floor} tone={row.verdict} size="row" sentence={paySentence(name, row.pay, t)} median={<span>{medianLine(row.pay, t)}</span>} />
        )}
      </div>
      <span className="result-cost"><span className="result-label">{t.t('explore.column.cost')}</span>{costLine(row.cost, t)}</span>
      <button type="button" className="result-compare" aria-pressed={isCompared} onClick={() => onCompare(result)} aria-label={t.t('explore.compare.addNamed', { name })} title={t.t(isCompared ? 'explore.compare.remove' : 'explore.compare.add')}>
        <Icon name={isCompared ? 'check' : 'plus'} />
      </button>
    </li>
  );
});
