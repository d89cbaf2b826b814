import type { CredentialPage } from '../../../shared/contract/reference.ts';
import type { OccupationFacts } from '../../../shared/domain/facts.ts';
import { PayStrips } from '../../charts/PayStrips.tsx';
import type { PayRow } from '../../charts/PayStrips.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { areaShort, hasMedian, vintageWords } from '../explore/row-words.ts';
import { MedianFigure } from './FactFigures.tsx';

interface PayPanelProps {
  readonly page: CredentialPage;
  readonly occupation: OccupationFacts | null;
}

/** The first step after this one whose pay is known and not the same job's. */
const nextOf = ({ trail, row }: CredentialPage) =>
  trail.find((step) => step.place === 'after' && hasMedian(step.row.pay) && step.row.pay.p50 !== row.pay?.p50)?.row ?? null;

/** Pay of the job beside jobs without training and the next step, on one scale. */
export function PayPanel({ page, occupation }: PayPanelProps) {
  const t = useT();
  const pay = occupation?.pay ?? null;
  const { baseline, floor } = page;
  const next = nextOf(page);
  if (pay === null) return <Panel title={t.t('credential.pay')}><p>{t.t(occupation === null ? 'credential.pay.noJob' : 'credential.pay.nothing')}</p></Panel>;
  const name = t.name(page.row.shortName);
  const without = t.t('credential.pay.without');
  const rows: PayRow[] = [
    ...(baseline ? [{ key: 'without', label: without, pay: baseline.pay, from: baseline.pay.from, tone: 'plain' as const, hollow: true, median: <MedianFigure pay={baseline.pay} name={without} /> }] : []),
    {
      key: 'this', label: name, pay, from: pay.from, tone: page.verdict.verdict, hollow: false, median: <MedianFigure pay={pay} name={name} />,
      missing: pay.hourlyP50Cents === null ? t.t('credential.pay.nothing') : <HourlyLine cents={pay.hourlyP50Cents} pay={pay} name={name} />,
    },
    ...(next?.pay ? [{ key: 'next', label: t.t('credential.pay.next', { name: t.name(next.shortName) }), pay: next.pay, from: next.pay.from, tone: 'plain' as const, hollow: true, median: <MedianFigure pay={next.pay} name={t.name(next.shortName)} /> }] : []),
  ];
  const line = floor.floor.value;
  return (
    <Panel title={t.t('credential.pay')} note={t.t('credential.pay.lead')} className="pay-panel">
      <PayStrips
        rows={rows}
        floor={line === null ? null : { dollars: line, label: <>{t.t('credential.pay.floor')} <Figure what={t.t('figure.floor')} value={t.dollars(line)} from={floor.floor.from} /></> }}
      />
      <p className="tiny pay-sources">{t.t('credential.pay.sources', { area: areaShort(pay.areaName), vintage: vintageWords(pay.from.vintage, t) })}{pay.topCoded ? ` ${t.t('credential.pay.topCoded')}` : ''}</p>
    </Panel>
  );
}

function HourlyLine({ cents, pay, name }: { readonly cents: number; readonly pay: NonNullable<OccupationFacts['pay']>; readonly name: string }) {
  const t = useT();
  const [before = '', after = ''] = t.t('credential.pay.hourly', { amount: '\u0000' }).split('\u0000');
  return <>{before}<Figure what={t.t('figure.middlePay', { name })} value={t.cents(cents)} from={pay.from} />{after}</>;
}
