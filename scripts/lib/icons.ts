/** Draws the app's icon from its SVG in every size that windows and installers need. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { ICNS_TYPES, icnsFile, icoFile } from './icon-files.ts';
import type { Picture } from './icon-files.ts';
import { DIST, ROOT } from './paths.ts';

export const ICONS = join(DIST, 'icons');
const SOURCE = join(ROOT, 'resources', 'icons', 'icon.svg');
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256];

/** The SVG drawn `size` pixels wide. */
export function draw(svg: string, size: number): Picture {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render();
  return { size, png: image.asPng(), pixels: image.pixels };
}

/** Writes png/<size>x<size>.png, icon.ico and icon.icns below `outDir`. */
export function drawIcons(outDir: string = ICONS): void {
  const svg = readFileSync(SOURCE, 'utf8');
  const sizes = [...new Set([...LINUX_SIZES, ...WINDOWS_SIZES, ...ICNS_TYPES.map(([, size]) => size)])];
  const pictures = sizes.map((size) => draw(svg, size));
  mkdirSync(join(outDir, 'png'), { recursive: true });
  for (const { size, png } of pictures.filter((each) => LINUX_SIZES.includes(each.size))) writeFileSync(join(outDir, 'png', `${size}x${size}.png`), png);
  writeFileSync(join(outDir, 'icon.ico'), icoFile(pictures.filter(({ size }) => WINDOWS_SIZES.includes(size))));
  writeFileSync(join(outDir, 'icon.icns'), icnsFile(pictures));
}
