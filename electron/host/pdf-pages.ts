/**
 * The number of pages of a PDF that Chromium made. Chromium writes each page as its own
 * uncompressed object, so counting the page dictionaries is exact for these files.
 */
export function countPdfPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return (text.match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []).length;
}
