import { useEffect } from 'react';
import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import { valueOf } from '../../stores/request.ts';
import { loadStudents, useStudents } from '../../stores/students.ts';

/** More than these would push what else one came for out of sight. */
const MOST = 4;

/** Whose next date comes first; shown only while student records are open. */
export function DueList() {
  const t = useT();
  const today = useApp(selectToday);
  const students = useStudents((state) => valueOf(state.list)?.students ?? null);
  useEffect(() => void loadStudents(), []);
  const due = (students ?? []).flatMap(({ id, name, nextDue }) => (nextDue === null ? [] : [{ id, name, nextDue }])).sort((a, b) => (a.nextDue < b.nextDue ? -1 : 1)).slice(0, MOST);
  if (due.length === 0) return null;
  return (
    <nav aria-label={t.t('home.due.title')} className="home-due">
      <h3>{t.t('home.due.title')}</h3>
      <ul className="home-due-list">
        {due.map(({ id, name, nextDue }) => (
          <li key={id}>
            <Link onPress={() => go({ page: 'student', id })}><span dir="auto" translate="no">{name}</span></Link>
            <span className={nextDue < today ? 'home-overdue' : 'quiet'}>{nextDue < today ? t.t('home.due.overdue', { date: t.date(nextDue) }) : t.date(nextDue)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
