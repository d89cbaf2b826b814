import type { Reason } from '../../../shared/domain/reason.ts';
import { Figure } from '../../components/Figure.tsx';
import { useT } from '../../components/translator-context.tsx';
import { piecesOf, reasonFigures } from './reason-figures.ts';
import type { Ground } from './reason-figures.ts';

interface ReasonSentenceProps {
  readonly reason: Reason;
  readonly ground: Ground;
}

/** A reason in words for staff; each figure in it opens its source. */
export function ReasonSentence({ reason, ground }: ReasonSentenceProps) {
  const t = useT();
  return (
    <>
      {piecesOf(t.reason(reason, 'staff'), reasonFigures(reason, ground, t)).map(({ text, figure }, index) =>
        figure ? <Figure key={index} what={figure.what} value={text} from={figure.figure.from} /> : text)}
    </>
  );
}
