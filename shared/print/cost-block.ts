import { PAYERS } from '../domain/facts.ts';
import type { Payer } from '../domain/facts.ts';
import type { Translator } from '../i18n/translator.ts';
import type { IsoDay } from '../kernel/plain-date.ts';
import { anyOf, isOldPrice, sentences } from './format.ts';
import type { PaperCost, PaperEvidence, PaperStep } from './inputs.ts';
import type { PrintBlock } from './model.ts';

type Row = Extract<PrintBlock, { type: 'lines' }>['rows'][number];

/** Ids of ledger rows that nobody has checked: what rests on them is not stated on family paper. */
export const uncheckedIds = (evidence: readonly PaperEvidence[]): ReadonlySet<string> =>
  new Set(evidence.filter((row) => row.type === 'not-checked').map((row) => row.id));

/** Who might pay, in the order of the hint; the family's own money goes without saying when somebody else is named. */
export function payerWords(payers: readonly Payer[], t: Translator): string {
  const named = PAYERS.filter((payer) => payers.includes(payer));
  const others = named.filter((payer) => payer !== 'family');
  return anyOf((others.length > 0 ? others : named).map((payer) => t.t(`paper.payer.${payer}`)), t);
}

/** An amount in cents as a family reads it: "about $275", "$200 to $300", "at least $200". */
export function amountWords(cost: Pick<PaperCost, 'lowCents' | 'highCents' | 'atLeast'>, t: Translator): string | null {
  if (cost.lowCents === null) return null;
  if (cost.lowCents === 0 && (cost.highCents ?? 0) === 0 && !cost.atLeast) return t.t('paper.cost.free');
  const low = t.cents(cost.lowCents);
  if (cost.highCents !== null && cost.highCents !== cost.lowCents) return t.t('money.range', { low, high: t.cents(cost.highCents) });
  return cost.atLeast ? t.t('money.atLeast', { amount: low }) : t.t('paper.cost.about', { amount: low });
}

/** One cost: its amount, or that it is not known with whom to ask and a place for the phone number. Never blank, never 0. */
export function costRow(cost: PaperCost, unchecked: ReadonlySet<string>, today: IsoDay, t: Translator): Row {
  const amount = cost.evidence !== null && unchecked.has(cost.evidence) ? null : amountWords(cost, t);
  const payers = payerWords(cost.payers, t);
  const aside = payers === '' || cost.payers.every((payer) => payer === 'family') ? '' : t.t('paper.cost.payers', { payers });
  if (amount !== null) {
    const old = isOldPrice(cost.priceYear, today) ? `(${t.t('money.priceFrom', { year: String(cost.priceYear) })})` : '';
    return { label: cost.label, text: sentences([amount, old]), strong: '', blanks: [], aside };
  }
  const known = [t.t('paper.cost.unknown'), cost.askWhom === '' ? '' : t.t('paper.askWhom', { whom: cost.askWhom }), cost.phone === '' ? '' : t.t('paper.phoneIs', { phone: cost.phone })];
  const blanks = [...(cost.askWhom === '' ? [t.t('paper.ask')] : []), ...(cost.phone === '' ? [t.t('paper.phone')] : [])];
  return { label: cost.label, text: sentences(known), strong: '', blanks, aside };
}

/** Sum of the lines of a plan in words; a part that is not known makes it "at least". Null when it would say nothing new. */
function allTogether(costs: readonly PaperCost[], unchecked: ReadonlySet<string>, t: Translator): string | null {
  const known = costs.filter((cost) => cost.lowCents !== null && !(cost.evidence !== null && unchecked.has(cost.evidence)));
  if (costs.length < 2 || known.length === 0) return null;
  const lowCents = known.reduce((sum, cost) => sum + (cost.lowCents ?? 0), 0);
  const highCents = known.reduce((sum, cost) => sum + (cost.highCents ?? cost.lowCents ?? 0), 0);
  if (known.length < costs.length) return t.t('paper.cost.allPlus', { amount: t.cents(lowCents) });
  return amountWords({ lowCents, highCents, atLeast: known.some((cost) => cost.atLeast) }, t);
}

/** What is not known of one step in one line to ask about, where the first of it stood. */
function openTogether(rows: readonly Row[]): Row[] {
  const told: Row[] = [];
  let open = -1;
  for (const row of rows) {
    if (row.label === '') open = -1;
    const first = told[open];
    if (row.blanks.length > 0 && first) {
      told[open] = { ...first, label: `${first.label}; ${row.label}` };
      continue;
    }
    if (row.blanks.length > 0) open = told.length;
    told.push(row);
  }
  return told;
}

/** The costs of a plan with who might pay each, their sum, and that no money is promised; `brief` says once for all who might pay, and asks once for all of a step that is not known. */
export function costBlock(
  costs: readonly PaperCost[], steps: readonly Pick<PaperStep, 'id' | 'title'>[], evidence: readonly PaperEvidence[], today: IsoDay, t: Translator, brief = false,
): PrintBlock {
  const unchecked = uncheckedIds(evidence);
  const rows: Row[] = [];
  const several = new Set(costs.map((cost) => cost.stepId ?? null)).size > 1;
  const ordered = several ? [...steps.map((step) => step.id), null].flatMap((id) => costs.filter((cost) => (steps.some((step) => step.id === cost.stepId) ? cost.stepId : null) === id)) : costs;
  for (const [index, cost] of ordered.entries()) {
    const step = several && cost.stepId !== ordered[index - 1]?.stepId ? steps.find((each) => each.id === cost.stepId) : undefined;
    if (step) rows.push({ label: '', text: '', strong: step.title, blanks: [], aside: '' });
    const row = costRow(cost, unchecked, today, t);
    rows.push(brief ? { ...row, aside: '' } : row);
  }
  const told = brief ? openTogether(rows) : rows;
  const all = allTogether(costs, unchecked, t);
  if (all !== null) told.push({ label: t.t('paper.cost.all'), text: all, strong: '', blanks: [], aside: '' });
  const aid = PAYERS.filter((payer) => payer !== 'family' && payer !== 'loan' && costs.some((cost) => cost.payers.includes(payer)));
  if (told.length === 0) told.push({ label: t.t('paper.costs'), text: t.t('paper.cost.unknown'), strong: '', blanks: [t.t('paper.ask'), t.t('paper.phone')], aside: '' });
  if (aid.length > 0) told.push({ label: '', text: brief ? `${t.t('paper.cost.payers', { payers: payerWords(aid, t) })}.` : t.t('paper.cost.aid'), strong: t.t('paper.cost.promise'), blanks: [], aside: '' });
  return { type: 'lines', title: t.t('paper.costs'), rows: told };
}
