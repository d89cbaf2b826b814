/** What the tables of paper say of one credential: name and code, time, price and pay, each known or in words that it is not. */
import type { CredentialFacts, PayFacts } from '../domain/facts.ts';
import { totalCost } from '../domain/money/costs.ts';
import type { CostTotal, VerdictResult } from '../domain/results.ts';
import { openedOccupation } from '../domain/value/verdict.ts';
import type { Translator } from '../i18n/translator.ts';
import { amountWords } from './cost-block.ts';
import { areaWords, hourly, hundreds, timeWords } from './format.ts';
import type { PrintRow, PrintStrip } from './model.ts';

/** A credential with its verdict, both of what has been checked. */
export interface SheetItem {
  readonly facts: CredentialFacts;
  readonly verdict: VerdictResult;
}

/** Time of training, not of experience that is asked for. */
export function timeCell({ times }: CredentialFacts, t: Translator): string {
  const time = times.find((each) => each.kind !== 'experience');
  return (time && timeWords(time, t)) ?? t.t('paper.cell.unknown');
}

/** What a person pays once: a sum with an unknown part is "at least", and never free. */
export function totalWords(total: CostTotal, t: Translator): string {
  if (total.nothingKnown || (total.incomplete && total.lowCents === 0)) return t.t('paper.cell.unknown');
  if (total.incomplete) return t.t('paper.cell.atLeast', { amount: t.cents(total.lowCents) });
  return amountWords({ lowCents: total.lowCents, highCents: total.highCents, atLeast: false }, t) ?? t.t('paper.cell.unknown');
}

/** Middle pay in a few words; of a wider area with its name. */
export function payCell(pay: PayFacts | null, t: Translator): string {
  const hour = pay === null ? null : hourly(pay, 'p50', t);
  const amount = pay === null ? null : pay.p50 !== null ? hundreds(pay.p50, t) : hour === null ? null : t.t('paper.cell.hour', { amount: hour });
  if (pay === null || amount === null) return t.t('paper.cell.payUnknown');
  return pay.area === pay.askedArea ? amount : t.t('paper.cell.wider', { amount, area: areaWords(pay, t) });
}

/** Pay as a strip on the scale of its table; null where there is no yearly middle. */
export const rowStrip = (label: string, pay: PayFacts | null, hollow: boolean, t: Translator): PrintStrip | null =>
  pay === null || pay.p50 === null ? null : { label, p10: pay.p10, p25: pay.p25, p50: pay.p50, p75: pay.p75, p90: pay.p90, medianLabel: payCell(pay, t), hollow };

/** Pay of the job that a credential opens. */
export const openedPay = (facts: CredentialFacts): PayFacts | null => (facts.role === 'main' ? (openedOccupation(facts.links)?.occupation.pay ?? null) : null);

/** Name and code, then time, price and middle pay. */
export function credentialRow({ facts }: SheetItem, sub: string, t: Translator): PrintRow {
  const opened = facts.role === 'main' ? openedOccupation(facts.links) : null;
  return {
    mark: null, head: t.name(facts.shortName), code: facts.code, sub, strip: null, alt: '',
    cells: [timeCell(facts, t), totalWords(totalCost(facts.costs), t), opened === null ? t.t('paper.cell.noJob') : payCell(opened.occupation.pay, t)],
  };
}
