import { useEffect } from 'react';
import { DEFAULT_RUBRIC } from '../../shared/domain/value/default-rubric.ts';
import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { ErrorState } from '../components/States.tsx';
import { useT } from '../components/translator-context.tsx';
import { retryStart, selectSettings, useApp } from '../stores/app.ts';
import { go, useNavigation } from '../stores/navigation.ts';
import type { Route } from '../stores/navigation.ts';
import { valueOf } from '../stores/request.ts';
import { loadRubrics, useRubrics } from '../stores/rubrics.ts';

/** What is wrong with the whole of it, on every page, above what the page says. */
export function Notices() {
  return <><SettingsNotice /><ReferenceNotice /><RubricNotice /></>;
}

/** Without the career data most pages have nothing to show; student records do not need it. */
function ReferenceNotice() {
  const t = useT();
  const edition = useApp((state) => state.edition);
  const isData = useNavigation((state) => state.route.page === 'data');
  if (edition.status !== 'error' || isData) return null;
  return <div className="notice-error"><ErrorState failure={edition.failure} title={t.t('data.edition.failed')} size="line" onRetry={retryStart} /></div>;
}

/** Pages on which verdicts stand. */
const JUDGED: readonly Route['page'][] = ['explore', 'credential', 'occupation', 'compare', 'here', 'warnings'];

/** Says by which rubric verdicts are made, when it is not the usual one. */
function RubricNotice() {
  const t = useT();
  const chosen = useApp((state) => selectSettings(state)?.rubric ?? DEFAULT_RUBRIC);
  const page = useNavigation((state) => state.route.page);
  const rubric = useRubrics((state) => valueOf(state.found)?.rubrics.find(({ id }) => id === chosen) ?? null);
  useEffect(() => { if (chosen !== DEFAULT_RUBRIC) loadRubrics(); }, [chosen]);
  if (chosen === DEFAULT_RUBRIC || rubric === null || !JUDGED.includes(page)) return null;
  return (
    <div className="notice" role="status">
      <Icon name="info" size={18} />
      <p>{t.t('rubric.inForce', { name: t.t('rubric.name', { name: rubric.name, edition: rubric.edition }) })}</p>
      <Button size="small" onPress={() => go({ page: 'settings' })}>{t.t('app.settingsProblem.go')}</Button>
    </div>
  );
}

/** Says on every page that the settings were lost and usual ones are in force, until one is set again. */
function SettingsNotice() {
  const t = useT();
  const isThere = useApp((state) => valueOf(state.status)?.settingsProblem ?? false);
  const isSettings = useNavigation((state) => state.route.page === 'settings');
  if (!isThere) return null;
  return (
    <div className="notice" role="status">
      <Icon name="info" size={18} />
      <p>{t.t('app.settingsProblem')}</p>
      {isSettings ? null : <Button size="small" onPress={() => go({ page: 'settings' })}>{t.t('app.settingsProblem.go')}</Button>}
    </div>
  );
}
