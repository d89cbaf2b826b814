import type { CredentialPage, EvidenceRow } from '../../../shared/contract/reference.ts';
import type { OccupationFacts } from '../../../shared/domain/facts.ts';
import { hasMessage } from '../../../shared/i18n/translator.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { Figure } from '../../components/Figure.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { gapsOf } from './gaps.ts';

interface LedgerPanelProps {
  readonly page: CredentialPage;
  readonly occupation: OccupationFacts | null;
}

/** What a ledger row speaks of: "cost.exam" is a cost. */
function factWords({ fact }: EvidenceRow, t: Translator): string {
  const key = `fact.${fact.split('.')[0] ?? ''}`;
  return hasMessage(key) ? t.t(key) : t.t('fact.other');
}

/** Every fact on record with where and when it was read; then what is not known. Folded: it is for whoever wants to check. */
export function LedgerPanel({ page, occupation }: LedgerPanelProps) {
  const t = useT();
  const { evidence } = page;
  const gaps = gapsOf(page, occupation, t);
  return (
    <Panel title={t.t('credential.evidence')}>
      <h3>{t.t('credential.gaps')}</h3>
      {gaps.length === 0 ? <p className="small">{t.t('credential.gaps.none')}</p> : <ul className="lookup-list gap-list">{gaps.map((gap, index) => <li key={index}>{gap}</li>)}</ul>}
      <details className="ledger">
        <summary>{t.t('credential.evidence.count', { count: evidence.length })}</summary>
        <div className="wide-table" tabIndex={0} role="group" aria-label={t.t('credential.evidence')}>
          <table className="small">
            <thead>
              <tr>{(['fact', 'value', 'where', 'read'] as const).map((column) => <th key={column} scope="col">{t.t(`credential.evidence.${column}`)}</th>)}</tr>
            </thead>
            <tbody>
              {evidence.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{factWords(row, t)}</th>
                  <td lang="en" translate="yes">
                    <Figure what={factWords(row, t)} value={row.value} className="ledger-value" from={{ source: null, evidence: row.id, vintage: row.pageDate, area: row.jurisdiction, basis: 'published', method: null }} />
                  </td>
                  <td>{row.publisher}<span className="ledger-type">{t.t(`evidence.kind.${row.type}`)}</span></td>
                  <td className="nowrap">{t.date(row.readDate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Panel>
  );
}
