/** The files that a path stands for. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file is itself; a folder is every file in it and below, in the order of names, hidden ones left out. Null when there is nothing at the path. */
export async function filesUnder(path: string): Promise<readonly string[] | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
  const within: string[] = [];
  for (const name of names) within.push(...((await filesUnder(join(path, name))) ?? []));
  return within;
}
