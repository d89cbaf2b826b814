/**
 * Cuts the two fonts of the screen down to the Latin of English and Spanish and to the weights
 * in use; they stay variable. Run by hand after a font package changes: `node scripts/lib/screen-fonts.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { LETTERS } from './font-letters.ts';
import { ROOT } from './paths.ts';

const FONTS = [
  { from: '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2', to: 'public-sans.woff2', axes: { wght: { min: 400, max: 700 } } },
  { from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2', to: 'source-serif-4.woff2', axes: { wght: { min: 500, max: 650 }, opsz: { min: 14, max: 32 } } },
] as const;

for (const { from, to, axes } of FONTS) {
  const made = await subsetFont(await readFile(join(ROOT, 'node_modules', from)), LETTERS, { targetFormat: 'woff2', variationAxes: axes });
  await writeFile(join(ROOT, 'renderer', 'styles', 'fonts', to), made);
  process.stdout.write(`${to} ${made.length}\n`);
}
