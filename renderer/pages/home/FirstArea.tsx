import { AreaField } from '../../components/AreaField.tsx';
import { Mark } from '../../components/Mark.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { setSettings, useApp } from '../../stores/app.ts';
import type { Area } from '../../stores/app.ts';
import { useCountyList } from '../../stores/counties.ts';
import { valueOf } from '../../stores/request.ts';

const NONE: readonly Area[] = [];

/** The first thing of all: without an area every figure would be the nation's. */
export function FirstArea() {
  const t = useT();
  const areas = useApp((state) => valueOf(state.areas)?.areas ?? NONE);
  const failure = useApp((state) => state.settingsFailure);
  const counties = useCountyList();
  return (
    <section className="panel home-first" aria-labelledby="home-first">
      <Mark size={44} />
      <div className="home-first-text">
        <h2 id="home-first">{t.t('home.first.title')}</h2>
        <p className="quiet">{t.t('home.first.text')}</p>
      </div>
      <div className="home-first-field">
        <AreaField label={t.t('app.area')} areas={areas} counties={counties} value={null} onChange={(id) => void setSettings({ areaId: id })} />
        {failure ? <ErrorState failure={failure} size="line" title={t.t('settings.failed')} /> : null}
      </div>
    </section>
  );
}
