import type { PrintDocument } from '../../shared/print/model.ts';

/** A text as a CSS string. */
const cssString = (text: string): string => `"${text.replace(/["\\]/gu, '\\$&').replace(/\s+/gu, ' ')}"`;

/**
 * Hands the words of the running foot to the margin boxes of `@page`, which read custom
 * properties of the root. `pageOf` is split at {page} and {pages}; the numbers are counters.
 */
export function setFoot(root: HTMLElement, value: Pick<PrintDocument, 'foot' | 'pageOf'>): void {
  const [before = '', between = '', after = ''] = value.pageOf.split(/\{pages?\}/u);
  root.style.setProperty('--foot', cssString(value.foot));
  root.style.setProperty('--page-before', cssString(before));
  root.style.setProperty('--page-between', cssString(between));
  root.style.setProperty('--page-after', cssString(after));
}
