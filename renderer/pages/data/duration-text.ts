import type { Translator } from '../../../shared/i18n/translator.ts';

/** A time as people say it, rounded up: seconds below a minute, then minutes, then hours. */
export function durationText(seconds: number, t: Translator): string {
  if (seconds < 60) return t.t('updates.time.seconds', { n: Math.max(1, Math.ceil(seconds)) });
  if (seconds < 3600) return t.t('updates.time.minutes', { n: Math.ceil(seconds / 60) });
  return t.t('updates.time.hours', { n: Math.ceil(seconds / 3600) });
}
