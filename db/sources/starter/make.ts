/**
 * Makes the generated tables of the starter from the public data files.
 *
 * Run: `node db/sources/starter/make.ts [--data DIR] [--out DIR]`. DIR of `--data` holds `labor`
 * (default: `../shared/data` beside the repository); `--out` defaults to `resources/starter`.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildFiles } from './build-files.ts';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

async function make(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
  const dataDir = resolve(values.data ?? join(REPOSITORY, '..', 'shared', 'data'));
  const outDir = resolve(values.out ?? join(REPOSITORY, 'resources', 'starter'));
  if (!existsSync(join(dataDir, 'labor'))) {
    throw new Error(`The data folder ${dataDir} has no folder "labor"; name the right one with --data DIR.`);
  }
  const files = await buildFiles(dataDir);
  // The wage folder is all ours: a file of an area that is gone must not stay behind.
  const wageDir = join(outDir, 'wage');
  if (existsSync(wageDir)) {
    for (const name of readdirSync(wageDir)) {
      if (name.endsWith('.csv') && !files.has(`wage/${name}`)) rmSync(join(wageDir, name));
    }
  }
  let total = 0;
  for (const [path, text] of files) {
    const target = join(outDir, ...path.split('/'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    total += Buffer.byteLength(text);
  }
  process.stdout.write(`${files.size} files, ${total} bytes\n`);
}

try {
  await make();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
