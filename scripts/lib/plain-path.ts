/**
 * Another way to the same folder, without the signs that the bundler takes for parts of an
 * address. A checkout may lie in a folder named `Way mark ñ #1 100%`.
 */
import { mkdtempSync, rmSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `work` with a path to `folder` that is free of `#`, `?` and `%`: its own one, or a link that lives as long as the work. */
export async function withPlainPath<T>(folder: string, work: (path: string) => Promise<T>): Promise<T> {
  if (!/[#?%]/.test(folder)) return work(folder);
  const place = mkdtempSync(join(tmpdir(), 'waymark-build-'));
  const link = join(place, 'checkout');
  // A junction on Windows: a symbolic link there is for administrators.
  symlinkSync(folder, link, 'junction');
  try {
    return await work(link);
  } finally {
    // The link goes, never what it points to.
    if (process.platform === 'win32') rmdirSync(link);
    else unlinkSync(link);
    rmSync(place, { recursive: true, force: true });
  }
}
