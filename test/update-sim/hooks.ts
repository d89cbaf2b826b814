/**
 * Leads the modules of the client and the publisher to the virtual disk instead of the real one, in this thread, and puts a
 * planted bug into their source where one is asked for. The modules themselves know nothing of it. To be loaded before them.
 */
import { registerHooks } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';
import { plantIn, PLANTS } from './plants.ts';
import './remembered-signatures.ts';

const here = (file: string): string => new URL(file, import.meta.url).href;
const ROOT = here('../../');
const INSTEAD: Readonly<Record<string, string>> = {
  'node:fs': here('virtual-fs.ts'), 'node:fs/promises': here('virtual-fs.ts'), 'better-sqlite3': here('virtual-database.ts'), './guard-edition.ts': here('no-guard.ts'),
};
/** The builder asks here first: most histories take a database that was really built once from the same edition (`built-databases.ts`). */
const BUILDER = { file: 'db/reference/build-reference.ts', from: 'await fill(temporary, feed)', to: 'await globalThis.waymarkBuilt(temporary, feed, fill)' } as const;

/** The same few signatures are looked at millions of times. */
const SIGNATURES = [
  { file: '@tufjs/models/dist/utils/verify.js', from: 'crypto_1.default.verify(', to: 'globalThis.waymarkVerify(' },
  { file: '@tufjs/models/dist/utils/key.js', from: 'exports.getPublicKey = getPublicKey;', to: 'exports.getPublicKey = globalThis.waymarkKeys(getPublicKey);' },
] as const;

const asked = (workerData as { readonly plant?: string } | null)?.plant;
const plant = asked === undefined ? undefined : PLANTS[asked];
if (asked !== undefined && !plant) throw new Error(`There is no planted bug "${asked}".`);

registerHooks({
  resolve(specifier, context, next) {
    const instead = INSTEAD[specifier];
    // Helpers of tests (`test-edition.ts`) touch no disk here.
    if (instead !== undefined && context.parentURL?.startsWith(`${ROOT}db/`) === true && !/\/test-[^/]*$/.test(context.parentURL)) return { url: instead, shortCircuit: true };
    return next(specifier, context);
  },
  load(url, context, next) {
    const path = url.startsWith('file:') ? fileURLToPath(url).replaceAll('\\', '/') : '';
    const edits = [BUILDER, ...SIGNATURES, ...plant?.edits ?? []].filter(({ file }) => path.endsWith(`/${file}`));
    const loaded = next(url, context);
    return edits.length === 0 ? loaded : { ...loaded, source: edits.reduce(plantIn, readFileSync(path, 'utf8')) };
  },
});
