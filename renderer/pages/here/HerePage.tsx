import { useEffect, useState } from 'react';
import { SUM_OF_GOOD_JOBS } from '../../../shared/domain/ours.ts';
import { sumPublished } from '../../../shared/domain/pay/good-jobs.ts';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/Figure.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { areaName } from '../../components/group-areas.ts';
import { useT } from '../../components/translator-context.tsx';
import { amountsOf, payScale } from '../../charts/pay-scale.ts';
import { selectAreaId, useApp } from '../../stores/app.ts';
import { loadGoodJobs, useHere } from '../../stores/here.ts';
import type { GoodJobs } from '../../stores/here.ts';
import { go } from '../../stores/navigation.ts';
import { valueOf } from '../../stores/request.ts';
import { GoodJobRow } from './GoodJobRow.tsx';
import { InterestChoice } from './InterestChoice.tsx';
import { fitsIn } from './fits-in.ts';
import './here.css';

/** Rows shown before one asks for all. */
const FIRST = 25;

/** The area: what counts as a good job in it, and which of those need no bachelor's degree, by what one likes. */
export function HerePage() {
  const t = useT();
  const areaId = useApp(selectAreaId);
  const area = useApp((state) => valueOf(state.areas)?.areas.find((each) => each.id === areaId) ?? null);
  const jobs = useHere((state) => state.jobs);
  useEffect(loadGoodJobs, []);
  return (
    <div className="stack here">
      <PageHeader
        title={t.t('here.title', { area: area ? areaName(area, t) : '' })} subtitle={t.t('here.lead')}
        actions={(
          <>
            <Button onPress={() => go({ page: 'print', what: { kind: 'jobs-sheet' } })}>{t.t('here.print')}</Button>
            <Button onPress={() => go({ page: 'warnings' })}>{t.t('warnings.open')}</Button>
          </>
        )}
      />
      <InterestChoice />
      <RequestView request={jobs} failedTitle={t.t('here.failed')} onRetry={loadGoodJobs}>{(found) => <Found found={found} />}</RequestView>
    </div>
  );
}

function Found({ found }: { readonly found: GoodJobs }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const chosen = useHere((state) => state.interests.length);
  const within = useHere((state) => state.within);
  const { floor } = found;
  const jobs = within === null ? found.jobs : found.jobs.filter((job) => fitsIn(job, within));
  const total = within === null ? found.total : jobs.length;
  const shown = all ? jobs : jobs.slice(0, FIRST);
  const line = floor.floor.value;
  const scale = payScale([...shown.flatMap(({ occupation }) => (occupation.pay ? amountsOf(occupation.pay) : [])), ...(line === null ? [] : [line])]);
  return (
    <>
      <Lines found={found} jobs={jobs} />
      <Panel title={t.t(chosen > 0 || within !== null ? 'here.jobs.liked' : 'here.jobs', { count: total })} note={t.t('here.jobs.note')} isFlush>
        {total === 0 ? <p className="here-none">{t.t(within !== null ? 'here.none.within' : chosen > 0 ? 'here.none.liked' : 'here.none')}</p> : (
          <ol className="here-jobs">{shown.map((job) => <GoodJobRow key={job.occupation.soc} job={job} scale={scale} floor={line} />)}</ol>
        )}
      </Panel>
      {jobs.length > shown.length ? <p><Button onPress={() => setAll(true)}>{t.t('here.all', { count: jobs.length })}</Button></p> : null}
    </>
  );
}

/** What the list is measured by, each figure with its source. */
function Lines({ found: { floor, baseline, parity }, jobs }: { readonly found: GoodJobs; readonly jobs: GoodJobs['jobs'] }) {
  const t = useT();
  const from = (source: string) => ({ source, evidence: null, vintage: null, area: null, basis: 'published', method: null } as const);
  return (
    <Panel>
      <dl className="here-lines">
        {floor.floor.value === null ? null : <div><dt>{t.t('here.floor')}</dt><dd><Figure what={t.t('figure.floor')} value={t.dollars(floor.floor.value)} from={floor.floor.from} /></dd></div>}
        {baseline === null || baseline.pay.p50 === null ? null : <div><dt>{t.t('here.baseline')}</dt><dd><Figure what={t.t('figure.noTraining')} value={t.dollars(baseline.pay.p50)} from={baseline.pay.from} /></dd></div>}
        <div>
          <dt>{t.t('here.prices', { area: parity?.area ?? '' })}</dt>
          <dd>{parity === null ? t.t('here.prices.unknown') : <Figure what={t.t('here.prices', { area: parity.area })} value={t.t(parity.milli < 100_000 ? 'here.prices.below' : 'here.prices.above', { percent: Math.abs(100_000 - parity.milli) / 1000 })} from={from(parity.source)} />}</dd>
        </div>
        {jobs.length === 0 ? null : (
          <>
            <div><dt>{t.t('here.people.all')}</dt><dd><Figure what={t.t('here.people.all')} value={t.count(sumPublished(jobs.map(({ occupation }) => occupation.employmentHere.value)))} from={SUM_OF_GOOD_JOBS} /></dd></div>
            <div><dt>{t.t('here.openings.all')}</dt><dd><Figure what={t.t('here.openings.all')} value={t.count(sumPublished(jobs.map(({ occupation }) => occupation.outlook?.openingsPerYear ?? null)))} from={SUM_OF_GOOD_JOBS} /></dd></div>
          </>
        )}
      </dl>
    </Panel>
  );
}
