/** Settings of this machine: no student is in them. One small JSON file, written whole or not at all. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeErrorCode, writeFileAtomically } from '../../db/files/atomic-write.ts';
import { DEFAULT_SETTINGS, settings as schema } from '../../shared/contract/app.ts';
import type { Settings } from '../../shared/contract/app.ts';

export interface SettingsStore {
  get(): Settings;
  /** True when the file could not be read: defaults are in force and the file is kept until settings are changed. */
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

/** Reads the settings of a data folder; a missing file is the first start. */
export async function openSettings(dataDir: string): Promise<SettingsStore> {
  const path = join(dataDir, 'settings.json');
  const first = await read(path);
  let current = first.settings;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    path,
    problem: first.problem,
    get: () => current,
    set: async (change) => {
      const next = schema.parse({ ...current, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) });
      current = next;
      // One write after another: the last change is the one on disk.
      const write = writing.catch(() => undefined).then(() => writeFileAtomically(path, async (file) => { await file.writeFile(`${JSON.stringify(next, null, 2)}\n`); }));
      writing = write;
      await write;
      return next;
    },
  };
}
