/** Builds the page, the hosts, the service and the starter into dist/, each only when its sources changed. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import type { InlineConfig } from 'vite';
import { CodedError } from '../../shared/kernel/errors.ts';
import { renameOver } from '../../db/files/atomic-write.ts';
import { withBuildLock } from './build-lock.ts';
import { ICONS, drawIcons } from './icons.ts';
import { DIST, RESOURCES, ROOT } from './paths.ts';
import { withPlainPath } from './plain-path.ts';
import { whenStale } from './stale.ts';

const CODE = ['shared', 'db', 'electron', 'vite.config.ts', 'package.json', 'scripts/lib/build.ts'];
const EXTERNAL = ['electron', 'better-sqlite3', 'playwright-core', /^node:/];
/** The PDF library does not say that its files do nothing when they are read: of its megabyte a third is used. */
const DOES_NOTHING_WHEN_READ = /node_modules.(@cantoo.pdf-lib|culori|node-html-better-parser|html-entities)/;

/** One bundle for Node or Electron; dependencies but the native and the optional ones are bundled in. */
const nodeBundle = (entry: string, outDir: string, fileName: string, format: 'es' | 'cjs'): InlineConfig => ({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'playwright-core'] },
  build: {
    ssr: join(ROOT, entry),
    outDir: join(DIST, outDir),
    emptyOutDir: false,
    minify: false,
    sourcemap: false,
    target: 'node22',
    rollupOptions: { external: EXTERNAL, treeshake: { moduleSideEffects: (id: string) => !DOES_NOTHING_WHEN_READ.test(id) }, output: { format, entryFileNames: fileName, codeSplitting: false } },
  },
});

export async function buildNode(): Promise<boolean> {
  const bundles = [
    ['electron/service/worker.ts', 'service', 'worker.js', 'es'],
    ['electron/service/build-worker.ts', 'service', 'build-worker.js', 'es'],
    ['electron/service/changes-worker.ts', 'service', 'changes-worker.js', 'es'],
    ['electron/service/update-worker.ts', 'service', 'update-worker.js', 'es'],
    ['electron/service/self-test.ts', 'service', 'self-test.js', 'es'],
    ['electron/loopback/main.ts', 'loopback', 'main.js', 'es'],
    ['electron/main/main.ts', 'main', 'main.js', 'es'],
    ['electron/preload/preload.ts', 'preload', 'preload.cjs', 'cjs'],
  ] as const;
  const outputs = bundles.map(([, folder, file]) => join(DIST, folder, file));
  return whenStale(join(DIST, '.node.stamp'), CODE, outputs, async () => {
    for (const [entry, folder, file, format] of bundles) await viteBuild(nodeBundle(entry, folder, file, format));
  });
}

/** Bundles the app's page and the print page into `outDir`, whoever asks and wherever the checkout lies. */
export async function bundlePages(outDir: string): Promise<void> {
  // A build started from a test finds NODE_ENV=test, and would carry React's slow development half.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await withPlainPath(ROOT, async (root) => {
      const page = (file: string): string => join(root, 'renderer', file);
      // The configuration knows the checkout by its own path; here every place is said anew.
      await viteBuild({
        root: page(''), configFile: join(root, 'vite.config.ts'), logLevel: 'warn', publicDir: page('public'), resolve: { preserveSymlinks: root !== ROOT },
        build: { outDir, emptyOutDir: true, rollupOptions: { input: { index: page('index.html'), print: page('print.html') } } },
      });
    });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

export async function buildPage(): Promise<boolean> {
  return whenStale(join(DIST, '.page.stamp'), ['renderer', 'shared', 'resources/icons', 'vite.config.ts', 'package.json', 'scripts/lib/build.ts'], [join(DIST, 'renderer', 'index.html'), join(DIST, 'renderer', 'print.html')], async () => {
    const [now, next] = [join(DIST, 'renderer'), join(DIST, 'renderer.next')];
    await bundlePages(next);
    // Whole or not at all: an app that runs meanwhile reads these files.
    rmSync(now, { recursive: true, force: true, maxRetries: 10 });
    await renameOver(next, now);
  });
}

/** What keeps a build from being made, as a sentence for the one who builds. */
export class BuildProblem extends Error {}

/** The starter pack and its ready-built database, as the installer carries them. */
export async function buildStarter(): Promise<boolean> {
  const outputs = ['starter.pack', 'starter.sqlite'].map((each) => join(RESOURCES, each));
  return whenStale(join(DIST, '.starter.stamp'), ['resources/starter', 'resources/rubrics', 'db/pack', 'db/reference'], outputs, async () => {
    mkdirSync(RESOURCES, { recursive: true });
    const { buildStarterResources } = await import('../../db/reference/starter-resources.ts');
    try {
      await buildStarterResources({ starterDir: join(ROOT, 'resources', 'starter'), rubricsDir: join(ROOT, 'resources', 'rubrics'), outDir: RESOURCES });
    } catch (error) {
      if (error instanceof CodedError) throw new BuildProblem(`resources/starter was refused: ${error.code} (${Object.entries(error.params).map(([key, value]) => `${key} ${value}`).join(', ')}).`);
      throw error;
    }
  });
}

/** The app's icon in all its sizes. */
export async function buildIcons(): Promise<boolean> {
  return whenStale(join(DIST, '.icons.stamp'), ['resources/icons', 'scripts/lib/icons.ts', 'scripts/lib/icon-files.ts'], [join(ICONS, 'icon.ico'), join(ICONS, 'icon.icns'), join(ICONS, 'png')], async () => drawIcons());
}

/** Everything; prints one line for each part that was built. */
export const buildAll = (): Promise<void> => withBuildLock(join(DIST, '.lock'), buildParts);

async function buildParts(): Promise<void> {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  if (await buildStarter()) say('Built the starter data.');
  if (await buildNode()) say('Built the app.');
  if (await buildIcons()) say('Drew the icons.');
  if (await buildPage()) say('Built the pages.');
}
