/** Settings of this machine: no student is in them. */
import { basename, join } from 'node:path';
import { DEFAULT_SETTINGS, settings as schema } from '../../shared/contract/app.ts';
import type { Settings } from '../../shared/contract/app.ts';
import { damagedName, openJsonFile } from './json-file.ts';
import type { JsonFile } from './json-file.ts';

const NAME = 'settings.json';
/** Where a settings file goes that could not be read. */
export const DAMAGED = basename(damagedName(NAME));

export interface SettingsStore extends Pick<JsonFile<Settings>, 'get' | 'problem' | 'path'> {
  set(change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>;
}

function parse(value: unknown): Settings {
  // A setting that a later version adds takes its default; one that is wrong is a damaged file.
  const known = schema.partial().loose().parse(value);
  return schema.parse({ ...DEFAULT_SETTINGS, ...Object.fromEntries(Object.entries(known).filter(([key]) => key in DEFAULT_SETTINGS)) });
}

/** Reads the settings of a data folder; a missing file is the first start. */
export async function openSettings(dataDir: string): Promise<SettingsStore> {
  const file = await openJsonFile({ path: join(dataDir, NAME), first: DEFAULT_SETTINGS, parse });
  return {
    path: file.path,
    get problem() { return file.problem; },
    get: file.get,
    set: (change) => file.change((now) => schema.parse({ ...now, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) })),
  };
}
