import type { School } from '../../../shared/contract/schools.ts';
import type { Figure as FigureFacts } from '../../../shared/domain/facts.ts';
import { Figure } from '../../components/Figure.tsx';
import { useT } from '../../components/translator-context.tsx';

interface SchoolFigureProps {
  /** What the figure is, with the name of the school. */
  readonly what: string;
  readonly figure: FigureFacts;
}

/** A number of a school, which opens its source; one that is unknown is its word. */
export function SchoolFigure({ what, figure }: SchoolFigureProps) {
  const t = useT();
  if (figure.value === null) return <span className="quiet">{t.t(`unknown.${figure.unknown ?? 'not-collected'}`)}</span>;
  const value = figure.unit === 'usd-per-year' ? t.dollars(figure.value) : figure.unit === 'permille' ? t.permille(figure.value) : t.count(figure.value);
  return <Figure what={what} value={value} from={figure.from} />;
}

/** Tuition and fees of a year; where all pay the same it is said once. */
export function Tuition({ school }: { readonly school: School }) {
  const t = useT();
  const { tuitionInState, tuitionOutOfState, name } = school;
  const inState = <SchoolFigure what={t.t('school.figure.tuition', { name })} figure={tuitionInState} />;
  if (tuitionInState.value === null || tuitionOutOfState.value === null || tuitionInState.value === tuitionOutOfState.value) return inState;
  return <>{inState}<span className="school-aside">{t.t('school.outOfState')} <SchoolFigure what={t.t('school.figure.tuitionOut', { name })} figure={tuitionOutOfState} /></span></>;
}

/** Of those who started, how many had an award of this school six years on. */
export function Awarded({ school }: { readonly school: School }) {
  const t = useT();
  return <SchoolFigure what={t.t('school.figure.awarded', { name: school.name, year: String(school.awardedCohort ?? '') })} figure={school.awarded} />;
}
