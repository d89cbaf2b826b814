import type { School, SchoolPage } from '../../../shared/contract/schools.ts';
import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { SchoolFigure } from './SchoolFigures.tsx';

interface ProgramTableProps {
  readonly programs: SchoolPage['programs'];
  readonly school: School;
  readonly label: string;
  readonly withCredentials?: boolean;
}

/** Programs by field and level with the awards of a year. Their names are those of the federal list, in English. */
export function ProgramTable({ programs, school, label, withCredentials = false }: ProgramTableProps) {
  const t = useT();
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={label}>
      <table className="schools">
        <thead>
          <tr>
            <th scope="col">{t.t('school.program')}</th><th scope="col">{t.t('school.level')}</th><th scope="col" className="is-number">{t.t('school.awards')}</th>
            {withCredentials ? <th scope="col">{t.t('school.credentials')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {programs.map((each) => (
            <tr key={`${each.cip} ${each.level}`}>
              <th scope="row" lang="en">{each.title}</th>
              <td>{t.t(`school.level.${each.level}`)}</td>
              <td className="is-number"><SchoolFigure what={t.t('school.figure.awards', { name: school.name, level: t.t(`school.level.${each.level}`) })} figure={each.completions} /></td>
              {withCredentials ? <td>{each.credentials.map((row) => <span key={row.id} className="school-line"><Link onPress={() => go({ page: 'credential', id: row.id })}>{t.name(row.shortName)}</Link></span>)}{each.hasMore ? <span className="school-line quiet">{t.t('school.credentials.more')}</span> : null}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
