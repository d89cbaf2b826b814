import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { useT } from '../components/translator-context.tsx';
import { useApp } from '../stores/app.ts';
import { go, useNavigation } from '../stores/navigation.ts';
import { valueOf } from '../stores/request.ts';

/** Says on every page that the settings were lost and usual ones are in force, until one is set again. */
export function SettingsNotice() {
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
