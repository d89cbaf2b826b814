import type { Reason } from '../../../shared/domain/reason.ts';
import { Figure } from '../../components/Figure.tsx';
import { useT } from '../../components/translator-context.tsx';
import { areaShort } from '../explore/row-words.ts';
import { piecesOf, reasonFigures } from './reason-figures.ts';
import type { Ground } from './reason-figures.ts';

interface ReasonSentenceProps {
  readonly reason: Reason;
  readonly ground: Ground;
  /** The answer of a page reads like a sentence to a family; how it was judged is for staff. */
  readonly audience: 'family' | 'staff';
}

/** An area's name without the survey's own words for it. */
function withShortArea(reason: Reason): Reason {
  const { area } = reason.params;
  return typeof area === 'string' ? { ...reason, params: { ...reason.params, area: areaShort(area) } } : reason;
}

/** A reason in words; each figure in it opens its source. */
export function ReasonSentence({ reason, ground, audience }: ReasonSentenceProps) {
  const t = useT();
  return (
    <>
      {piecesOf(t.reason(withShortArea(reason), audience), reasonFigures(reason, ground, t)).map(({ text, figure }, index) =>
        figure ? <Figure key={index} what={figure.what} value={text} from={figure.figure.from} /> : text)}
    </>
  );
}
