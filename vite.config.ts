/** Builds the two pages, the app and the paper, into dist/renderer. Nothing is inlined: the pages' content policy allows no inline script or style. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('renderer'),
  publicDir: path('renderer/public'),
  plugins: [react()],
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
