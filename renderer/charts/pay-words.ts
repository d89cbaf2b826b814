/** What a strip says to those who do not see it, and the words along its axis. */
import type { Translator } from '../../shared/i18n/translator.ts';
import type { PayPoints } from './pay-scale.ts';

/** "$20k": whole thousands, as little ink as an axis needs. */
export function axisWords(dollars: number, t: Translator): string {
  const words = dollars === 0 ? t.dollars(0) : t.t('chart.thousands', { n: Math.abs(dollars) / 1000 });
  return dollars < 0 ? `−${words}` : words;
}

/** An amount of pay; the highest one of a top-coded row is "at least". */
export function payWords(dollars: number, pay: PayPoints, t: Translator): string {
  const highest = Math.max(...[pay.p10, pay.p25, pay.p50, pay.p75, pay.p90].filter((value) => value !== null));
  return pay.topCoded && dollars === highest ? t.t('money.atLeast', { amount: t.dollars(dollars) }) : t.dollars(dollars);
}

/** The strip as sentences; what is not published is not spoken of. */
export function paySentence(label: string, pay: PayPoints, t: Translator): string {
  const words = (dollars: number): string => payWords(dollars, pay, t);
  const told: string[] = [];
  if (pay.p50 !== null) told.push(t.t('chart.pay.middle', { label, middle: words(pay.p50) }));
  if (pay.p25 !== null && pay.p75 !== null) told.push(t.t('chart.pay.half', { low: words(pay.p25), high: words(pay.p75) }));
  if (pay.p10 !== null && pay.p90 !== null) told.push(t.t('chart.pay.tenths', { low: words(pay.p10), high: words(pay.p90) }));
  return told.length === 0 ? t.t('chart.pay.none', { label }) : told.join(' ');
}
