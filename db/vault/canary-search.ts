/** For tests of privacy: which files hold a text, in any form in which a program may have left it. */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { nodeErrorCode } from '../files/atomic-write.ts';

const CHUNK = 1 << 20;
/** Chunks overlap by more than the longest form of a text. */
const OVERLAP = 4096;
/** Other programs' files: gone while we look, or not ours to read. */
const OTHERS: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EBUSY', 'ELOOP']);

/** What of a text is the same in base 64 whatever stands after it, with 0, 1 or 2 bytes before it in its group of three. */
function base64Forms(utf8: Buffer): Buffer[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), utf8]);
    return Buffer.from(whole.toString('base64').slice(before === 0 ? 0 : before + 1, Math.floor(whole.length / 3) * 4));
  });
}

/** A text as UTF-8, UTF-16, hexadecimal and base 64 would hold it. */
export function formsOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text);
  return [utf8, Buffer.from(text, 'utf16le'), Buffer.from(utf8.toString('hex')), ...base64Forms(utf8)];
}

function holds(path: string, needles: readonly Buffer[]): boolean {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK + OVERLAP);
    for (let at = 0; ; at += CHUNK) {
      const read = readSync(file, buffer, 0, buffer.length, at);
      if (read === 0) return false;
      if (needles.some((needle) => buffer.subarray(0, read).includes(needle))) return true;
    }
  } finally {
    closeSync(file);
  }
}

/** Undefined for what other programs took away or do not let us see. */
function unlessOthers<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (OTHERS.has(nodeErrorCode(error) ?? '')) return undefined;
    throw error;
  }
}

function* filesBelow(dir: string): Generator<string> {
  for (const entry of unlessOthers(() => readdirSync(dir, { withFileTypes: true })) ?? ([] as Dirent[])) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** Files below `dir` that changed since `sinceMs` and hold the text; and how many were looked at. */
export function findText(dir: string, text: string, sinceMs: number): { readonly looked: number; readonly found: string[] } {
  const needles = formsOf(text);
  const found: string[] = [];
  let looked = 0;
  for (const path of filesBelow(dir)) {
    const held = unlessOthers(() => {
      if (statSync(path).mtimeMs < sinceMs) return false;
      looked += 1;
      return holds(path, needles);
    });
    if (held === true) found.push(path);
  }
  return { looked, found };
}
