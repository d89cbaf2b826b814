/** What is kept where on this machine, for the Data page and for a school's IT person. */
import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { OutputOf } from '../../shared/contract/index.ts';

type Storage = OutputOf<'app.getStorage'>;

async function sizeOf(path: string): Promise<{ readonly exists: boolean; readonly bytes: number }> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return { exists: true, bytes: found.size };
    const entries = await readdir(path);
    const sizes = await Promise.all(entries.map((entry) => sizeOf(join(path, entry))));
    return { exists: true, bytes: sizes.reduce((sum, each) => sum + each.bytes, 0) };
  } catch {
    return { exists: false, bytes: 0 };
  }
}

/** Warnings about a folder that is not only on this machine: a network share, or one that a program copies to a cloud. */
export function folderWarnings(dataDir: string): Storage['warnings'] {
  const warnings: Storage['warnings'] = [];
  if (/^(\\\\|\/\/)/.test(dataDir)) warnings.push('network-folder');
  const relative = dataDir.startsWith(homedir()) ? dataDir.slice(homedir().length) : dataDir;
  if (/[\\/](OneDrive|Dropbox|Google ?Drive|iCloud|Box|Nextcloud|Mobile Documents|CloudStorage)[^\\/]*([\\/]|$)/i.test(relative)) warnings.push('synced-folder');
  return warnings;
}

/** Every place with its size; a place that does not exist yet is listed too. */
export async function describeStorage(dataDir: string, places: readonly Omit<Storage['places'][number], 'bytes' | 'exists'>[]): Promise<Storage> {
  const measured = await Promise.all(places.map(async (place) => ({ ...place, ...(await sizeOf(place.path)) })));
  return { places: measured, warnings: folderWarnings(dataDir) };
}
