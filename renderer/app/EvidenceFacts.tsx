import type { ReactNode } from 'react';
import type { OutputOf } from '../../shared/contract/index.ts';
import { hasMessage } from '../../shared/i18n/translator.ts';
import type { Explained, OwnSaid } from '../components/explain.tsx';
import { useT } from '../components/translator-context.tsx';
import { SourceLink } from './SourceLink.tsx';

interface EvidenceFactsProps {
  readonly figure: Explained;
  readonly found: OutputOf<'reference.explainFigure'>;
  readonly areaName: string | null;
  readonly edition: OutputOf<'reference.getEdition'> | null;
}

/** The lines of evidence: source, vintage, area, how it was made, edition, and the row it stands in. */
export function EvidenceFacts({ figure, found, areaName, edition }: EvidenceFactsProps) {
  const t = useT();
  const { source, evidence } = found;
  const { from } = figure;
  const method = from.method === null ? null : `reason.method.${from.method}`;
  return (
    <dl className="evidence-facts">
      {source === null && evidence === null && from.method === null ? <Line name={t.t('evidence.source')}>{t.t('evidence.none')}</Line> : null}
      {source ? <Line name={t.t('evidence.source')}><SourceLink url={source.url} title={source.title} /><br /><span className="quiet">{source.publisher}</span></Line> : null}
      {from.vintage ?? source?.vintage ? <Line name={t.t('evidence.vintage')}>{from.vintage ?? source?.vintage}</Line> : null}
      {areaName ? <Line name={t.t('evidence.area')}>{areaName}</Line> : null}
      <Line name={t.t('evidence.method')}>
        {from.basis === 'published' ? t.t('evidence.method.published') : method !== null && hasMessage(method) ? t.t(method) : t.t('evidence.method.estimate')}
      </Line>
      {figure.reasons && figure.reasons.length > 0 ? (
        <Line name={t.t('evidence.countsOn')}>{figure.reasons.map((reason) => <span key={reason.code} className="evidence-line">{t.reason(reason, 'staff')}</span>)}</Line>
      ) : null}
      {evidence ? (
        <>
          <Line name={t.t('evidence.fact')}><q>{evidence.value}</q></Line>
          <Line name={t.t('evidence.page')}><SourceLink url={evidence.url} title={evidence.title} /><br /><span className="quiet">{evidence.publisher}</span></Line>
          {evidence.pageDate ? <Line name={t.t('evidence.pageDate')}>{t.date(evidence.pageDate)}</Line> : null}
          <Line name={t.t('evidence.readDate')}>{t.date(evidence.readDate)}</Line>
          <Line name={t.t('evidence.kind')}>{t.t(`evidence.kind.${evidence.type}`)}</Line>
          {evidence.note ? <Line name={t.t('evidence.note')}>{evidence.note}</Line> : null}
        </>
      ) : null}
      {source ? <Line name={t.t('evidence.license')}>{source.license}</Line> : null}
      {edition ? <Line name={t.t('evidence.edition')}>{t.t('evidence.edition.value', { edition: edition.edition, month: t.date(edition.dataChecked.slice(0, 7)) })}</Line> : null}
      <Line name={t.t('evidence.row')}><code className="evidence-row">{[from.source, from.evidence].filter((each) => each !== null).join(' · ') || '–'}</code></Line>
    </dl>
  );
}

/** Where a figure of the school's own comes from: who wrote it, and when somebody looked. */
export function OwnFacts({ own: { school, checkedOn, checkedBy } }: { readonly own: OwnSaid }) {
  const t = useT();
  return (
    <dl className="evidence-facts">
      <Line name={t.t('evidence.source')}>{t.t('own.evidence')}{school === '' ? null : <><br /><span className="quiet" translate="no">{school}</span></>}</Line>
      <Line name={t.t('own.checkedOn')}>{t.date(checkedOn)}{checkedBy === '' ? null : <span translate="no"> · {checkedBy}</span>}</Line>
      <Line name={t.t('evidence.method')}>{t.t('own.evidence.method')}</Line>
    </dl>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}
