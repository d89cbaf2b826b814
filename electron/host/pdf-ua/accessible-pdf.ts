import type { PdfLabels } from './metadata.ts';

// The library is read when the first PDF is made: most starts print nothing.
const read = () => import('./to-pdf-ua.ts');

/** Reads the library while Chromium lays the paper out. A failure is told by `accessiblePdf`, which needs it. */
export function prepareAccessiblePdf(): void {
  read().catch(() => undefined);
}

/** A PDF that Chromium made with tags, as PDF/UA-1. */
export async function accessiblePdf(pdf: Uint8Array, labels: PdfLabels): Promise<Uint8Array> {
  const { toPdfUa } = await read();
  return toPdfUa(pdf, labels);
}
