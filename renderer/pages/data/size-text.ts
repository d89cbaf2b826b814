import type { Translator } from '../../../shared/i18n/translator.ts';

const KB = 1000;

/** A size as people read it: kilobytes below a megabyte, then megabytes with one place. */
export function sizeText(bytes: number, t: Translator): string {
  return bytes < KB * KB ? t.t('data.size.kb', { n: Math.max(1, Math.round(bytes / KB)) }) : t.t('data.size.mb', { n: Math.round(bytes / KB / 100) / 10 });
}
