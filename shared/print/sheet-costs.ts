import { PAYERS } from '../domain/facts.ts';
import type { CostFact, CredentialFacts } from '../domain/facts.ts';
import type { Translator } from '../i18n/translator.ts';
import type { IsoDay } from '../kernel/plain-date.ts';
import { amountWords, payerWords } from './cost-block.ts';
import { isOldPrice, sentences } from './format.ts';
import type { PrintBlock } from './model.ts';

type Row = Extract<PrintBlock, { type: 'lines' }>['rows'][number];

const labelOf = (cost: CostFact, t: Translator): string =>
  cost.per === 'year' ? t.t('paper.sheet.costYear', { label: cost.label }) : cost.per === 'renewal' ? t.t('paper.sheet.costRenewal', { label: cost.label }) : t.name(cost.label);

function knownRow(cost: CostFact, amount: string, today: IsoDay, t: Translator): Row {
  const old = isOldPrice(cost.priceYear, today) ? `(${t.t('money.priceFrom', { year: String(cost.priceYear) })})` : '';
  return { label: labelOf(cost, t), text: sentences([amount, old]), strong: '', blanks: [], aside: '' };
}

/**
 * What a credential costs, for a sheet of one page: a line for each price, one line to ask about
 * all that is not known, one for who might pay. There is no sum: yearly and renewal prices stand
 * beside those paid once. Lines to write on (`withBlanks`) are for a sheet that names nobody to call.
 */
export function sheetCosts(facts: CredentialFacts, withBlanks: boolean, today: IsoDay, t: Translator): PrintBlock {
  const rows: Row[] = [];
  const open: string[] = [];
  for (const cost of facts.costs) {
    const amount = amountWords({ lowCents: cost.amount.value, highCents: cost.amount.high, atLeast: cost.amount.atLeast }, t);
    if (amount === null) open.push(labelOf(cost, t));
    else rows.push(knownRow(cost, amount, today, t));
  }
  if (open.length > 0 || rows.length === 0) {
    rows.push({ label: open.length > 0 ? open.join('; ') : t.t('paper.costs'), text: t.t('paper.cost.unknown'), strong: '', blanks: withBlanks ? [t.t('paper.ask'), t.t('paper.phone')] : [], aside: '' });
  }
  const payers = PAYERS.filter((payer) => payer !== 'family' && payer !== 'loan' && facts.costs.some((cost) => cost.payers.includes(payer)));
  if (payers.length > 0) {
    rows.push({ label: '', text: `${t.t('paper.cost.payers', { payers: payerWords(payers, t) })}.`, strong: t.t('paper.cost.promise'), blanks: [], aside: '' });
  }
  return { type: 'lines', title: t.t('paper.costs'), rows };
}
