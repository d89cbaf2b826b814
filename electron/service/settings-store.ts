/** Settings of this machine: no student is in them. One small JSON file, written whole or not at all. */
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeErrorCode, retryWhileHeld, toWriteError, writeFileAtomically } from '../../db/files/atomic-write.ts';
import { DEFAULT_SETTINGS, settings as schema } from '../../shared/contract/app.ts';
import type { Settings } from '../../shared/contract/app.ts';

/** Where a settings file goes that could not be read. */
export const DAMAGED = 'settings-damaged.json';

export interface SettingsStore {
  get(): Settings;
  /** True while the file cannot be read: defaults are in force. The next change sets the file aside, see `DAMAGED`. */
  readonly problem: boolean;
  readonly path: string;
  set(change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>;
}

async function read(path: string): Promise<{ readonly settings: Settings; readonly problem: boolean }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return { settings: DEFAULT_SETTINGS, problem: nodeErrorCode(error) !== 'ENOENT' };
  }
  try {
    // A setting that a later version adds takes its default; one that is wrong is a damaged file.
    const known = schema.partial().loose().parse(JSON.parse(text));
    return { settings: schema.parse({ ...DEFAULT_SETTINGS, ...Object.fromEntries(Object.entries(known).filter(([key]) => key in DEFAULT_SETTINGS)) }), problem: false };
  } catch {
    return { settings: DEFAULT_SETTINGS, problem: true };
  }
}

/** A person may know what was in it; nothing that Waymark cannot read is thrown away. */
async function keepDamaged(dataDir: string, path: string): Promise<void> {
  try {
    await retryWhileHeld(() => rename(path, join(dataDir, DAMAGED)));
  } catch (error) {
    throw toWriteError(error);
  }
}

/** Reads the settings of a data folder; a missing file is the first start. */
export async function openSettings(dataDir: string): Promise<SettingsStore> {
  const path = join(dataDir, 'settings.json');
  const first = await read(path);
  let current = first.settings;
  let problem = first.problem;
  let writing: Promise<unknown> = Promise.resolve();
  const write = async (change: Parameters<SettingsStore['set']>[0]): Promise<Settings> => {
    const next = schema.parse({ ...current, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) });
    if (problem) await keepDamaged(dataDir, path);
    await writeFileAtomically(path, async (file) => { await file.writeFile(`${JSON.stringify(next, null, 2)}\n`); });
    // Only what is on the disk is in force: a change that could not be saved is refused, not half made.
    [current, problem] = [next, false];
    return next;
  };
  return {
    path,
    get problem() { return problem; },
    get: () => current,
    set: (change) => {
      // One write after another, each on top of the one before.
      const next = writing.catch(() => undefined).then(() => write(change));
      writing = next;
      return next;
    },
  };
}
