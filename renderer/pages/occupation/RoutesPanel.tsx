import { useEffect, useMemo } from 'react';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import type { OccupationPage } from '../../stores/occupation.ts';
import { valueOf } from '../../stores/request.ts';
import { retryRoutes, showRoutes, useRoutes } from '../../stores/routes.ts';
import type { RoutesFound } from '../../stores/routes.ts';
import { FoundRoutes } from './FoundRoutes.tsx';
import { MissingList } from './MissingList.tsx';
import { RoutesSaidFields } from './RoutesSaidFields.tsx';
import { byRelation } from './by-relation.ts';
import './routes.css';

/** Ways to the job for a person of whom a few things are said; worked out again as one types. */
export function RoutesPanel({ page }: { readonly page: OccupationPage }) {
  const t = useT();
  const { soc } = page.facts;
  const ids = useMemo(() => byRelation(page.credentials).map(({ row }) => row.id), [page.credentials]);
  const found = useRoutes((state) => state.found);
  useEffect(() => showRoutes(soc, ids), [soc, ids]);
  // The list above says that nothing is linked to the job.
  if (ids.length === 0) return null;
  // Where nothing opens the job, nothing that is said of a person changes that.
  const isShut = valueOf(found)?.nothing?.code === 'nothing.no-credential';
  return (
    <Panel title={t.t('routes.title')} {...(isShut ? {} : { note: t.t('routes.note') })}>
      {isShut ? null : <RoutesSaidFields />}
      <RequestView request={found} failedTitle={t.t('routes.failed')} onRetry={retryRoutes}>
        {(answer) => <Answered answer={answer} page={page} />}
      </RequestView>
    </Panel>
  );
}

function Answered({ answer, page }: { readonly answer: RoutesFound; readonly page: OccupationPage }) {
  const t = useT();
  return (
    <>
      <FoundRoutes answer={answer} isHere />
      <MissingList missing={answer.missing} title={t.t('routes.missing')} nameOf={(id) => { const row = page.credentials.find((each) => each.row.id === id)?.row; return row ? t.name(row.name) : null; }} isLinked />
    </>
  );
}
