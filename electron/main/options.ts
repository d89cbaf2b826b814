/** What main was started with. Each flag has an environment twin: PowerShell swallows `--`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from '../host/data-folder.ts';

export interface MainOptions {
  readonly dataDir: string;
  /** Where to write the report of a self-test, or null for an ordinary start. */
  readonly selfTest: string | null;
}

/** Reads what follows the program's name. Switches of Chromium and of the system come along and are left alone. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): MainOptions {
  const { values } = parseArgs({ args: [...args], strict: false, options: { data: { type: 'string' }, 'self-test': { type: 'string' } } });
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  const selfTest = text(values['self-test']) ?? text(env['WAYMARK_SELF_TEST']);
  return {
    dataDir: resolve(text(values.data) ?? text(env['WAYMARK_DATA']) ?? defaultDataDir(env, platform)),
    selfTest: selfTest === undefined ? null : resolve(selfTest),
  };
}
