/** Whether what was built still fits its sources: a digest over their names, sizes and times. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './paths.ts';

function* filesBelow(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return void (yield path);
  for (const entry of readdirSync(path).sort()) {
    if (entry !== 'node_modules' && !entry.endsWith('.test.ts') && !entry.endsWith('.test.tsx')) yield* filesBelow(join(path, entry));
  }
}

/** Digest of the files below the given paths (relative to the checkout). */
export function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(join(ROOT, path))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file.slice(ROOT.length)}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** Runs `make` unless `stamp` already records this fingerprint and every output exists. True when it ran. */
export async function whenStale(stamp: string, paths: readonly string[], outputs: readonly string[], make: () => Promise<void>): Promise<boolean> {
  const now = fingerprint(paths);
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (before === now && outputs.every((each) => existsSync(each))) return false;
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
