import type { Translator } from '../../../shared/i18n/translator.ts';

/** A moment as people here say it, in this machine's time: "Nov 24, 2026, 3:05 PM". */
export function momentWords(iso: string, t: Pick<Translator, 'locale'>): string {
  return new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** The day of a moment, in this machine's time. */
export function dayWords(iso: string, t: Pick<Translator, 'locale'>): string {
  return new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium' }).format(new Date(iso));
}
