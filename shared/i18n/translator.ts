import { IntlMessageFormat } from 'intl-messageformat';
import type { Localized } from '../domain/facts.ts';
import { REASONS } from '../domain/reason.ts';
import type { Reason } from '../domain/reason.ts';
import type { Shapes } from '../domain/reasons/slot.ts';
import { en } from './messages/en.ts';
import type { MessageKey } from './messages/en.ts';
import { es } from './messages/es.ts';

export type Lang = 'en' | 'es';
export type MessageParams = Readonly<Record<string, string | number | Localized>>;

/** Words and figures of one language. A value, not a global: a Spanish sheet may be printed from an English screen. */
export interface Translator {
  readonly lang: Lang;
  /** BCP 47 locale for figures and dates; Spanish as written in the United States. */
  readonly locale: 'en-US' | 'es-US';
  /** The message of a key, with its placeholders filled (ICU MessageFormat). */
  t(key: MessageKey, params?: MessageParams): string;
  /** The sentence of a reason; family words by default, staff words where the catalogue has them. */
  reason(reason: Reason, audience?: 'family' | 'staff'): string;
  /** The text of a name held in both languages. */
  name(text: Localized): string;
  /** Whole dollars, as "$60,330". */
  dollars(amount: number): string;
  /** Cents, as "$200" or "$12.50" (cents are left out when zero). */
  cents(amount: number): string;
  /** An integer with separators. */
  count(value: number): string;
  /** Tenths of a percent as "4.9 %" (staff) with its sign when asked. */
  permille(value: number, sign?: boolean): string;
  /** "November 24, 2026" or "24 de noviembre de 2026" from `YYYY-MM-DD`; "November 2026" from `YYYY-MM`; a year as it is. */
  date(iso: string): string;
}

/** Shapes by code, for parameters that are written by the language: months and days. */
const shapes: Shapes = REASONS;
const catalogues: Record<Lang, Readonly<Record<string, string>>> = { en, es };

/** Words of pages that are fetched late: they come with their page, so that the first picture does not wait for them. */
const late: Record<Lang, Record<string, string>> = { en: {}, es: {} };
/** Adds the words of a late page; to be called by the module that the page imports. */
export function addWords(words: Readonly<Record<Lang, Readonly<Record<string, string>>>>): void {
  Object.assign(late.en, words.en);
  Object.assign(late.es, words.es);
}

/** True when a key is in the catalogue. */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key) || Object.hasOwn(late.en, key);
}

/** Makes the translator of a language. Formatted messages are compiled once and kept. */
export function createTranslator(lang: Lang): Translator {
  const locale = lang === 'en' ? 'en-US' : 'es-US';
  const compiled = new Map<string, IntlMessageFormat>();
  const numbers = new Map<string, Intl.NumberFormat>();
  const dates = new Map<string, Intl.DateTimeFormat>();
  const number = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
    numbers.set(key, known);
    return known;
  };
  const name = (text: Localized): string => text[lang];
  const t = (key: MessageKey, params: MessageParams = {}): string => {
    const message = catalogues[lang][key] ?? late[lang][key];
    if (message === undefined) throw new Error(`no message ${key} in ${lang}`);
    let format = compiled.get(key);
    if (!format) {
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
      compiled.set(key, format);
    }
    const values = Object.fromEntries(
      Object.entries(params).map(([slot, value]) => [slot, typeof value === 'object' ? name(value) : value]),
    );
    return String(format.format(values));
  };
  const day = (iso: string, options: Intl.DateTimeFormatOptions): string => {
    const key = JSON.stringify(options);
    const format = dates.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    dates.set(key, format);
    return format.format(new Date(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`));
  };
  const date = (iso: string): string =>
    iso.length === 4 ? iso : iso.length === 7 ? day(iso, { month: 'long', year: 'numeric' }) : day(iso, { day: 'numeric', month: 'long', year: 'numeric' });
  const dated = ({ code, params }: Reason): MessageParams => {
    const shape = shapes[code];
    const written = ([slot, value]: [string, MessageParams[string]]): [string, MessageParams[string]] =>
      [slot, typeof value === 'string' && (shape?.[slot] === 'month' || shape?.[slot] === 'day') ? date(value) : value];
    return Object.fromEntries(Object.entries(params).map(written));
  };
  return {
    lang,
    locale,
    t,
    name,
    reason: (reason, audience = 'family') => {
      const staff = `reason.${reason.code}.staff`;
      const key = audience === 'staff' && hasMessage(staff) ? staff : `reason.${reason.code}`;
      return t(key as MessageKey, dated(reason));
    },
    dollars: (amount) => number({ style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 }).format(amount),
    cents: (amount) =>
      number({ style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', minimumFractionDigits: amount % 100 === 0 ? 0 : 2, maximumFractionDigits: amount % 100 === 0 ? 0 : 2 }).format(amount / 100),
    count: (value) => number({ maximumFractionDigits: 0 }).format(value),
    permille: (value, sign = false) =>
      number({ style: 'percent', maximumFractionDigits: 1, signDisplay: sign ? 'exceptZero' : 'auto' }).format(value / 1000),
    date,
  };
}
