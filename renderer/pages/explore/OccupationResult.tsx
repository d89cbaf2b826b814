import { memo } from 'react';
import type { SearchResult } from '../../../shared/contract/reference.ts';
import { PayStrip } from '../../charts/PayStrip.tsx';
import type { PayScale } from '../../charts/pay-scale.ts';
import { paySentence } from '../../charts/pay-words.ts';
import { useT } from '../../components/translator-context.tsx';
import { Matched } from './Matched.tsx';
import { Why } from './Why.tsx';
import { hasMedian, medianLine, noPayLine } from './row-words.ts';

interface OccupationResultProps {
  readonly result: Extract<SearchResult, { kind: 'occupation' }>;
  /** Its place in the list. */
  readonly index: number;
  readonly typed: string;
  readonly scale: PayScale;
  readonly floor: number | null;
  readonly isAt: boolean;
  readonly onOpen: (result: SearchResult) => void;
  readonly onFocus: (index: number) => void;
}

/** One job among the results: its pay here and how many do it. */
export const OccupationResult = memo(function OccupationResult({ result, index, typed, scale, floor, isAt, onOpen, onFocus }: OccupationResultProps) {
  const t = useT();
  const { occupation, why } = result;
  const name = t.name(occupation.title);
  const { pay, employmentHere } = occupation;
  return (
    <li className={isAt ? 'result is-at' : 'result'} onFocus={() => onFocus(index)}>
      <div className="result-what">
        <button type="button" className="result-name" data-result onClick={() => onOpen(result)}><Matched text={name} typed={typed} /></button>
        <span className="result-tags">
          <span className="result-job">{t.t('explore.job')}</span>
          <span className="result-kind">{occupation.soc}</span>
          <Why name={name} why={why} typed={typed} />
        </span>
      </div>
      <span className="result-time" />
      <div className="result-pay">
        {!hasMedian(pay) ? <span className="quiet">{pay === null ? t.t('explore.pay.notPublished') : noPayLine({ pay }, t)}</span> : (
          <PayStrip pay={pay} scale={scale} floor={floor} tone="plain" size="row" sentence={paySentence(name, pay, t)} median={<span>{medianLine(pay, t)}</span>} />
        )}
      </div>
      <span className="result-cost quiet">
        {employmentHere.value === null
          ? t.t('explore.jobsUnknown', { word: t.t(`unknown.${employmentHere.unknown ?? 'not-published'}`) })
          : t.t('explore.jobsHere', { count: employmentHere.value })}
      </span>
    </li>
  );
});
