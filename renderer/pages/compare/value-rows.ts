import type { Translator } from '../../../shared/i18n/translator.ts';
import { hasMessage } from '../../../shared/i18n/translator.ts';
import type { Way } from './compare-view.ts';

/** What a way is worth at the horizon, with the lines that add up to it. */
export interface WayValue {
  readonly way: Way;
  readonly npvCents: number;
  readonly lines: readonly { readonly line: string; readonly cents: number }[];
}

/** The ways that have a value at this horizon. */
export function valuesAt(ways: readonly Way[], years: number): WayValue[] {
  return ways.flatMap((way) => {
    const at = way.route.value?.horizons.find((each) => each.years === years);
    return at ? [{ way, npvCents: at.npvCents, lines: at.breakdown }] : [];
  });
}

/** Every line that some way has, in the order of the first that has it; lines that are 0 for all are left out. */
export function linesOf(values: readonly WayValue[]): string[] {
  return [...new Set(values.flatMap((each) => each.lines.filter(({ cents }) => cents !== 0).map(({ line }) => line)))];
}

/** A line of the breakdown in words: "cost:exam" is exams; all grants are one word. */
export function lineWords(line: string, t: Translator, own: 'yes' | 'no' = 'no'): string {
  const [kind, of] = line.split(':');
  const key = kind === 'grant' ? 'compare.line.grant' : kind === 'cost' ? `compare.line.cost.${of ?? ''}` : `compare.line.${line}`;
  return hasMessage(key) ? t.t(key, { own }) : t.t('compare.line.cost.other');
}

/** Dollars with a sign in front that lines up. */
export function signed(cents: number, t: Translator, round = 100): string {
  const dollars = Math.round(cents / 100 / (round / 100)) * (round / 100);
  return `${dollars < 0 ? '−' : ''}${t.dollars(Math.abs(dollars))}`;
}
