/** A machine that sleeps or locks is left alone: the vault locks with it. */
import { powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';

/** Calls `lock` when the machine sleeps, its screen locks, or Windows ends the person's session. */
export function lockWithMachine(window: BrowserWindow, lock: () => void): void {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  window.on('session-end', lock);
}
