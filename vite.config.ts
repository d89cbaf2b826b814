/** Builds the two pages, the app and the paper, into dist/renderer. Nothing is inlined: the pages' content policy allows no inline script or style. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Puts the licenses of all parts beside the page, which shows them in a frame. */
const notices: Plugin = {
  name: 'waymark-notices',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'notices.txt', source: readFileSync(path('THIRD-PARTY-NOTICES.md'), 'utf8') });
  },
};

/** Words that stand on paper only. The service writes paper whole, so the page would carry them for nothing. */
const PAPER_WORDS = /[\\/]shared[\\/]i18n[\\/]messages[\\/](en|es)-(print|sheets)\.ts$/;
const noPaperWords: Plugin = {
  name: 'waymark-no-paper-words',
  enforce: 'pre',
  load(id) {
    const [, lang, file] = PAPER_WORDS.exec(id.split('?')[0] ?? '') ?? [];
    return lang === undefined ? null : `export const ${lang}${file === 'print' ? 'Print' : 'Sheets'} = {};`;
  },
};

export default defineConfig({
  root: path('renderer'),
  publicDir: path('renderer/public'),
  plugins: [noPaperWords, react(), notices],
  build: {
    outDir: path('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    // A font or picture as data: in a style sheet would be refused by font-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: { index: path('renderer/index.html'), print: path('renderer/print.html') } },
  },
});
