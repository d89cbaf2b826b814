import type { CredentialPage } from '../../../shared/contract/reference.ts';
import type { Criterion } from '../../../shared/domain/results.ts';
import { Figure } from '../../components/Figure.tsx';
import { useT } from '../../components/translator-context.tsx';
import { ReasonSentence } from './ReasonSentence.tsx';
import { figureWords } from './figure-words.ts';
import { piecesOf } from './reason-figures.ts';
import type { Ground } from './reason-figures.ts';

interface JudgedHowProps {
  readonly page: CredentialPage;
  readonly ground: Ground;
}

/** The good-job line as published and as it is counted with; each opens its source. */
function FloorLine({ floor }: Pick<CredentialPage, 'floor'>) {
  const t = useT();
  const value = floor.floor.value === null ? t.t('unknown.not-published') : t.dollars(floor.floor.value);
  const published = t.dollars(floor.published);
  const sentence = t.t('judged.floor', { published, year: String(floor.dollarsOf), floor: value });
  const pieces = piecesOf(sentence, [
    { words: published, what: t.t('figure.floorPublished'), figure: { ...floor.floor, value: floor.published, from: { ...floor.floor.from, basis: 'published', method: null } } },
    { words: value, what: t.t('figure.floor'), figure: floor.floor },
  ]);
  return <>{pieces.map(({ text, figure }, index) => (figure ? <Figure key={index} what={figure.what} value={text} from={figure.figure.from} /> : text))}</>;
}

/** Criterion by criterion: state, figure, line to reach and reason; then the rubric that made a word of them. */
export function JudgedHow({ page, ground }: JudgedHowProps) {
  const t = useT();
  const { verdict, floor } = page;
  const threshold = (each: Criterion) => {
    if (each.threshold && each.threshold.value !== null) return <Figure what={t.t('figure.floor')} value={figureWords(each.threshold, t)} from={each.threshold.from} />;
    return each.id === 'openings' ? t.t('judged.openingsLine') : t.t('judged.noLine');
  };
  return (
    <div className="judged">
      <p className="small">{t.t('judged.lead')}</p>
      <div className="wide-table" tabIndex={0} role="group" aria-label={t.t('judged.open')}>
        <table className="judged-table">
          <thead>
            <tr>{(['criterion', 'state', 'figure', 'line', 'why'] as const).map((column) => <th key={column} scope="col">{t.t(`judged.${column}`)}</th>)}</tr>
          </thead>
          <tbody>
            {verdict.criteria.map((each) => (
              <tr key={each.id}>
                <th scope="row">{t.t(`criterion.${each.id}`)}</th>
                <td>{t.t(`criterion.state.${each.state}`)}</td>
                <td>{each.figure === null || each.figure.value === null ? t.t('judged.noFigure') : <Figure what={t.t(`criterion.${each.id}`)} value={figureWords(each.figure, t)} from={each.figure.from} />}</td>
                <td>{threshold(each)}</td>
                <td><ReasonSentence reason={each.reason} ground={ground} audience="staff" /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 className="judged-flips">{t.t('judged.flips')}</h3>
      {verdict.sensitivity.length === 0 ? <p className="small">{t.t('judged.noFlips')}</p> : (
        <ul className="lookup-list small">{verdict.sensitivity.map((each, index) => <li key={index}><ReasonSentence reason={each.reason} ground={ground} audience="staff" /></li>)}</ul>
      )}
      <p className="small quiet">{t.t('judged.rubric', { id: verdict.rubric.id, edition: verdict.rubric.edition })}</p>
      <p className="small quiet"><FloorLine floor={floor} /></p>
    </div>
  );
}
