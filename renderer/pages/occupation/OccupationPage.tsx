import { useEffect } from 'react';
import { PayStrips } from '../../charts/PayStrips.tsx';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/Figure.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { retryOccupation, showOccupation, useOccupation } from '../../stores/occupation.ts';
import type { OccupationPage as Page } from '../../stores/occupation.ts';
import { IDLE } from '../../stores/request.ts';
import { setSearchText } from '../../stores/search.ts';
import { MedianFigure } from '../credential/FactFigures.tsx';
import { OpeningFigures } from '../credential/OpeningsPanel.tsx';
import { areaShort, hasMedian, vintageWords } from '../explore/row-words.ts';
import { AboutWork } from './AboutWork.tsx';
import { Aliases } from './Aliases.tsx';
import { Answer } from './Answer.tsx';
import { OpenedBy } from './OpenedBy.tsx';
import { RoutesPanel } from './RoutesPanel.tsx';
import '../lookup.css';
import '../credential/credential.css';
import './occupation.css';

/** One job: what it pays here, whether there is work, and which credentials open it. */
export function OccupationPage({ soc }: { readonly soc: string }) {
  const t = useT();
  const shown = useOccupation();
  useEffect(() => showOccupation(soc), [soc]);
  // Until the store has taken this code, what it holds is another job's.
  const request = shown.soc === soc ? shown.page : IDLE;
  return (
    <RequestView request={request} failedTitle={t.t('occupation.failed')} onRetry={retryOccupation}>
      {(page) => <Ready page={page} />}
    </RequestView>
  );
}

function Ready({ page }: { readonly page: Page }) {
  const t = useT();
  const { facts, baseline, floor } = page;
  const name = t.name(facts.title);
  const line = floor.floor.value;
  const without = t.t('credential.pay.without');
  const pay = facts.pay;
  return (
    <article className="lookup">
      <PageHeader
        title={name}
        crumbs={[{ label: t.t('explore.title'), onPress: () => go({ page: 'explore' }) }]}
        subtitle={`${t.t('occupation.eyebrow')} · ${t.t('occupation.code', { soc: facts.soc })}`}
        actions={<Button onPress={() => { setSearchText(name); go({ page: 'explore' }); }}>{t.t('occupation.explore')}</Button>}
      />
      <div className="page-cols">
        <div className="stack">
          <Panel className="pay-panel" title={t.t('credential.pay')}>
            <Answer page={page} />
            {!hasMedian(pay) ? null : (
              <PayStrips
                rows={[
                  ...(baseline ? [{ key: 'without', label: without, pay: baseline.pay, from: baseline.pay.from, tone: 'plain' as const, hollow: true, median: <MedianFigure pay={baseline.pay} name={without} /> }] : []),
                  { key: 'this', label: t.t('occupation.pay.this'), pay, from: pay.from, tone: 'high', hollow: false, median: <MedianFigure pay={pay} name={name} /> },
                ]}
                floor={line === null ? null : { dollars: line, label: <>{t.t('credential.pay.floor')} <Figure what={t.t('figure.floor')} value={t.dollars(line)} from={floor.floor.from} /></> }}
              />
            )}
          </Panel>
          <OpenedBy page={page} />
          <RoutesPanel page={page} />
          <Panel title={t.t('credential.openings')}><OpeningFigures occupation={facts} /></Panel>
        </div>
        <div className="stack">
          <AboutWork page={page} />
          <Panel title={t.t('occupation.aliases')}>
            <Aliases aliases={page.aliases} />
          </Panel>
          <Panel title={t.t('occupation.sources')}>
            <ul className="lookup-list small">
              {pay ? <li>{t.t('occupation.sources.pay', { area: areaShort(pay.areaName), vintage: vintageWords(pay.from.vintage, t) })}</li> : null}
              {facts.outlook ? <li>{t.t('occupation.sources.outlook', { vintage: vintageWords(facts.outlook.from.vintage, t) })}</li> : null}
              {baseline ? <li>{t.t('occupation.sources.baseline', { jobs: baseline.jobs, occupations: baseline.occupations })}</li> : null}
            </ul>
          </Panel>
        </div>
      </div>
    </article>
  );
}
