/** Finds Electron's binary or has its package fetch it, without ever importing the package. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './paths.ts';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
const FAILED = join(ROOT, 'node_modules', '.cache', 'waymark', 'electron-fetch-failed');
const FIRST_BYTE_MS = 15_000;
const NO_PROGRESS_MS = 120_000;
const REMEMBER_MS = 24 * 3_600_000;

/** The path of the binary that is there, or null. */
export function electronBinary(): string | null {
  const pointer = join(PACKAGE, 'path.txt');
  if (!existsSync(pointer)) return null;
  const path = join(PACKAGE, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(path) ? path : null;
}

/** Lets the package download its binary; null when it cannot. A failure is remembered for a day. */
export async function fetchElectron(say: (text: string) => void): Promise<string | null> {
  const install = join(PACKAGE, 'install.js');
  if (!existsSync(install)) return null;
  if (existsSync(FAILED) && Date.now() - Number(readFileSync(FAILED, 'utf8')) < REMEMBER_MS) return null;
  say('Fetching Electron (over 100 MB, once) …');
  const done = await new Promise<boolean>((resolve) => {
    const child = spawn(process.execPath, [install], { cwd: PACKAGE, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ELECTRON_GET_NO_PROGRESS: '' } });
    let timer = setTimeout(() => child.kill(), FIRST_BYTE_MS);
    const progress = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill(), NO_PROGRESS_MS);
    };
    child.stdout.on('data', progress);
    child.stderr.on('data', progress);
    child.on('error', () => resolve(false));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
  const path = done ? electronBinary() : null;
  if (path === null) {
    mkdirSync(dirname(FAILED), { recursive: true });
    writeFileSync(FAILED, String(Date.now()));
  } else rmSync(FAILED, { force: true });
  return path;
}
