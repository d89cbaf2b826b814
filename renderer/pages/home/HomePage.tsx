import { PageHeader } from '../../components/PageHeader.tsx';
import { useT } from '../../components/translator-context.tsx';
import { areaName } from '../../components/group-areas.ts';
import { selectSettings, useApp } from '../../stores/app.ts';
import { valueOf } from '../../stores/request.ts';
import { latePage } from '../../app/late-page.tsx';
import { FirstArea } from './FirstArea.tsx';
import { FieldList, HandoutCard, HereCard, LookCard, StudentCard } from './HomeCards.tsx';
import { SchoolNotice } from './SchoolNotice.tsx';
import './home.css';

const ChangesLine = latePage(async () => (await import('../changes/ChangesLine.tsx')).ChangesLine, null);

/** Where a day starts: the three things one comes for. On the first day the area comes before them. */
export function HomePage() {
  const t = useT();
  const settings = useApp(selectSettings);
  const areaId = settings?.areaId ?? null;
  const area = useApp((state) => valueOf(state.areas)?.areas.find((each) => each.id === areaId) ?? null);
  const edition = useApp((state) => valueOf(state.edition));
  return (
    <div className="home">
      <PageHeader
        title={t.t('home.title')}
        subtitle={area && edition ? t.t('home.here.text', {
          area: area.kind === 'nonmetro' ? t.t('area.nonmetroOf', { name: areaName(area, t) }) : areaName(area, t), credentials: edition.counts['credential'] ?? 0, occupations: edition.counts['occupation'] ?? 0,
          month: t.date(edition.dataChecked.slice(0, 7)),
        }) : undefined}
      />
      <ChangesLine />
      {settings && areaId === null ? <FirstArea /> : null}
      <div className="home-cards"><StudentCard /><LookCard /><HereCard /><HandoutCard /></div>
      <FieldList />
      {settings && areaId !== null && (settings.schoolName === '' || settings.counselorPhone === '') ? <SchoolNotice /> : null}
    </div>
  );
}
