import type { Figure } from '../../../shared/domain/facts.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';

/** A figure in its unit; an unknown one in one of the four words. */
export function figureWords(figure: Figure, t: Translator): string {
  if (figure.value === null) return t.t(`unknown.${figure.unknown ?? 'not-checked'}`);
  const words = (value: number): string => {
    switch (figure.unit) {
      case 'usd-per-year': return t.dollars(value);
      case 'cents': case 'cents-per-hour': case 'cents-per-quarter': return t.cents(value);
      case 'permille': return t.permille(value);
      case 'jobs': case 'jobs-per-year': case 'months': case 'count': return t.count(value);
    }
  };
  const low = words(figure.value);
  if (figure.high !== null && figure.high !== figure.value) return t.t('money.range', { low, high: words(figure.high) });
  return figure.atLeast ? t.t('money.atLeast', { amount: low }) : low;
}
