/** Flags of `npm start`, each with an environment twin: PowerShell swallows `--`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from '../../electron/host/data-folder.ts';

export interface StartOptions {
  readonly open: boolean;
  readonly port: number;
  readonly dataDir: string;
  readonly host: 'desktop' | 'loopback';
}

/** Parses flags and environment; a wrong use is one sentence. */
export function parseStart(args: readonly string[], env: NodeJS.ProcessEnv = process.env, platform = process.platform): StartOptions | { readonly problem: string } {
  let values: { 'no-open'?: boolean | undefined; port?: string | undefined; data?: string | undefined };
  try {
    ({ values } = parseArgs({ args: [...args], options: { 'no-open': { type: 'boolean' }, port: { type: 'string' }, data: { type: 'string' } } }));
  } catch {
    return { problem: 'Use: npm start, with --no-open, --port N or --data DIR (or WAYMARK_NO_OPEN=1, WAYMARK_PORT, WAYMARK_DATA).' };
  }
  const port = Number(values.port ?? env['WAYMARK_PORT'] ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535) return { problem: 'The port must be a number from 0 to 65535; 0 picks a free one.' };
  const open = !(values['no-open'] ?? (env['WAYMARK_NO_OPEN'] === '1'));
  return {
    open,
    port,
    dataDir: resolve(values.data ?? env['WAYMARK_DATA'] ?? defaultDataDir(env, platform)),
    host: !open || env['WAYMARK_HOST'] === 'loopback' ? 'loopback' : 'desktop',
  };
}
