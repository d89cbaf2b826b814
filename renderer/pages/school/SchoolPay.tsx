import type { SchoolPage } from '../../../shared/contract/schools.ts';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { SchoolFigure } from './SchoolFigures.tsx';

const YEARS = [1, 2, 4, 5] as const;
const KEYS = { 1: 'one', 2: 'two', 4: 'four', 5: 'five' } as const;

/** Pay of graduates by field, each measure in a column of its own: they count other people in other years. */
export function SchoolPay({ page }: { readonly page: SchoolPage }) {
  const t = useT();
  const { pay, school } = page;
  const columns = YEARS.filter((years) => pay.some(({ medians }) => medians.some((each) => each.years === years)));
  if (columns.length === 0) return <Panel title={t.t('school.pay')}><p>{t.t('school.pay.none')}</p></Panel>;
  return (
    <Panel title={t.t('school.pay')} note={t.t('school.note.payOther')}>
      <div className="wide-table" tabIndex={0} role="group" aria-label={t.t('school.pay')}>
        <table className="schools">
          <thead><tr><th scope="col">{t.t('school.field')}</th>{columns.map((years) => <th key={years} scope="col" className="is-number">{t.t(`school.pay.${KEYS[years]}`)}</th>)}</tr></thead>
          <tbody>
            {pay.map((row) => (
              <tr key={`${row.cip} ${row.level}`}>
                <th scope="row"><span lang="en">{row.title}</span><span className="school-aside">{t.t(`school.payLevel.${row.level}`)}</span></th>
                {columns.map((years) => {
                  const found = row.medians.find((each) => each.years === years);
                  return <td key={years} className="is-number">{found ? <SchoolFigure what={t.t('school.figure.pay', { name: school.name, years })} figure={found.median} /> : <span className="quiet">{t.t('unknown.not-published')}</span>}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
