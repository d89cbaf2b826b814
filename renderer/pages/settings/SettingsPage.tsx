import { AreaField } from '../../components/AreaField.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RadioGroup, Segmented } from '../../components/RadioGroup.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectSettings, setSettings, useApp } from '../../stores/app.ts';
import type { Area } from '../../stores/app.ts';
import { useCountyList } from '../../stores/counties.ts';
import { valueOf } from '../../stores/request.ts';
import { VaultSettings } from '../vault/VaultSettings.tsx';
import { OfficeFields } from './OfficeFields.tsx';
import { RubricField } from './RubricField.tsx';
import './settings.css';

const NONE: readonly Area[] = [];

/** What can be chosen; each change is kept at once. */
export function SettingsPage() {
  const t = useT();
  const settings = useApp(selectSettings);
  const areas = useApp((state) => valueOf(state.areas)?.areas ?? NONE);
  const failure = useApp((state) => state.settingsFailure);
  const counties = useCountyList();
  if (!settings) return null;
  return (
    <div className="settings">
      <PageHeader title={t.t('settings.title')} subtitle={t.t('settings.subtitle')} />
      {failure ? <ErrorState failure={failure} size="line" title={t.t('settings.failed')} /> : null}
      <div className="settings-cols">
        <div className="stack">
        <Panel title={t.t('settings.place')} className="settings-panel">
          <AreaField label={t.t('settings.area')} hint={t.t('settings.area.hint')} areas={areas} counties={counties} value={settings.areaId} onChange={(areaId) => void setSettings({ areaId })} />
          <Segmented
            label={t.t('settings.lang')} hint={t.t('settings.lang.hint')} value={settings.lang} onChange={(lang) => void setSettings({ lang })}
            options={[{ id: 'en', label: t.t('app.lang.en') }, { id: 'es', label: t.t('app.lang.es') }]}
          />
          <Segmented
            label={t.t('settings.theme')} value={settings.theme} onChange={(theme) => void setSettings({ theme })}
            options={(['system', 'light', 'dark', 'contrast'] as const).map((id) => ({ id, label: t.t(`settings.theme.${id}`) }))}
          />
          <RubricField settings={settings} />
        </Panel>
        <Panel title={t.t('settings.safety')} className="settings-panel">
          <NumberField
            label={t.t('settings.autoLock')} hint={t.t('settings.autoLock.hint')} unit="count" min={1} max={240} value={settings.autoLockMinutes}
            onChange={(minutes) => { if (minutes !== null) void setSettings({ autoLockMinutes: minutes }); }}
          />
        </Panel>
        <VaultSettings />
        </div>
        <div className="stack">
        <Panel title={t.t('settings.office')} note={t.t('settings.office.hint')} className="settings-panel">
          <OfficeFields settings={settings} />
          <RadioGroup
            label={t.t('settings.profile')} value={settings.profile} onChange={(profile) => void setSettings({ profile })}
            options={(['school', 'career-center'] as const).map((id) => ({ id, label: t.t(`settings.profile.${id}`), hint: t.t(`settings.profile.${id}.hint`) }))}
          />
          <Segmented
            label={t.t('settings.paper')} value={settings.paper} onChange={(paper) => void setSettings({ paper })}
            options={(['letter', 'a4'] as const).map((id) => ({ id, label: t.t(`settings.paper.${id}`) }))}
          />
        </Panel>
        </div>
      </div>
    </div>
  );
}
