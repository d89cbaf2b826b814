import { useEffect, useMemo } from 'react';
import type { CompareFacts } from '../../../shared/contract/reference.ts';
import { parityInForce } from '../../../shared/domain/compare-prices.ts';
import { Button } from '../../components/Button.tsx';
import { areaName } from '../../components/group-areas.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { FirstUse } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectAreaId, selectToday, useApp } from '../../stores/app.ts';
import { askCompare, assumptionsOf, selectIsFull, useCompare } from '../../stores/compare.ts';
import { go } from '../../stores/navigation.ts';
import { startPlan } from '../../stores/plan-draft.ts';
import { valueOf } from '../../stores/request.ts';
import { AssumptionPanel } from './AssumptionPanel.tsx';
import { CurvePanel } from './CurvePanel.tsx';
import { InsightPanel } from './InsightPanel.tsx';
import { RiskPanel } from './RiskPanel.tsx';
import { ValuePanel } from './ValuePanel.tsx';
import { WayTable } from './WayTable.tsx';
import { compareView, ownOf } from './compare-view.ts';
import '../lookup.css';
import './compare.css';

/** Two to four ways side by side, against going to work without training, or the job one has. */
export function ComparePage() {
  const t = useT();
  const ids = useCompare((state) => state.ids);
  const facts = useCompare((state) => state.facts);
  const today = useApp(selectToday);
  useEffect(() => { if (useCompare.getState().facts.status === 'idle') askCompare(); }, []);
  if (ids.length === 0) {
    return (
      <>
        <PageHeader title={t.t('nav.compare')} />
        <FirstUse title={t.t('compare.empty.title')} action={<Button look="primary" onPress={() => go({ page: 'explore' })}>{t.t('compare.empty.action')}</Button>}>{t.t('compare.empty.text')}</FirstUse>
      </>
    );
  }
  return (
    <RequestView request={facts} failedTitle={t.t('compare.failed')} onRetry={askCompare}>
      {(value) => (today === '' ? null : <Ready facts={value} ids={ids} today={today} />)}
    </RequestView>
  );
}

function Ready({ facts, ids, today }: { readonly facts: CompareFacts; readonly ids: readonly string[]; readonly today: string }) {
  const t = useT();
  const changed = useCompare((state) => state.changed);
  const isFull = useCompare(selectIsFull);
  const areaId = useApp(selectAreaId);
  const area = useApp((state) => valueOf(state.areas)?.areas.find((each) => each.id === areaId) ?? null);
  const assumptions = useMemo(() => assumptionsOf(changed, today), [changed, today]);
  const { ways, baseline, counted, insights } = useMemo(() => compareView(facts, ids, assumptions), [facts, ids, assumptions]);
  const [field] = ways.map((way) => way.credential.row.field);
  const oneField = field !== undefined && field !== 'general' && ways.every((way) => way.credential.row.field === field);
  const count = ids.length;
  return (
    <article>
      <PageHeader
        title={oneField ? t.t('compare.titleField', { count, field: t.t(`field.${field}`) }) : t.t('compare.title', { count })}
        subtitle={t.t('compare.lead', { area: area ? areaName(area, t) : '', own: ownOf(assumptions), prices: parityInForce(assumptions, facts.parity?.milli ?? null) === null ? 'here' : 'nation' })}
        actions={(
          <>
            {isFull ? null : <Button onPress={() => go({ page: 'explore' })}>{t.t('compare.addMore')}</Button>}
            <Button onPress={() => go({ page: 'print', what: count > 1 ? { kind: 'comparison-sheet', credentialIds: ids, assumptions } : { kind: 'walk-in-plan', credentialIds: ids } })}>{t.t('compare.print', { count })}</Button>
            <Button look="primary" onPress={() => startPlan(ids)}>{t.t('compare.plan')}</Button>
          </>
        )}
      />
      <WayTable ways={ways} baseline={baseline} floor={facts.floor.floor.value} assumptions={counted} />
      {count === 1 ? <p className="small quiet compare-one">{t.t('compare.one')}</p> : null}
      <div className="page-cols compare-cols">
        <div className="stack">
          <CurvePanel ways={ways} facts={facts} assumptions={assumptions} />
          <ValuePanel ways={ways} assumptions={assumptions} />
          <RiskPanel ways={ways} />
        </div>
        <div className="stack">
          <AssumptionPanel ways={ways} area={area} parity={facts.parity} assumptions={assumptions} isChanged={Object.keys(changed).length > 0} />
          <InsightPanel insights={insights} />
        </div>
      </div>
    </article>
  );
}
