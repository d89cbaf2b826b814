/**
 * Makes the four fonts of paper from the variable ones: one weight each, Latin of English and
 * Spanish. Chromium writes a variable font into a PDF as drawings of each letter (Type 3),
 * a font of one weight as a real, small, embedded font. Run by hand after a font package
 * changes: `node scripts/lib/print-fonts.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { LETTERS } from './font-letters.ts';
import { ROOT } from './paths.ts';

const PUBLIC_SANS = '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2';
const SOURCE_SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2';
const FONTS = [
  { from: PUBLIC_SANS, to: 'public-sans-400.woff2', axes: { wght: 400 } },
  { from: PUBLIC_SANS, to: 'public-sans-650.woff2', axes: { wght: 650 } },
  { from: SOURCE_SERIF, to: 'source-serif-4-500.woff2', axes: { wght: 500, opsz: 14 } },
  { from: SOURCE_SERIF, to: 'source-serif-4-600.woff2', axes: { wght: 600, opsz: 16 } },
] as const;

for (const { from, to, axes } of FONTS) {
  const source = await readFile(join(ROOT, 'node_modules', from));
  const made = await subsetFont(source, LETTERS, { targetFormat: 'woff2', variationAxes: axes });
  await writeFile(join(ROOT, 'renderer', 'print', 'fonts', to), made);
  process.stdout.write(`${to} ${made.length}\n`);
}
