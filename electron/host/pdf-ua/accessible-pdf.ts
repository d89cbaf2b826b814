import type { PdfLabels } from './metadata.ts';

/** A PDF that Chromium made with tags, as PDF/UA-1. The library is read when the first one is made: most starts print nothing. */
export async function accessiblePdf(pdf: Uint8Array, labels: PdfLabels): Promise<Uint8Array> {
  const { toPdfUa } = await import('./to-pdf-ua.ts');
  return toPdfUa(pdf, labels);
}
