/**
 * The print page: lays out one document at a time. Hosts call `waymarkPrint.show(document)`
 * and print when its promise is kept; it rests on fonts and layout, never on a frame being
 * drawn, so that it also holds in a window that is never shown.
 */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PrintDocument } from '../../shared/print/model.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { bestCut, fitSheet } from './fit-sheet.ts';
import { setFoot } from './running-foot.ts';
import './fonts.css';
import './print.css';
import './blocks.css';

declare global {
  interface Window {
    waymarkPrint: { show(document: PrintDocument): Promise<{ readonly [never: string]: never }> };
  }
}

const place = document.getElementById('root');
if (!place) throw new Error('print.html has no root');
const root = createRoot(place);

window.waymarkPrint = {
  async show(value) {
    document.documentElement.lang = value.lang;
    document.title = value.title;
    setFoot(document.documentElement, value);
    await Promise.all([...document.fonts].map((font) => font.load()));
    let last: PrintDocument | null = null;
    const layOut = (shown: PrintDocument): number => {
      last = shown;
      flushSync(() => root.render(<PrintSheet document={shown} />));
      const sheet = place.querySelector('article');
      // Reading heights forces the layout with the fonts that were loaded.
      return sheet ? fitSheet(sheet, shown) : 0;
    };
    const best = bestCut(value, layOut);
    if (best !== last) layOut(best);
    return {};
  },
};
