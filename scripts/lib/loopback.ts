/** Runs the loopback host from dist/ until the process is asked to stop. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { serve as Serve } from '../../electron/loopback/main.ts';
import { createTranslator, hasMessage } from '../../shared/i18n/translator.ts';
import { DIST, RESOURCES, ROOT } from './paths.ts';

function openInBrowser(address: string): void {
  const [command, args] =
    process.platform === 'win32' ? ['rundll32', ['url.dll,FileProtocolHandler', address]] : process.platform === 'darwin' ? ['open', [address]] : ['xdg-open', [address]];
  const child = spawn(command as string, args as string[], { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write('No browser could be opened; open the address above by hand.\n'));
  child.unref();
}

/** What an error code means and what to do. */
function sentenceOf(code: string): string {
  const key = `error.${code}`;
  return hasMessage(key) ? createTranslator('en').t(key) : 'Nothing was changed.';
}

/** Serves, prints the address on its own line, and resolves with the exit code after Ctrl-C. */
export async function runLoopback(options: { readonly dataDir: string; readonly port: number; readonly open: boolean }): Promise<number> {
  const { serve } = (await import(pathToFileURL(join(DIST, 'loopback', 'main.js')).href)) as { serve: typeof Serve };
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  let serving: Awaited<ReturnType<typeof Serve>>;
  try {
    serving = await serve({ dataDir: options.dataDir, port: options.port, rendererDir: join(DIST, 'renderer'), resourcesDir: RESOURCES, version, checkOutputs: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    process.stderr.write(code === 'EADDRINUSE' ? `Port ${options.port} is taken by another program; leave --port out to pick a free one.\n` : `Waymark could not start (${code}). ${sentenceOf(code)}\n`);
    if (process.env['WAYMARK_DEBUG'] === '1') process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
    return 1;
  }
  process.stdout.write(`${serving.address}\n`);
  process.stderr.write('Waymark is open at the address above, on this machine only. Ctrl-C stops it.\n');
  if (options.open) openInBrowser(serving.address);
  await stopped;
  await serving.stop();
  return 0;
}
