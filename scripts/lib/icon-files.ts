/** Writes the icon files of Windows and macOS from pictures. Both are small containers; no tool of a system is needed. */

export interface Picture {
  readonly size: number;
  readonly png: Buffer;
  /** Red, green, blue, alpha; colors multiplied by alpha, as the renderer gives them. */
  readonly pixels: Uint8Array;
}

/** Below this, Windows and its tools want plain bitmaps; above, PNG. */
const LARGEST_BITMAP = 64;

/** A picture as the bitmap inside an .ico: a header, rows from the bottom up as blue, green, red, alpha, and an empty mask. */
function bitmap({ size, pixels }: Picture): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  // Twice the height: the mask counts.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const rows = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = ((size - 1 - y) * size + x) * 4;
      const alpha = pixels[from + 3] ?? 0;
      const plain = (part: number): number => (alpha === 0 ? 0 : Math.min(255, Math.round(((pixels[from + part] ?? 0) * 255) / alpha)));
      rows.set([plain(2), plain(1), plain(0), alpha], (y * size + x) * 4);
    }
  }
  const mask = Buffer.alloc((Math.ceil(size / 32) * 4) * size);
  return Buffer.concat([header, rows, mask]);
}

/** An .ico of the pictures, smallest first. */
export function icoFile(pictures: readonly Picture[]): Buffer {
  const images = [...pictures].sort((a, b) => a.size - b.size).map((picture) => ({ size: picture.size, bytes: picture.size <= LARGEST_BITMAP ? bitmap(picture) : picture.png }));
  const head = Buffer.alloc(6 + images.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, bytes }, index) => {
    const at = 6 + index * 16;
    // One byte for each side: 0 means 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...images.map(({ bytes }) => bytes)]);
}

/** Types of an .icns that hold a PNG: the side in pixels of each, ordinary and for dense screens. */
export const ICNS_TYPES = [['ic11', 32], ['ic12', 64], ['ic07', 128], ['ic13', 256], ['ic08', 256], ['ic14', 512], ['ic09', 512], ['ic10', 1024]] as const;

/** An .icns of the pictures; every size of ICNS_TYPES must be among them. */
export function icnsFile(pictures: readonly Picture[]): Buffer {
  const parts = ICNS_TYPES.map(([type, size]) => {
    const picture = pictures.find((each) => each.size === size);
    if (!picture) throw new Error(`no picture of ${size} pixels`);
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(picture.png.length + 8, 4);
    return Buffer.concat([head, picture.png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}
