/** A program run once and watched: its time, the most memory it had, and an end for it where it goes on too long. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface Measured {
  readonly ms: number;
  /** Bytes; null where the system does not say and the program does not either. */
  readonly peak: number | null;
  /** Its last line. */
  readonly told: string;
}
export interface Limits {
  readonly ms: number;
  readonly bytes: number;
}
/** What a step of Waymark may take, and what a tool that it is compared with may. */
export const OURS: Limits = { ms: 60 * 60_000, bytes: 1.5 * 1024 ** 3 };
export const TOOLS: Limits = { ms: 3 * 60 * 60_000, bytes: 16 * 1024 ** 3 };

const POLL_MS = 20;
const STEP = fileURLToPath(new URL('./step.ts', import.meta.url));

/** The most memory that a process has had so far, where the system tells. */
export async function peakOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(status);
  return found ? Number(found[1]) * 1024 : null;
}

/** Runs a program to its end. Throws where it fails, is missing, or goes beyond its limits. */
export function measured(program: string, args: readonly string[], limits: Limits): Promise<Measured> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [told, wrong, peak, stopped]: [string, string, number | null, string | null] = ['', '', null, null];
  child.stdout.on('data', (piece: Buffer) => { told += piece.toString('utf8'); });
  child.stderr.on('data', (piece: Buffer) => { wrong = (wrong + piece.toString('utf8')).slice(-2_000); });
  const stop = (why: string): void => { stopped = `${program} ${args.join(' ')}: ${why}`; child.kill('SIGKILL'); };
  const watch = setInterval(() => {
    void peakOf(child.pid ?? 0).then((now) => {
      peak = now === null ? peak : Math.max(peak ?? 0, now);
      if (peak !== null && peak > limits.bytes) stop(`more than ${Math.round(limits.bytes / 2 ** 20)} MB`);
    });
  }, POLL_MS);
  const timer = setTimeout(() => { stop(`more than ${limits.ms / 1000} s`); }, limits.ms);
  return new Promise((resolve, reject) => {
    const end = (error: Error | null): void => {
      clearInterval(watch);
      clearTimeout(timer);
      if (error) reject(error);
      else resolve({ ms: performance.now() - start, peak, told: told.trim().split('\n').at(-1) ?? '' });
    };
    child.on('error', end);
    child.on('close', (code) => { end(stopped !== null ? new Error(stopped) : code === 0 ? null : new Error(`${program} ${args.join(' ')}: ${code ?? 'killed'}\n${wrong}`)); });
  });
}

/** A step of `step.ts` in a process of its own. */
export async function step(...args: readonly string[]): Promise<Measured> {
  const done = await measured(process.execPath, ['--disable-warning=ExperimentalWarning', STEP, ...args], OURS);
  const { peak } = JSON.parse(done.told) as { readonly peak: number };
  return { ...done, peak: Math.max(peak, done.peak ?? 0) };
}

/** Whether a tool is on this machine. */
export async function isThere(tool: string, ...version: readonly string[]): Promise<boolean> {
  try {
    await measured(tool, version, TOOLS);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
