import { useEffect } from 'react';
import type { Warning } from '../../../shared/contract/here.ts';
import { FIELDS } from '../../../shared/domain/facts.ts';
import { Link } from '../../components/Link.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { VerdictTag } from '../../components/VerdictTag.tsx';
import { areaName } from '../../components/group-areas.ts';
import { useT } from '../../components/translator-context.tsx';
import { selectAreaId, useApp } from '../../stores/app.ts';
import { loadWarnings, useHere } from '../../stores/here.ts';
import type { Warnings } from '../../stores/here.ts';
import { go } from '../../stores/navigation.ts';
import { valueOf } from '../../stores/request.ts';
import { TotalFigure } from '../credential/FactFigures.tsx';
import { ReasonSentence } from '../credential/ReasonSentence.tsx';
import './warnings.css';

/** Credentials to think twice about here, by the engine alone: why, when each is still right, and what is better. */
export function WarningsPage() {
  const t = useT();
  const warnings = useHere((state) => state.warnings);
  const areaId = useApp(selectAreaId);
  const area = useApp((state) => valueOf(state.areas)?.areas.find((each) => each.id === areaId) ?? null);
  useEffect(loadWarnings, []);
  return (
    <div className="stack warnings">
      <PageHeader title={t.t('warnings.title')} subtitle={t.t('warnings.lead', { area: area ? areaName(area, t) : '' })} crumbs={[{ label: t.t('nav.here'), onPress: () => go({ page: 'here' }) }]} />
      <RequestView request={warnings} failedTitle={t.t('warnings.failed')} onRetry={loadWarnings}>{(found) => <Found found={found} />}</RequestView>
    </div>
  );
}

function Found({ found }: { readonly found: Warnings }) {
  const t = useT();
  return (
    <>
      <Panel title={t.t('warnings.limited', { count: found.limitedTotal })} note={t.t('warnings.limited.note')} isFlush>
        <ByField warnings={found.limited} total={found.limitedTotal} all={found} />
      </Panel>
      <Panel title={t.t('warnings.unknown', { count: found.unknownTotal })} note={t.t('warnings.unknown.note')} isFlush>
        <ByField warnings={found.unknown} total={found.unknownTotal} all={found} />
      </Panel>
    </>
  );
}

/** Under each field of work its own, fields in their usual order. */
function ByField({ warnings, total, all }: { readonly warnings: readonly Warning[]; readonly total: number; readonly all: Warnings }) {
  const t = useT();
  if (warnings.length === 0) return <p className="warnings-none">{t.t('warnings.none')}</p>;
  const fields = FIELDS.map((field) => {
    const own = warnings.filter(({ row }) => row.field === field);
    return own.length === 0 ? null : (
      <section key={field}>
        <h3 className="warnings-field">{t.t(`field.${field}`)} <span className="quiet">{t.count(own.length)}</span></h3>
        <ul className="warnings-list">{own.map((each) => <WarningRow key={each.row.id} warning={each} all={all} />)}</ul>
      </section>
    );
  });
  return <>{fields}{total > warnings.length ? <p className="warnings-none">{t.t('warnings.more', { shown: warnings.length, count: total - warnings.length })}</p> : null}</>;
}

function WarningRow({ warning: { row, verdict, occupation, better }, all }: { readonly warning: Warning; readonly all: Warnings }) {
  const t = useT();
  const ground = { occupation, baseline: all.baseline, floor: all.floor };
  const sentences = (list: Warning['verdict']['job']) => list.map((each, index) => <span key={index}><ReasonSentence reason={each} ground={ground} audience="family" /> </span>);
  return (
    <li className="warning">
      <div className="warning-what">
        <Link look="plain" className="warning-name" onPress={() => go({ page: 'credential', id: row.id })}>{t.name(row.name)}</Link>
        <span className="warning-tags small"><VerdictTag verdict={row.verdict} closeCall={row.closeCall} /><span className="quiet">{t.t(`kind.${row.kind}`)} · {t.t('warnings.pay')} <TotalFigure total={row.cost} /></span></span>
      </div>
      <div className="small warning-why">
        <p>{sentences(verdict.part)}{sentences(verdict.job.slice(0, 1))}</p>
        {verdict.stillRight.length === 0 ? null : <p><strong>{t.t('credential.stillRight')}:</strong> {verdict.stillRight.map((each) => t.reason(each)).join(' ')}</p>}
        {better === null ? null : <p><strong>{t.t('warnings.better')}</strong> <Link onPress={() => go({ page: 'credential', id: better.id })}>{t.name(better.name)}</Link> <VerdictTag verdict={better.verdict} /></p>}
      </div>
    </li>
  );
}
