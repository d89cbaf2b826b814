import type { CredentialPage } from '../../../shared/contract/reference.ts';
import { PAYERS } from '../../../shared/domain/facts.ts';
import type { CostFact } from '../../../shared/domain/facts.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { isOldPrice } from '../../../shared/print/format.ts';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { CostFigure, TotalFigure } from './FactFigures.tsx';

interface CostPanelProps {
  readonly page: CredentialPage;
  readonly today: string;
}

/** Who may pay, in the order of the hint; one's own money last. */
function payersLine({ payers }: CostFact, t: Translator): string {
  const named = PAYERS.filter((payer) => payers.includes(payer));
  return [...named.filter((payer) => payer !== 'family'), ...named.filter((payer) => payer === 'family')].map((payer) => t.t(`payer.${payer}`)).join(' · ');
}

/** What stands beside an amount: for how long it counts, and how old the price is. */
function asides(cost: CostFact, today: string, t: Translator): string {
  const told: string[] = [];
  if (cost.per === 'year') told.push(t.t('credential.cost.perYear'));
  if (cost.per === 'renewal' || cost.line === 'renewal') told.push(t.t('credential.cost.perRenewal'));
  if (today !== '' && isOldPrice(cost.priceYear, today)) told.push(t.t('money.priceFrom', { year: String(cost.priceYear) }));
  return told.join(' · ');
}

/** Money line by line: each amount with its source, an unknown one in words, who may pay, and an honest total. */
export function CostPanel({ page, today }: CostPanelProps) {
  const t = useT();
  const { costs } = page.facts;
  const { total } = page;
  const aid = costs.some((cost) => cost.payers.some((payer) => payer !== 'family' && payer !== 'loan'));
  return (
    <Panel title={t.t('credential.cost')}>
      {costs.length === 0 ? <p>{t.t('credential.cost.nothing')}</p> : (
        <table className="costs">
          <thead>
            <tr>
              <th scope="col">{t.t('credential.cost.line')}</th>
              <th scope="col" className="costs-amount">{t.t('credential.cost.amount')}</th>
              <th scope="col" className="costs-payers">{t.t('credential.cost.payers')}</th>
            </tr>
          </thead>
          <tbody>
            {costs.map((cost, index) => (
              <tr key={index}>
                <th scope="row">{t.name(cost.label)}</th>
                <td className="costs-amount"><CostFigure cost={cost} /><span className="costs-aside">{asides(cost, today, t)}</span></td>
                <td className="costs-payers">{payersLine(cost, t)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row"><strong>{t.t(total.incomplete ? 'credential.cost.total' : 'credential.cost.totalAll')}</strong></th>
              <td className="costs-amount"><strong>{total.nothingKnown ? t.t('credential.cost.nothingYet') : <TotalFigure total={total} />}</strong></td>
              <td className="costs-payers quiet">{total.incomplete && !total.nothingKnown ? t.t('money.plusUnknown') : ''}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {aid ? <p className="small quiet costs-promise">{t.t('credential.cost.promise')}</p> : null}
    </Panel>
  );
}
