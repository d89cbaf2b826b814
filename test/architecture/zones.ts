/**
 * Who may import whom, and which packages each folder may use: the one table that both ESLint
 * and the architecture test read. A package that no zone names is refused until it is classified here.
 */
export interface Zone {
  /** Folder, relative to the checkout; the longest matching one counts. */
  readonly folder: string;
  /** Folders that may be imported, beside the zone's own. */
  readonly may: readonly string[];
  /** Folders of which only types may be imported. */
  readonly types?: readonly string[];
  /** Packages; 'node:' stands for every built-in module of Node. */
  readonly packages: readonly string[];
  /** What to do instead, said by lint. */
  readonly advice: string;
}

const KERNEL_DOMAIN = ['shared/kernel', 'shared/domain'] as const;

export const ZONES: readonly Zone[] = [
  { folder: 'shared/kernel', may: [], packages: [], advice: 'The kernel imports nothing.' },
  { folder: 'shared/domain', may: ['shared/kernel'], packages: [], advice: 'The engine is pure: pass facts, dates and options in.' },
  { folder: 'shared/i18n', may: [...KERNEL_DOMAIN], packages: ['intl-messageformat'], advice: 'Messages know the kernel and the domain only.' },
  { folder: 'shared/print', may: [...KERNEL_DOMAIN, 'shared/i18n'], packages: [], advice: 'A document model is made from results and a translator.' },
  { folder: 'shared/contract', may: [...KERNEL_DOMAIN], types: ['shared/print'], packages: ['zod'], advice: 'The contract declares; it does not compute.' },
  { folder: 'db/files', may: ['shared/kernel'], packages: ['node:'], advice: 'Writing files safely knows no database: the shell uses it too.' },
  {
    folder: 'db',
    may: [...KERNEL_DOMAIN],
    packages: ['node:', 'better-sqlite3', 'kysely', 'zod', 'csv-parse', 'read-excel-file', 'yauzl', 'saxes', 'hyparquet', 'tuf-js', '@tufjs/models'],
    advice: 'Databases know the kernel and the domain; the service maps to the contract.',
  },
  { folder: 'electron/service', may: ['shared', 'db'], packages: ['node:', 'zod'], advice: 'What the service needs from outside comes in as a port.' },
  { folder: 'electron/host', may: ['shared'], types: ['electron/service'], packages: ['node:', '@cantoo/pdf-lib'], advice: 'What both hosts share: no electron, no database.' },
  { folder: 'electron/loopback', may: ['shared', 'electron/host', 'db/files'], types: ['electron/service'], packages: ['node:', 'playwright-core'], advice: 'The loopback host adds only the service.' },
  { folder: 'electron/main', may: ['shared', 'electron/host', 'db/files'], types: ['electron/service'], packages: ['node:', 'electron'], advice: 'Main routes messages; it never opens a database.' },
  { folder: 'electron/preload', may: ['shared/contract'], packages: ['electron'], advice: 'The preload is one file that requires only electron.' },
  {
    folder: 'renderer',
    may: ['shared'],
    packages: ['react', 'react-dom', 'react-aria-components', 'zustand', 'd3-scale', 'd3-shape', 'd3-array', '@fontsource-variable/public-sans', '@fontsource-variable/source-serif-4'],
    advice: 'The page has no Node; ask the service through a store action.',
  },
  { folder: 'scripts', may: ['shared', 'db', 'electron', 'renderer', 'test'], packages: ['node:', 'vite', '@vitejs/plugin-react', '@resvg/resvg-js', 'playwright-core', 'subset-font'], advice: 'Scripts build and start.' },
  {
    folder: 'test',
    may: ['shared', 'db', 'electron', 'renderer', 'scripts'],
    types: [],
    packages: ['node:', 'vitest', 'fast-check', 'playwright-core', '@axe-core/playwright', 'axe-core', 'better-sqlite3', 'kysely', 'zod', 'pdfjs-dist', '@cantoo/pdf-lib', 'typescript', 'eslint', 'csv-parse', 'read-excel-file', 'hyparquet', 'vite', '@electron/asar', '@electron/fuses', 'app-builder-lib', 'builder-util', 'minisearch', 'flexsearch', '@orama/orama'],
    advice: 'Classify the package in test/architecture/zones.ts.',
  },
];

/** Inside the renderer: which of its folders may not see which. */
export const RENDERER_RULES: readonly { readonly folder: string; readonly mayNot: readonly string[]; readonly advice: string }[] = [
  { folder: 'renderer/components', mayNot: ['renderer/stores', 'renderer/client', 'renderer/pages', 'renderer/app'], advice: 'Components take data as props.' },
  { folder: 'renderer/charts', mayNot: ['renderer/stores', 'renderer/client', 'renderer/pages', 'renderer/app'], advice: 'Charts take data as props.' },
  { folder: 'renderer/stores', mayNot: ['renderer/components', 'renderer/pages', 'renderer/charts'], advice: 'Stores hold what the user did and request status.' },
  { folder: 'renderer/print', mayNot: ['renderer/stores', 'renderer/components', 'renderer/client', 'renderer/pages', 'renderer/app'], advice: 'The print page needs only a document.' },
  { folder: 'renderer/pages', mayNot: ['renderer/client'], advice: 'Only store actions call the client.' },
  { folder: 'renderer/app', mayNot: ['renderer/client'], advice: 'Only store actions call the client.' },
];

/** Packages that test files may use in any folder. */
export const TEST_PACKAGES: readonly string[] = ['vitest', 'fast-check', 'node:', 'better-sqlite3', 'playwright-core', 'csv-parse', 'read-excel-file', 'hyparquet', 'react-dom', 'kysely', 'zod', '@formatjs/icu-messageformat-parser'];

/** The zone of a file given by its path relative to the checkout, with forward slashes. */
export function zoneOf(file: string): Zone | undefined {
  return ZONES.filter((zone) => file.startsWith(`${zone.folder}/`)).sort((a, b) => b.folder.length - a.folder.length)[0];
}
