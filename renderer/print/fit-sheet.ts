import type { PrintDocument } from '../../shared/print/model.ts';

/** Height of what is printed on one page, CSS pixels: the paper less the margins of `@page` in print.css. */
const PAGE_HEIGHT = { letter: (11 - 0.45 - 0.6) * 96, a4: (297 / 25.4 - 0.45 - 0.6) * 96 } as const;
const DENSITIES = ['normal', 'snug', 'tight'] as const;
/** The layout in print may be a line taller than on screen. */
const SLACK = 6;

/**
 * Chooses the loosest spacing with which the sheet takes the fewest pages: one page if it can
 * be, else two. A sheet has the same width on screen and on paper, so its height can be read here.
 */
export function fitSheet(sheet: HTMLElement, value: Pick<PrintDocument, 'paper'>): void {
  const pagesAt = (density: (typeof DENSITIES)[number]): number => {
    sheet.dataset['density'] = density;
    const inner = sheet.firstElementChild;
    return Math.ceil(((inner?.getBoundingClientRect().height ?? 0) + SLACK) / PAGE_HEIGHT[value.paper]);
  };
  const pages = DENSITIES.map(pagesAt);
  const fewest = Math.min(...pages);
  sheet.dataset['density'] = DENSITIES[pages.indexOf(fewest)] ?? 'normal';
}
