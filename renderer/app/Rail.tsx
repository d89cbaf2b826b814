import { Link } from '../components/Link.tsx';
import { useT } from '../components/translator-context.tsx';
import { useApp } from '../stores/app.ts';
import { useCompare } from '../stores/compare.ts';
import { go, NEEDS_VAULT, useNavigation } from '../stores/navigation.ts';
import type { Route } from '../stores/navigation.ts';
import { valueOf } from '../stores/request.ts';
import { UndoPlace } from './UndoPlace.tsx';

type Place = 'home' | 'explore' | 'here' | 'compare' | 'students' | 'handouts' | 'data' | 'settings';

/** Under which place of the rail a page lies. */
const PLACE_OF: Readonly<Record<Route['page'], Place>> = {
  home: 'home', explore: 'explore', here: 'here', warnings: 'here', credential: 'explore', occupation: 'explore', school: 'explore', ways: 'explore', compare: 'compare', students: 'students', student: 'students', plan: 'students',
  handouts: 'handouts', print: 'handouts', own: 'data', data: 'data', changes: 'data', touched: 'students', settings: 'settings',
};

/** The places, always in the same order. */
export function Rail() {
  const t = useT();
  const route = useNavigation((state) => state.route);
  const compared = useCompare((state) => state.ids.length);
  const edition = useApp((state) => valueOf(state.edition));
  const here = route.page === 'print' && NEEDS_VAULT.has(route.what.kind) ? 'students' : PLACE_OF[route.page];
  const place = (page: Place, label: string, extra?: React.ReactNode) => (
    <li><Link look="plain" className="rail-link" isCurrent={here === page} onPress={() => go({ page })}>{label}{extra}</Link></li>
  );
  return (
    <nav className="rail" aria-label={t.t('nav.label')}>
      <ul className="rail-list">
        {place('home', t.t('nav.home'))}
        {place('explore', t.t('nav.explore'))}
        {place('here', t.t('nav.here'))}
        {place('compare', t.t('nav.compare'), compared > 0 ? <span className="rail-count"><span aria-hidden="true">{compared}</span><span className="only-heard">{t.t('nav.compare.count', { count: compared })}</span></span> : null)}
        {place('students', t.t('nav.students'))}
        {place('handouts', t.t('nav.handouts'))}
      </ul>
      <UndoPlace />
      <ul className="rail-list rail-foot">
        {place('data', edition ? t.t('nav.dataOf', { month: shortMonth(edition.dataChecked, t.locale) }) : t.t('nav.data'))}
        {place('settings', t.t('nav.settings'))}
      </ul>
    </nav>
  );
}

/** "Nov 2026" from a month or a day. */
function shortMonth(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${iso.slice(0, 7)}-01T00:00:00Z`));
}
