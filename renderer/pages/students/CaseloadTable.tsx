import { Button } from 'react-aria-components';
import type { KeyboardEvent } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import type { StudentLine, StudentSort, useStudents } from '../../stores/students.ts';
import { dayWords } from '../vault/moment-words.ts';
import './students.css';

interface Props {
  readonly students: readonly StudentLine[];
  readonly sort: ReturnType<typeof useStudents.getState>['sort'];
  readonly today: string;
  readonly onSort: (by: StudentSort) => void;
  readonly onOpen: (student: StudentLine) => void;
  /** Says what opening a line does, where it is not just opening. */
  readonly openLabel?: (student: StudentLine) => string;
}

const COLUMNS: readonly { readonly by: StudentSort; readonly className?: string }[] = [
  { by: 'name' }, { by: 'grade' }, { by: 'graduates', className: 'can-go' }, { by: 'plans' }, { by: 'nextDue' }, { by: 'updatedAt', className: 'can-go' },
];

/** Up and down go from name to name; Home and End to the first and the last. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody th .link')];
  const at = names.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key];
  if (to === undefined || !names[to]) return;
  event.preventDefault();
  names[to].focus();
}

function NextDue({ student, today }: { readonly student: StudentLine; readonly today: string }) {
  const t = useT();
  if (student.nextDue === null) return <span className="quiet">{t.t('students.noDate')}</span>;
  if (student.nextDue >= today) return t.date(student.nextDue);
  return <span className="overdue"><Icon name="warning" size={14} />{t.date(student.nextDue)}, {t.t('students.overdue')}</span>;
}

/** One line for each student. */
export function CaseloadTable({ students, sort, today, onSort, onOpen, openLabel }: Props) {
  const t = useT();
  return (
    <table className="caseload" aria-label={t.t('students.list')} onKeyDown={walk}>
      <thead>
        <tr>
          {COLUMNS.map(({ by, className }) => (
            <th key={by} scope="col" className={className} aria-sort={sort.by === by ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
              <Button className="sort-button" onPress={() => onSort(by)} aria-label={t.t('students.sortBy', { column: t.t(`students.col.${by}`) })}>
                {t.t(`students.col.${by}`)}<Icon name={sort.descending ? 'down' : 'up'} size={11} />
              </Button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {students.map((student) => (
          <tr key={student.id}>
            <th scope="row" dir="auto" translate="no"><Link look="plain" onPress={() => onOpen(student)} {...(openLabel ? { label: openLabel(student) } : {})}>{student.name}</Link></th>
            <td>{student.grade === null ? t.t('students.adult') : t.t('students.grade', { grade: student.grade })}</td>
            <td className="can-go">{student.graduates === null ? '' : t.date(student.graduates)}</td>
            <td>{t.count(student.plans)}</td>
            <td><NextDue student={student} today={today} /></td>
            <td className="can-go quiet">{dayWords(student.updatedAt, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
