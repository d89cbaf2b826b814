/** Where a window may stand: read from text that may be anything, fitted to the screens that are there. */
import type { Rectangle } from 'electron';

export const MIN_SIZE = { width: 720, height: 520 } as const;
export const FIRST_SIZE = { width: 1366, height: 768 } as const;

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
