/** What a PDF says, in the order in which it says it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export async function textOfPdf(pdf: Uint8Array): Promise<{ readonly pages: number; readonly text: string }> {
  const loading = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 });
  const file = await loading.promise;
  const words: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    words.push(...items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])));
  }
  const pages = file.numPages;
  await loading.destroy();
  return { pages, text: words.join(' ').replace(/\s+/gu, ' ') };
}
