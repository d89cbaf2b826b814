/** How a row of a list says time, money and pay; used wherever credentials are listed. */
import type { CredentialRow } from '../../../shared/contract/schemas.ts';
import type { PayFacts, TimeFact } from '../../../shared/domain/facts.ts';
import type { CostTotal } from '../../../shared/domain/results.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { timeWords } from '../../../shared/print/format.ts';

/** "12 months", or the word of what is not known about it. */
export function timeLine(time: TimeFact | null, t: Translator): string {
  if (time === null) return t.t('explore.time.unknown');
  return timeWords(time, t) ?? t.t(`unknown.${time.unknown ?? 'not-collected'}`);
}

/** "at least $275", "$96 to $530"; a total of which nothing is known is never 0. */
export function costLine(total: CostTotal, t: Translator): string {
  if (total.nothingKnown) return t.t('explore.cost.unknown');
  if (total.incomplete) return t.t('money.atLeast', { amount: t.cents(total.lowCents) });
  return total.highCents > total.lowCents ? t.t('money.range', { low: t.cents(total.lowCents), high: t.cents(total.highCents) }) : t.cents(total.lowCents);
}

/** The name of an area as people say it, without the survey's own words for it. */
export function areaShort(name: string): string {
  return name.replace(/ (non)?metropolitan area$/i, '').replace(/ metropolitan division$/i, '');
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The time of a survey in the person's language; one that is no month stays as its source writes it. */
export function vintageWords(vintage: string | null, t: Translator): string {
  const found = /^([A-Z][a-z]+) (\d{4})$/.exec(vintage ?? '');
  const month = found ? MONTHS.indexOf(found[1] ?? '') + 1 : 0;
  return found && month > 0 ? t.date(`${found[2] ?? ''}-${String(month).padStart(2, '0')}`) : (vintage ?? '');
}

/** True where there is a median to draw. */
export const hasMedian = (pay: PayFacts | null): pay is PayFacts & { readonly p50: number } => pay !== null && pay.p50 !== null;

/** The median of a row's pay: with the wider area it holds for, where there is none here. */
export function medianLine(pay: PayFacts, t: Translator): string {
  const amount = t.dollars(pay.p50 ?? 0);
  if (pay.area === pay.askedArea) return amount;
  return pay.area === 'us' ? t.t('explore.pay.nation', { amount }) : t.t('explore.pay.elsewhere', { amount, area: areaShort(pay.areaName) });
}

/** What stands where there is no strip to draw. */
export function noPayLine(row: Pick<CredentialRow, 'pay'> & Partial<Pick<CredentialRow, 'jurisdiction'>>, t: Translator): string {
  // Of a credential that only a registry or a list names nobody has said what it opens: that is not "none".
  if (row.pay === null) return t.t(row.jurisdiction === 'not-known' ? 'explore.pay.jobNotKnown' : 'explore.pay.noJob');
  if (row.pay.p50 === null && row.pay.hourlyP50Cents !== null) return t.t('explore.pay.hour', { amount: t.cents(row.pay.hourlyP50Cents) });
  return t.t('explore.pay.notPublished');
}
