import { useEffect } from 'react';
import type { SchoolPage as Page } from '../../../shared/contract/schools.ts';
import { SourceLink } from '../../app/SourceLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { IDLE } from '../../stores/request.ts';
import { retrySchool, showSchool, useSchool } from '../../stores/school.ts';
import { ProgramTable } from './ProgramTable.tsx';
import { Awarded, Tuition } from './SchoolFigures.tsx';
import { SchoolPay } from './SchoolPay.tsx';
import '../lookup.css';
import './school.css';

/** One school: what it teaches up to a bachelor's degree, what it charges, and which credentials here its programs are in the field of. */
export function SchoolPage({ id }: { readonly id: string }) {
  const t = useT();
  const shown = useSchool();
  useEffect(() => showSchool(id), [id]);
  // Until the store has taken this number, what it holds is another school's.
  const request = shown.id === id ? shown.page : IDLE;
  return (
    <RequestView request={request} failedTitle={t.t('school.failed')} onRetry={retrySchool}>
      {(page) => <Ready page={page} />}
    </RequestView>
  );
}

function Ready({ page }: { readonly page: Page }) {
  const t = useT();
  const { school, programs, website } = page;
  const linked = programs.filter((each) => each.credentials.length > 0);
  const others = programs.filter((each) => each.credentials.length === 0);
  return (
    <article className="lookup">
      <PageHeader
        title={school.name}
        crumbs={[{ label: t.t('explore.title'), onPress: () => go({ page: 'explore' }) }]}
        subtitle={`${school.city}, ${school.state} · ${t.t(`school.control.${school.control}`)} · ${t.t(`school.kind.${school.level}`)}`}
      />
      <div className="page-cols">
        <div className="stack">
          <Panel title={t.t('school.linked')} note={t.t('school.linked.note')}>
            {linked.length === 0 ? <p>{t.t('school.linked.none')}</p> : <ProgramTable programs={linked} school={school} label={t.t('school.linked')} withCredentials />}
          </Panel>
          {others.length === 0 ? null : (
            <Panel title={t.t('school.others')}>
              <details className="school-others">
                <summary>{t.t('school.others.show', { count: others.length })}</summary>
                <ProgramTable programs={others} school={school} label={t.t('school.others')} />
              </details>
            </Panel>
          )}
        </div>
        <div className="stack">
          <Panel title={t.t('school.about')}>
            <dl className="school-about">
              <div><dt>{t.t('school.tuition')}</dt><dd><Tuition school={school} /></dd></div>
              <div><dt>{t.t('school.awarded')}</dt><dd><Awarded school={school} /></dd></div>
              {website === null ? null : <div><dt>{t.t('school.website')}</dt><dd><SourceLink url={website} title={new URL(website).hostname.replace(/^www\./, '')} /></dd></div>}
              {page.aliases.length === 0 ? null : <div><dt>{t.t('school.aliases')}</dt><dd>{page.aliases.join(' · ')}</dd></div>}
            </dl>
            <p className="small quiet school-notes">{t.t('school.tuition.note')}</p>
          </Panel>
        </div>
      </div>
      <div className="lookup-below"><SchoolPay page={page} /></div>
    </article>
  );
}

