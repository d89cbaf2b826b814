/** Starts the desktop app and tells whether it really came up. */
import { spawn } from 'node:child_process';
import { ROOT } from './paths.ts';

const READY_MS = 10_000;
/** Main prints this line when its first window is usable. */
const READY_LINE = 'waymark ready';

/** 'ended' with the exit code after a run, or 'failed' with a sentence when it never became ready. */
export function runDesktop(binary: string, args: readonly string[], dataDir: string): Promise<{ readonly outcome: 'ended'; readonly code: number } | { readonly outcome: 'failed'; readonly why: string }> {
  return new Promise((resolve) => {
    const child = spawn(binary, [ROOT, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, WAYMARK_DATA: dataDir } });
    const started = Date.now();
    let ready = false;
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes(READY_LINE)) ready = true;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString('utf8')).slice(-4000);
    });
    child.on('error', () => resolve({ outcome: 'failed', why: 'Electron could not be run on this machine.' }));
    child.on('exit', (code) => {
      if (ready || (code === 0 && Date.now() - started > READY_MS)) return resolve({ outcome: 'ended', code: code ?? 0 });
      resolve({ outcome: 'failed', why: whyElectronFailed(complaint) });
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  });
}

/** One sentence for what Electron said before it ended. */
export function whyElectronFailed(complaint: string): string {
  if (/SUID sandbox|namespace|apparmor|--no-sandbox/i.test(complaint)) return 'This system does not let Electron use its sandbox (AppArmor, a container, or the root account).';
  if (/display|x11|wayland|ozone/i.test(complaint)) return 'Electron found no display.';
  if (/error while loading shared libraries/i.test(complaint)) return 'A system library that Electron needs is missing.';
  return 'Electron ended before its window was ready.';
}
