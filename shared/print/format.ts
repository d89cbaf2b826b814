/** Small formats of paper: family rounding, names of areas, months, lists and lengths of time. */
import type { Authority, PayFacts, TimeFact } from '../domain/facts.ts';
import type { MessageKey } from '../i18n/messages/en.ts';
import type { Translator } from '../i18n/translator.ts';
import type { IsoDay, IsoMonth } from '../kernel/plain-date.ts';
import type { PaperSettings } from './inputs.ts';

/** Whole dollars to the nearest hundred, as families read them. Example: 60,330 is "$60,300". */
export const hundreds = (dollars: number, t: Translator): string => t.dollars(Math.round(dollars / 100) * 100);

/** Hours of a full year of work in the pay survey (OEWS technical notes: annual = hourly x 2,080). */
const HOURS_A_YEAR = 2080;

/** Whole dollars an hour; for jobs with both bases a missing hourly figure follows from the annual one by the survey's own rule. */
export function hourly(pay: PayFacts, point: 'p25' | 'p50', t: Translator): string | null {
  if (pay.basis !== 'both' && pay.basis !== 'hourly-only') return null;
  const cents = point === 'p25' ? pay.hourlyP25Cents : pay.hourlyP50Cents;
  if (cents !== null) return t.dollars(Math.round(cents / 100));
  const annual = pay[point];
  return annual === null ? null : t.dollars(Math.round(annual / HOURS_A_YEAR));
}

/** The name of an area as a family says it: "Southern Ohio", "the United States". */
export function areaWords(pay: Pick<PayFacts, 'area' | 'areaName'>, t: Translator): string {
  return pay.area === 'us' ? t.t('paper.area.nation') : pay.areaName.replace(/ nonmetropolitan area$/, '');
}

/** The name of the area that was asked for, as a family says it. */
export const placeWords = (name: string, t: Translator): string => (name === 'United States' ? t.t('paper.area.nation') : name.replace(/ nonmetropolitan area$/, ''));

/** When a step is: "August 2028 to July 2029", or an empty text when nothing is set. */
export function span(from: IsoMonth | null, to: IsoMonth | null, t: Translator): string {
  if (from !== null && to !== null && from !== to) return t.t('paper.step.between', { from: t.date(from), to: t.date(to) });
  if (from !== null && to !== null) return t.date(from);
  if (from !== null) return t.t('paper.step.from', { month: t.date(from) });
  return to === null ? '' : t.t('paper.step.until', { month: t.date(to) });
}

/** Words in a row, as the language writes a list of alternatives: "a, b, or c". */
export function anyOf(words: readonly string[], t: Translator): string {
  return new Intl.ListFormat(t.locale, { type: 'disjunction' }).format(words);
}

/** "12 months", "4–9 weeks"; null when the time is unknown. */
export function timeWords(time: Pick<TimeFact, 'low' | 'high' | 'unit'>, t: Translator): string | null {
  if (time.low === null) return null;
  const high = time.high !== null && time.high !== time.low ? time.high : null;
  const key = `time.${time.unit}` satisfies MessageKey;
  return t.t(key, { low: time.low, high: high === null ? 'none' : t.count(high), n: high ?? time.low });
}

/** True for a price to call about first. The month of a price is not known, so two calendar years count as over 24 months. */
export const isOldPrice = (priceYear: number | null, today: IsoDay): priceYear is number =>
  priceYear !== null && Number(today.slice(0, 4)) - priceYear >= 2;

/** Whom to ask, with the phone, or the page where no phone is on record: "Ohio Board of Nursing, 614-466-3947". */
export const authorityWords = ({ name, phone, url }: Authority): string =>
  [name, phone ?? /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url ?? '')?.[1] ?? ''].filter((part) => part !== '').join(', ');

/** Sentences and fragments one after the other, empty ones left out. */
export const fragments = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
export const sentences = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
/** Ends a fragment as a sentence, unless it has an end. */
export const ended = (text: string): string => (text === '' || /[.?!…]$/u.test(text) ? text : `${text}.`);

/** With a capital, as a sentence starts. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who hands the paper out: the school, the counselor and their phone, each where it is set. */
export const schoolLines = (settings: Pick<PaperSettings, 'schoolName' | 'counselorName' | 'counselorPhone'>): string[] =>
  [settings.schoolName, settings.counselorName, settings.counselorPhone].filter((line) => line !== '');

/** The text of the page foot, and the pattern of the page number with its places kept. */
export function foot(t: Translator, today: IsoDay, data: string | null): { readonly foot: string; readonly pageOf: string } {
  return {
    foot: data === null ? t.t('paper.footPlain', { date: t.date(today) }) : t.t('paper.foot', { data, date: t.date(today) }),
    pageOf: t.t('paper.pageOf', { page: '{page}', pages: '{pages}' }),
  };
}
