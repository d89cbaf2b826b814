/** Starts the desktop app and tells whether it really came up. */
import { spawn } from 'node:child_process';
import { ROOT } from './paths.ts';

const READY_MS = 10_000;
/** Main prints this line when its first window is usable. */
const READY_LINE = 'waymark ready';
/** Main prints this line when another Waymark has the data folder; that one comes to the front. */
const OPEN_LINE = 'waymark is open already';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type DesktopResult = { readonly outcome: 'ended'; readonly code: number } | { readonly outcome: 'failed'; readonly why: string };

/** Electron's environment: an editor's terminal may ask every Electron to be a Node. */
export function desktopEnv(env: NodeJS.ProcessEnv, own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE')), ...own };
}

/** 'ended' with the exit code after a run, or 'failed' with a sentence when it never became ready. */
export function runDesktop(binary: string, args: readonly string[], dataDir: string): Promise<DesktopResult> {
  return new Promise((resolve) => {
    const child = spawn(binary, [...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: desktopEnv(process.env, { WAYMARK_DATA: dataDir }) });
    const started = Date.now();
    let said = '';
    let complaint = '';
    let asked = false;
    const stop = (signal: NodeJS.Signals): void => {
      asked = true;
      child.kill(signal);
    };
    const settle = (result: DesktopResult): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve(result);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4000);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString('utf8')).slice(-4000);
    });
    child.on('error', () => settle({ outcome: 'failed', why: 'Electron could not be run on this machine.' }));
    // 'close', not 'exit': the last line may still be on its way.
    child.on('close', (code) => {
      // Who pressed Ctrl-C wants no other window instead.
      if (asked || said.includes(READY_LINE) || said.includes(OPEN_LINE) || (code === 0 && Date.now() - started > READY_MS)) return settle({ outcome: 'ended', code: code ?? 0 });
      settle({ outcome: 'failed', why: whyElectronFailed(complaint) });
    });
    for (const signal of SIGNALS) process.on(signal, stop);
  });
}

/** One sentence for what Electron said before it ended. */
export function whyElectronFailed(complaint: string): string {
  if (/SUID sandbox|namespace|apparmor|--no-sandbox/i.test(complaint)) return 'This system does not let Electron use its sandbox (AppArmor, a container, or the root account).';
  if (/display|x11|wayland|ozone/i.test(complaint)) return 'Electron found no display.';
  if (/error while loading shared libraries/i.test(complaint)) return 'A system library that Electron needs is missing.';
  return 'Electron ended before its window was ready.';
}
