/** The page is built without the words of paper (vite.config.ts): a page that said one of them would break where it is shown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { enPrint } from '../../shared/i18n/messages/en-print.ts';
import { enSheets } from '../../shared/i18n/messages/en-sheets.ts';

const RENDERER = fileURLToPath(new URL('../', import.meta.url));
const PAPER = Object.keys({ ...enPrint, ...enSheets });
const starts = [...new Set(PAPER.map((key) => key.split('.')[0] ?? ''))];

it('no page says what only paper says', () => {
  expect(starts).toEqual(['paper']);
  const files = (readdirSync(RENDERER, { recursive: true }) as string[]).filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((name) => /['"`]paper\./.test(readFileSync(join(RENDERER, name), 'utf8')))).toEqual([]);
});
