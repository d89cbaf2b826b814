import type { Plan } from '../../../shared/contract/plans.ts';
import type { PayFacts } from '../../../shared/domain/facts.ts';
import { PayStrips } from '../../charts/PayStrips.tsx';
import type { PayRow } from '../../charts/PayStrips.tsx';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { useCredentialRows } from '../../stores/credential-rows.ts';
import { acceptFigures, usePlan } from '../../stores/plan.ts';
import { ChangeList } from '../touched/ChangeList.tsx';

function Median({ name, pay }: { readonly name: string; readonly pay: PayFacts }) {
  const t = useT();
  const what = t.t('figure.middlePay', { name });
  if (pay.p50 !== null) return <Figure what={what} value={t.dollars(pay.p50)} from={pay.from} />;
  return pay.hourlyP50Cents === null ? null : <Figure what={what} value={t.t('plan.figures.hour', { amount: t.cents(pay.hourlyP50Cents) })} from={pay.from} />;
}

/** That newer figures are there, what they would change, and taking them. */
function Newer({ plan }: { readonly plan: Plan }) {
  const t = useT();
  const found = usePlan((page) => page.changes);
  if (found === null || found.now.digest === plan.snapshot.digest) return null;
  return (
    <div className="notice-line newer-line">
      <div>
        <p>{t.t('plan.figures.newer', { edition: found.now.edition })}</p>
        <ChangeList found={found} />
      </div>
      <Button size="small" onPress={() => void acceptFigures(plan.id)}>{t.t('plan.figures.accept')}</Button>
    </div>
  );
}

/** Pay as the plan says it: frozen, with its edition and day. Newer figures come in only when a person takes them. */
export function FiguresPanel({ plan }: { readonly plan: Plan }) {
  const t = useT();
  const rows = useCredentialRows((state) => state.rows);
  const { pays, baseline, floor, takenOn } = plan.snapshot;
  const without = t.t('plan.figures.baseline');
  // Two steps may open the same job; it is shown once.
  const jobs = pays.filter((each, index) => pays.findIndex((other) => other.soc === each.soc) === index);
  const shown: PayRow[] = [
    ...(baseline ? [{ key: 'without', label: without, pay: baseline, tone: 'plain' as const, from: baseline.from, hollow: true, median: <Median name={without} pay={baseline} /> }] : []),
    ...jobs.map(({ soc, title, credentialId, pay }): PayRow => {
      const row = rows[credentialId];
      const name = row ? t.name(row.shortName) : t.name(title);
      return { key: soc, label: name, pay, tone: row?.verdict ?? 'plain', from: pay.from, hollow: false, median: <Median name={name} pay={pay} />, missing: <Median name={name} pay={pay} /> };
    }),
  ];
  const line = floor?.value ?? null;
  return (
    <Panel title={t.t('plan.figures')} note={t.t('plan.figures.from', { date: t.date(takenOn), edition: plan.snapshot.edition })}>
      <Newer plan={plan} />
      {jobs.length === 0 ? <p className="quiet">{t.t('plan.figures.none')}</p> : (
        <PayStrips rows={shown} floor={line === null || floor === null ? null : { dollars: line, label: <>{t.t('plan.figures.floor')} <Figure what={t.t('plan.figures.floor')} value={t.dollars(line)} from={floor.from} /></> }} />
      )}
    </Panel>
  );
}
