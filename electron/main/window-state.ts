/** Where the window was: one small file of its own. It may be lost or wrong at any time without harm. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { screen } from 'electron';
import type { BrowserWindow } from 'electron';
import { writeFileAtomically } from '../../db/files/atomic-write.ts';
import { windowDir } from './paths.ts';
import { FIRST_SIZE, fitState, parseState } from './window-place.ts';
import type { WindowState } from './window-place.ts';

/** A person who drags a window moves it many times a second. */
const SETTLE_MS = 500;

const fileOf = (dataDir: string): string => join(windowDir(dataDir), 'state.json');

/** The state to open with. A file that is missing or wrong means the first start. */
export async function readWindowState(dataDir: string): Promise<WindowState> {
  const first: WindowState = { place: null, ...FIRST_SIZE, maximized: false };
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => '');
  return fitState(parseState(text) ?? first, screen.getAllDisplays().map((display) => display.workArea));
}

/** Writes the state down whenever the window has come to rest, and when it closes. */
export function keepWindowState(window: BrowserWindow, dataDir: string): { settled(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    const text = `${JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() })}\n`;
    // Only where the window was: a failure to write it down is nobody's loss.
    writing = writing.then(() => writeFileAtomically(fileOf(dataDir), async (file) => { await file.writeFile(text); })).catch(() => undefined);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, SETTLE_MS);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', write);
  return { settled: () => writing };
}
