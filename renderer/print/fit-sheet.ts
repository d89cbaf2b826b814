import type { PrintDocument } from '../../shared/print/model.ts';

/** Height of what is printed on one page, CSS pixels: the paper less the margins of `@page` in print.css. */
const PAGE_HEIGHT = { letter: (11 - 0.4 - 0.55) * 96, a4: (297 / 25.4 - 0.4 - 0.55) * 96 } as const;
/** From loose to close; `packed` puts large print into two columns too. */
const DENSITIES = ['normal', 'snug', 'close', 'tight', 'packed'] as const;
/** The layout in print may be a line taller than on screen. */
const SLACK = 6;
/** Share of a page that is filled when blocks are kept whole and something follows on the next page. */
const FILLED = 0.88;

type Cuttable = 'checks' | 'lines';

/** How many of the last questions, or rows, a full page may leave out. */
const spare = (value: PrintDocument, type: Cuttable): number =>
  Math.max(0, ...value.sections.map(({ block }) => ((block.type === 'checks' || block.type === 'lines') && block.type === type ? (block.more?.length ?? 0) - 1 : 0)));

function shorter(value: PrintDocument, type: Cuttable, cut: number): PrintDocument {
  if (cut === 0) return value;
  return {
    ...value,
    sections: value.sections.map((section) => {
      const { block } = section;
      if ((block.type !== 'checks' && block.type !== 'lines') || block.type !== type) return section;
      const more = block.more?.[cut];
      if (more === undefined) return section;
      return { ...section, block: block.type === 'checks' ? { ...block, items: block.items.slice(0, -cut), more: [more] } : { ...block, rows: block.rows.slice(0, -cut), more: [more] } };
    }),
  };
}

const isLong = ({ block }: PrintDocument['sections'][number]): boolean => block.type === 'steps' && (block.mayBeBrief ?? false) && block.items.some((item) => !item.filled && item.detail !== '');

const brief = (value: PrintDocument): PrintDocument => ({
  ...value,
  sections: value.sections.map((section) =>
    section.block.type === 'steps' && isLong(section) ? { ...section, block: { ...section.block, items: section.block.items.map((item) => (item.filled ? item : { ...item, detail: '' })) } } : section),
});

/**
 * The document with so many of its last questions left out, then of its last rows, and that said; last of all without
 * what may be brief. Null where no more may be left out.
 */
export function withoutLast(value: PrintDocument, cut: number): PrintDocument | null {
  const [questions, rows] = [spare(value, 'checks'), spare(value, 'lines')];
  const counted = shorter(shorter(value, 'checks', Math.min(cut, questions)), 'lines', Math.min(Math.max(0, cut - questions), rows));
  if (cut <= questions + rows) return counted;
  return cut === questions + rows + 1 && value.sections.some(isLong) ? brief(counted) : null;
}

/**
 * Chooses the loosest spacing with which the sheet takes the fewest pages: one page if it can
 * be, else two. A sheet has the same width on screen and on paper, so its height can be read here.
 * Gives the number of pages.
 */
export function fitSheet(sheet: HTMLElement, value: Pick<PrintDocument, 'paper'>): number {
  const heights = DENSITIES.map((density) => {
    sheet.dataset['density'] = density;
    return ((sheet.firstElementChild?.getBoundingClientRect().height ?? 0) + SLACK) / PAGE_HEIGHT[value.paper];
  });
  const fewest = Math.min(...heights.map(Math.ceil));
  const sure = heights.findIndex((pages) => (pages <= 1 ? 1 : Math.ceil(pages / FILLED)) === fewest);
  sheet.dataset['density'] = DENSITIES[sure] ?? DENSITIES.at(-1) ?? 'normal';
  return fewest;
}

/** Pages a document should take, the best first: a sheet one; in large print, and where that cannot be, two. */
const wanted = ({ large }: PrintDocument): readonly number[] => (large ? [2] : [1, 2]);

/** The document with as little left out as it takes for the fewest pages; whole where leaving out would not help. */
export function bestCut(value: PrintDocument, pagesOf: (shown: PrintDocument) => number): PrintDocument {
  const tried: { readonly shown: PrintDocument; readonly pages: number }[] = [];
  for (const most of wanted(value)) {
    for (let cut = 0; ; cut += 1) {
      const shown = tried[cut]?.shown ?? withoutLast(value, cut);
      if (!shown) break;
      tried[cut] ??= { shown, pages: pagesOf(shown) };
      if ((tried[cut]?.pages ?? Infinity) <= most) return shown;
    }
  }
  return value;
}
