/**
 * One part of the measuring as a program of its own, so that the memory it takes is its own: started with its order as JSON,
 * watched, ended when it takes too long, and read. The other side is `part.ts`.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Ended<T> {
  /** What the part found, or null when it did not come to its end. */
  readonly value: T | null;
  /** Why not: '' when it did. */
  readonly failure: string;
  readonly seconds: number;
  /** The most memory that it held, in megabytes, as far as the system tells. */
  readonly peakMegabytes: number;
  /** The last that it said of how it goes. */
  readonly progress: string;
}

export interface ChildOptions {
  readonly timeoutSeconds: number;
  /** Most of V8's heap, in megabytes; Node's own measure when left out. */
  readonly heapMegabytes?: number;
}

const WATCH_MS = 500;
/** Lines of its stderr that say why a part ended. */
const LAST_WORDS = 400;

/** Most resident memory of a process until now, in megabytes; 0 where the system has no /proc. */
export function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    // It has just ended, or there is no /proc: the part's own word counts then.
    return 0;
  }
}

const reasonOf = (told: string): string => {
  if (/heap out of memory|Allocation failed|invalid array length|Invalid string length|Cannot create a string longer/i.test(told)) {
    return /Invalid string length|Cannot create a string longer/.test(told) ? 'a text longer than the longest that JavaScript has' : 'out of memory';
  }
  return /^(?:\w*Error|Uncaught).*$/m.exec(told)?.[0] ?? told.trim().slice(-LAST_WORDS);
};

/** Runs a part (a file of this folder) with an order. Never rejects: how it ended is in the answer. */
export function runPart<T>(part: string, order: object, { timeoutSeconds, heapMegabytes }: ChildOptions): Promise<Ended<T>> {
  const heap = heapMegabytes === undefined ? [] : [`--max-old-space-size=${heapMegabytes}`];
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...heap, fileURLToPath(new URL(part, import.meta.url)), JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [said, told, peak, isLate, progress] = ['', '', 0, false, ''];
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, WATCH_MS);
    const limit = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, timeoutSeconds * 1000);
    child.stdout.on('data', (piece: Buffer) => { said += piece.toString('utf8'); });
    child.stderr.on('data', (piece: Buffer) => {
      told = (told + piece.toString('utf8')).slice(-20_000);
      for (const line of piece.toString('utf8').split('\n')) {
        if (!line.startsWith('… ')) continue;
        progress = line.slice('… '.length);
        process.stderr.write(`    ${line}\n`);
      }
    });
    const end = (failure: string): void => {
      clearInterval(watch);
      clearTimeout(limit);
      const answer = failure === '' ? (JSON.parse(said) as { readonly value: T; readonly peakMegabytes: number }) : null;
      resolve({ value: answer?.value ?? null, failure, seconds: (performance.now() - began) / 1000, peakMegabytes: Math.max(peak, answer?.peakMegabytes ?? 0), progress });
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code, signal) => end(isLate ? `not done in ${timeoutSeconds} s` : code === 0 ? (said === '' ? 'ended without an answer' : '') : signal === 'SIGKILL' ? 'ended by the system (memory)' : reasonOf(told)));
  });
}
