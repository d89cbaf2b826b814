import type { ReactNode } from 'react';
import type { Provenance } from '../../shared/domain/facts.ts';
import { useT } from '../components/translator-context.tsx';
import { PayStrip } from './PayStrip.tsx';
import type { StripTone } from './PayStrip.tsx';
import { PayTable } from './PayTable.tsx';
import { amountsOf, payScale } from './pay-scale.ts';
import type { PayPoints } from './pay-scale.ts';
import { axisWords, paySentence } from './pay-words.ts';

export interface PayRow {
  readonly key: string;
  readonly label: string;
  readonly pay: PayPoints;
  readonly tone: StripTone;
  /** Where the percentiles come from. */
  readonly from: Provenance;
  /** What the others are compared with. */
  readonly hollow: boolean;
  /** The median, as a figure that opens its source. */
  readonly median: ReactNode;
  /** What stands instead of a strip when no percentile is published. */
  readonly missing?: ReactNode;
}

interface PayStripsProps {
  readonly rows: readonly PayRow[];
  readonly floor: { readonly dollars: number; readonly label: ReactNode } | null;
}

/** Pay of several jobs on one scale with its axis; the good-job line runs through all of them and is labeled above. */
export function PayStrips({ rows, floor }: PayStripsProps) {
  const t = useT();
  const scale = payScale([...rows.flatMap((row) => amountsOf(row.pay)), ...(floor ? [floor.dollars] : [])]);
  return (
    <div className="strips">
      <div className="strips-rows">
        {floor ? (
          <div className="strips-line strips-head">
            <span />
            <div className="strips-place"><span className={scale.at(floor.dollars) > 60 ? 'strips-floor is-left' : 'strips-floor'} style={{ '--at': `${scale.at(floor.dollars)}%` }}>{floor.label}</span></div>
          </div>
        ) : null}
        {rows.map((row) => (
          <div className="strips-line" key={row.key}>
            <span className={row.hollow ? 'strips-label' : 'strips-label is-main'}>{row.label}</span>
            {amountsOf(row.pay).length === 0 && row.missing !== undefined ? <div className="strips-missing">{row.missing}</div> : (
              <PayStrip pay={row.pay} scale={scale} floor={floor?.dollars ?? null} tone={row.tone} size="page" hollow={row.hollow} grid sentence={paySentence(row.label, row.pay, t)} median={row.median} />
            )}
          </div>
        ))}
        <div className="strips-line strips-axis" aria-hidden="true">
          <span />
          <div className="strips-place">{scale.ticks.map((tick) => <span key={tick} style={{ '--at': `${scale.at(tick)}%` }}>{axisWords(tick, t)}</span>)}</div>
        </div>
      </div>
      <PayTable rows={rows} />
    </div>
  );
}
