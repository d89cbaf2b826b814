/** The built print page, open in one browser: lays documents out one after the other and answers what it sees. */
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { readStatic } from '../../../electron/host/static-files.ts';
import type { PrintDocument } from '../../../shared/print/model.ts';

const ORIGIN = 'https://waymark.invalid';
const CSS_INCH = 96;
/** What is printed on, CSS pixels: the paper less the margins of its `@page`. */
const INSIDE = {
  letter: { width: Math.round(7.5 * CSS_INCH), height: (11 - 0.4 - 0.55) * CSS_INCH },
  a4: { width: Math.round((210 / 25.4 - 1) * CSS_INCH), height: (297 / 25.4 - 0.4 - 0.55) * CSS_INCH },
} as const;

/** A line of text as it stands on paper, in CSS pixels; `size` and `contrast` as they are drawn. */
export interface Box {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: number;
  /** Contrast of the text with what is behind it, both made gray. */
  readonly contrast: number;
}

export interface PrintPage {
  readonly page: Page;
  /** Lays a document out and gives how many pages high it is: 0.8, 1.4. */
  show(document: PrintDocument): Promise<number>;
  /** Every line of text of the document shown last, in print media. */
  boxes(document: PrintDocument): Promise<readonly Box[]>;
  pdf(): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface PrintWindow {
  readonly waymarkPrint: { show(document: PrintDocument): Promise<unknown> };
}

/** Runs in the page. */
function readBoxes(): Box[] {
  const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
    // Made gray as a printer does it, then read as the guidelines do.
    return channel((0.299 * red + 0.587 * green + 0.114 * blue) / 255);
  };
  const isClear = (color: string): boolean => color === 'transparent' || /^rgba\(.*, 0\)$/.test(color);
  const behind = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!isClear(color)) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const found: Box[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [text, parent] = [node.textContent?.trim() ?? '', node.parentElement];
    if (text === '' || !parent || parent.closest('script, style')) continue;
    const style = getComputedStyle(parent);
    const inSvg = parent instanceof SVGTextContentElement;
    const scale = inSvg ? (parent.getScreenCTM()?.a ?? 1) : 1;
    const [ink, ground] = [luminance(inSvg ? style.fill : style.color), luminance(behind(parent))];
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = inSvg ? [parent.getBoundingClientRect()] : [...range.getClientRects()];
    for (const { left, top, right, bottom } of rects.filter(({ width, height }) => width > 0 && height > 0)) {
      found.push({ text, left, top, right, bottom, size: Number.parseFloat(style.fontSize) * scale, contrast: (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) });
    }
  }
  return found;
}

/** Opens the print page that stands in `folder`. No request leaves the machine. */
export async function openPrintPage(executablePath: string, folder: string): Promise<PrintPage> {
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-gpu', '--no-first-run'] });
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = url.origin === ORIGIN ? await readStatic(folder, url.pathname) : null;
    return file ? route.fulfill({ body: file.body, contentType: file.type }) : route.abort('blockedbyclient');
  });
  await page.goto(`${ORIGIN}/print.html`);
  const show = async (value: PrintDocument): Promise<number> => {
    await page.emulateMedia({ media: 'screen' });
    const height = await page.evaluate(async (shown) => {
      await (globalThis as unknown as PrintWindow).waymarkPrint.show(shown);
      return document.querySelector('.sheet-inner')?.getBoundingClientRect().height ?? Number.NaN;
    }, value);
    return height / INSIDE[value.paper].height;
  };
  return {
    page, show,
    boxes: async (value) => {
      await page.setViewportSize({ width: INSIDE[value.paper].width, height: Math.round(INSIDE[value.paper].height) });
      await show(value);
      await page.emulateMedia({ media: 'print' });
      return page.evaluate(readBoxes);
    },
    pdf: () => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }),
    close: () => browser.close(),
  };
}

/** Pairs of lines of different texts that lie over one another by more than the space around letters. */
export function overlapping(boxes: readonly Box[]): string[] {
  const SLACK = 2.5;
  const sorted = [...boxes].sort((a, b) => a.top - b.top);
  const faults: string[] = [];
  for (const [at, one] of sorted.entries()) {
    for (const other of sorted.slice(at + 1)) {
      // The line box of a font is taller than its letters: a fifth of it may lie over the next line's.
      if (other.top >= one.bottom - Math.max(SLACK, one.size * 0.3)) break;
      if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.max(SLACK, Math.min(one.size, other.size) * 0.3)) {
        faults.push(`"${one.text.slice(0, 40)}" over "${other.text.slice(0, 40)}"`);
      }
    }
  }
  return faults;
}
