/** Where the window was: one small file of its own. It may be lost or wrong at any time without harm. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { screen } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';
import { writeFileAtomically } from '../../db/files/atomic-write.ts';
import { windowDir } from './paths.ts';

export const MIN_SIZE = { width: 720, height: 520 } as const;
const FIRST_SIZE = { width: 1366, height: 768 } as const;
/** A person who drags a window moves it many times a second. */
const SETTLE_MS = 500;

export interface WindowState {
  /** Null on the first start and when its screen is gone: the system places the window. */
  readonly place: { readonly x: number; readonly y: number } | null;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000;

/** The state that a file's text means; null when it means none. */
export function parseState(text: string): WindowState | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height, maximized } = value as Readonly<Record<string, unknown>>;
  if (!isWhole(width) || !isWhole(height) || width < MIN_SIZE.width || height < MIN_SIZE.height) return null;
  return { place: isWhole(x) && isWhole(y) ? { x, y } : null, width, height, maximized: maximized === true };
}

/** Fits a state to the screens that are there now: a title bar must be within reach. */
export function fitState(state: WindowState, workAreas: readonly Rectangle[]): WindowState {
  const { place } = state;
  const home = workAreas.find((area) => place !== null && place.x + 100 >= area.x && place.x <= area.x + area.width - 100 && place.y >= area.y && place.y <= area.y + area.height - 50);
  const area = home ?? workAreas[0];
  return {
    place: home ? place : null,
    width: Math.max(MIN_SIZE.width, Math.min(state.width, area?.width ?? state.width)),
    height: Math.max(MIN_SIZE.height, Math.min(state.height, area?.height ?? state.height)),
    maximized: state.maximized,
  };
}

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
