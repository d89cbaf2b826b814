import { useEffect } from 'react';
import { FIELDS } from '../../../shared/domain/facts.ts';
import { Figure } from '../../components/Figure.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Segmented } from '../../components/RadioGroup.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { areaName } from '../../components/group-areas.ts';
import { useT } from '../../components/translator-context.tsx';
import { selectAreaId, useApp } from '../../stores/app.ts';
import { useCredentialRows } from '../../stores/credential-rows.ts';
import { go } from '../../stores/navigation.ts';
import { valueOf } from '../../stores/request.ts';
import { askAbout, FIRST_FIELD, retryRoutes, seek, showWays, useRoutes } from '../../stores/routes.ts';
import type { RoutesFound, WideGoal } from '../../stores/routes.ts';
import { FoundRoutes } from '../occupation/FoundRoutes.tsx';
import { MissingList } from '../occupation/MissingList.tsx';
import { RoutesSaidFields } from '../occupation/RoutesSaidFields.tsx';
import { CredentialSearch } from '../student/CredentialSearch.tsx';
import '../lookup.css';
import './ways.css';

/** Ways to a good job here, or into a field, for a person of whom a few things are said. */
export function WaysPage() {
  const t = useT();
  const wide = useRoutes((state) => state.wide);
  const goal = useRoutes((state) => state.goal);
  const found = useRoutes((state) => state.found);
  const areaId = useApp(selectAreaId);
  const area = useApp((state) => valueOf(state.areas)?.areas.find((each) => each.id === areaId) ?? null);
  useEffect(showWays, []);
  // Until the store has taken this goal, what it holds are the ways to another.
  const isMine = goal !== null && goal.kind === wide.kind;
  return (
    <div className="lookup ways">
      <PageHeader title={t.t('ways.title')} crumbs={[{ label: t.t('explore.title'), onPress: () => go({ page: 'explore' }) }]} subtitle={area ? t.t('ways.lead', { area: areaName(area, t) }) : undefined} />
      <Panel title={t.t('ways.for')} note={t.t('routes.note')}>
        <GoalFields wide={wide} />
        <RoutesSaidFields />
      </Panel>
      <Panel title={t.t('ways.found')}>
        {isMine ? <RequestView request={found} failedTitle={t.t('routes.failed')} onRetry={retryRoutes}>{(answer) => <Answered answer={answer} wide={wide} />}</RequestView> : null}
      </Panel>
    </div>
  );
}

function GoalFields({ wide }: { readonly wide: WideGoal }) {
  const t = useT();
  return (
    <div className="ways-goal">
      <Segmented
        label={t.t('ways.goal')} value={wide.kind} onChange={(kind) => seek(kind === 'field' ? { kind, field: FIRST_FIELD } : { kind })}
        options={[{ id: 'good-job', label: t.t('ways.goal.good-job') }, { id: 'field', label: t.t('ways.goal.field') }]}
      />
      {wide.kind === 'field' ? (
        <SelectField label={t.t('ways.field')} value={wide.field} onChange={(field) => seek({ kind: 'field', field })} options={FIELDS.map((field) => ({ id: field, label: t.t(`field.${field}`) }))} />
      ) : null}
    </div>
  );
}

function Answered({ answer, wide }: { readonly answer: RoutesFound; readonly wide: WideGoal }) {
  const t = useT();
  const asked = useRoutes((state) => state.wideAsked);
  const rows = useCredentialRows((state) => state.rows);
  const nameOf = (id: string): string | null => { const row = rows[id]; return row ? t.name(row.name) : null; };
  const missing = new Set(answer.missing.map((each) => each.credentialId));
  const line = answer.floor.floor.value;
  return (
    <>
      {wide.kind === 'good-job' && line !== null ? <p className="small quiet">{t.t('ways.line')} <Figure what={t.t('figure.floor')} value={t.dollars(line)} from={answer.floor.floor.from} /></p> : null}
      <FoundRoutes answer={answer} />
      <div className="ways-ask">
        <CredentialSearch label={t.t('ways.ask')} hint={t.t('ways.ask.hint')} without={asked} onPick={(row) => askAbout(row.id)} />
        <div role="status">
          <ul className="lookup-list small">{asked.filter((id) => !missing.has(id)).map((id) => { const name = nameOf(id); return name === null ? null : <li key={id}>{t.t('ways.ask.onOne', { name })}</li>; })}</ul>
          <MissingList missing={answer.missing} title={t.t('routes.missing')} nameOf={nameOf} />
        </div>
      </div>
    </>
  );
}
