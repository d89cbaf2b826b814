/** One small JSON file of the data folder, written whole or not at all. No student is in it. */
import { readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { nodeErrorCode, retryWhileHeld, toWriteError, writeFileAtomically } from '../../db/files/atomic-write.ts';

export interface JsonFile<T> {
  get(): T;
  /** True while the file cannot be read: what stands for a first start is in force. The next change sets the file aside, see `damagedName`. */
  readonly problem: boolean;
  readonly path: string;
  /** Puts what `make` makes of the present state on the disk, then in force. Errors: folder-not-writable, disk-full, file-write-failed, and those of `make`. */
  change(make: (now: T) => T): Promise<T>;
}

/** Where a file goes that could not be read: "settings.json" is kept as "settings-damaged.json". */
export const damagedName = (path: string): string => join(dirname(path), `${basename(path, '.json')}-damaged.json`);

async function read<T>(path: string, first: T, parse: (value: unknown) => T): Promise<{ readonly value: T; readonly problem: boolean }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return { value: first, problem: nodeErrorCode(error) !== 'ENOENT' };
  }
  try {
    return { value: parse(JSON.parse(text)), problem: false };
  } catch {
    return { value: first, problem: true };
  }
}

/** A person may know what was in it; nothing that Waymark cannot read is thrown away. */
async function keepDamaged(path: string): Promise<void> {
  try {
    await retryWhileHeld(() => rename(path, damagedName(path)));
  } catch (error) {
    throw toWriteError(error);
  }
}

/** Reads the file; a missing one is the first start. `parse` throws at what it does not take. */
export async function openJsonFile<T>({ path, first, parse }: { readonly path: string; readonly first: T; readonly parse: (value: unknown) => T }): Promise<JsonFile<T>> {
  const found = await read(path, first, parse);
  let current = found.value;
  let problem = found.problem;
  let writing: Promise<unknown> = Promise.resolve();
  const write = async (make: (now: T) => T): Promise<T> => {
    const next = make(current);
    if (problem) await keepDamaged(path);
    await writeFileAtomically(path, async (file) => { await file.writeFile(`${JSON.stringify(next, null, 2)}\n`); });
    // Only what is on the disk is in force: a change that could not be saved is refused, not half made.
    [current, problem] = [next, false];
    return next;
  };
  return {
    path,
    get problem() { return problem; },
    get: () => current,
    change: (make) => {
      // One write after another, each on top of the one before.
      const next = writing.catch(() => undefined).then(() => write(make));
      writing = next;
      return next;
    },
  };
}
