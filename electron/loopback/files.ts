/** Files on their way to the person's browser, each behind an opaque handle that serves once. */
import { newSecret } from './guard.ts';

const HANDLE = /^[A-Za-z0-9_-]{43}$/;
const KEEP_MS = 10 * 60_000;
const MAX_WAITING = 20;

/** What the browser is told of a file; it saves both and opens neither. */
export type FileType = 'application/pdf' | 'application/json';

interface Waiting {
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly type: FileType;
  readonly until: number;
}

export interface Files {
  reserve(name: string): string;
  /** False when there is no such handle. */
  fill(handle: string, bytes: Uint8Array, type: FileType): boolean;
  has(handle: string): boolean;
  /** Takes a filled file out; null when there is none. */
  take(handle: string): { readonly name: string; readonly bytes: Uint8Array; readonly type: FileType } | null;
  clear(): void;
}

/** Keeps files in memory only; a file nobody fetches is forgotten after ten minutes. */
export function createFiles(now: () => number = Date.now): Files {
  const waiting = new Map<string, Waiting>();
  const sweep = (): void => {
    for (const [handle, each] of waiting) if (each.until < now()) waiting.delete(handle);
    while (waiting.size >= MAX_WAITING) {
      const oldest = waiting.keys().next().value;
      if (oldest === undefined) return;
      waiting.delete(oldest);
    }
  };
  return {
    reserve: (name) => {
      sweep();
      const handle = newSecret();
      waiting.set(handle, { name, bytes: null, type: 'application/pdf', until: now() + KEEP_MS });
      return handle;
    },
    has: (handle) => HANDLE.test(handle) && waiting.has(handle),
    fill: (handle, bytes, type) => {
      const found = HANDLE.test(handle) ? waiting.get(handle) : undefined;
      if (!found) return false;
      waiting.set(handle, { ...found, bytes, type });
      return true;
    },
    take: (handle) => {
      const found = HANDLE.test(handle) ? waiting.get(handle) : undefined;
      if (!found?.bytes) return null;
      waiting.delete(handle);
      return { name: found.name, bytes: found.bytes, type: found.type };
    },
    clear: () => waiting.clear(),
  };
}
