import type { OccupationFacts } from '../../../shared/domain/facts.ts';
import type { SearchResult } from '../../../shared/contract/reference.ts';
import { PayStrip } from '../../charts/PayStrip.tsx';
import type { PayScale } from '../../charts/pay-scale.ts';
import { paySentence } from '../../charts/pay-words.ts';
import { useT } from '../../components/translator-context.tsx';
import { Matched } from './Matched.tsx';
import { Why } from './Why.tsx';
import { hasMedian, medianLine, noPayLine } from './row-words.ts';

interface OccupationResultProps {
  readonly occupation: OccupationFacts;
  readonly why: SearchResult['why'];
  readonly typed: string;
  readonly scale: PayScale;
  readonly floor: number | null;
  readonly isAt: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
}

/** One job among the results: its pay here and how many do it. */
export function OccupationResult({ occupation, why, typed, scale, floor, isAt, onOpen, onFocus }: OccupationResultProps) {
  const t = useT();
  const name = t.name(occupation.title);
  const { pay, employmentHere } = occupation;
  return (
    <li className={isAt ? 'result is-at' : 'result'} onFocus={onFocus}>
      <div className="result-what">
        <button type="button" className="result-name" data-result onClick={onOpen}><Matched text={name} typed={typed} /></button>
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
}
