/** What the rules ask of a TrueType font program: how many glyphs it has, and how wide they are. */
export interface FontFile {
  readonly glyphs: number;
  /** Width of a glyph in thousandths of an em. */
  width(glyph: number): number;
}

/** Reads the program; null when it is none. */
export function readFontFile(bytes: Uint8Array): FontFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12) return null;
  const tables = new Map<string, number>();
  for (let at = 0; at < view.getUint16(4) && 12 + at * 16 + 16 <= bytes.byteLength; at += 1) {
    const record = 12 + at * 16;
    tables.set(String.fromCharCode(...bytes.slice(record, record + 4)), view.getUint32(record + 8));
  }
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((tag) => tables.get(tag));
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return null;
  const unitsPerEm = view.getUint16(head + 18);
  const metrics = view.getUint16(hhea + 34);
  return {
    glyphs: view.getUint16(maxp + 4),
    width: (glyph) => (view.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4) * 1000) / unitsPerEm,
  };
}
