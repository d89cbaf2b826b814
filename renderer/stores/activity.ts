/**
 * Tells the service that somebody is at work, so that the vault stays open, and says so in time
 * before it locks. Which keys and where the mouse is are not told.
 */
import { create } from 'zustand';
import { call } from '../client/client.ts';
import { selectSettings, selectVault, useApp } from './app.ts';
import { noteAutoLock } from './vault.ts';

/** One report in this time is enough: locking is counted in minutes. */
const REPORT_EVERY_MS = 15_000;
/** How long before it locks the page says so. */
const WARN_BEFORE_MS = 60_000;
const EVENTS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** `soon` is true during the last minute before the vault locks. */
export const useActivity = create<{ readonly soon: boolean }>(() => ({ soon: false }));
const { getState: get, setState: set } = useActivity;

let reportedAt = 0;
let warning: number | undefined;
const minutes = (): number => selectSettings(useApp.getState())?.autoLockMinutes ?? 15;
const isOpen = (): boolean => selectVault(useApp.getState()) === 'unlocked';

function expectLock(): void {
  window.clearTimeout(warning);
  if (get().soon) set({ soon: false });
  const wait = minutes() * 60_000 - WARN_BEFORE_MS;
  // With one minute to lock after, the last half of it is told.
  if (isOpen()) warning = window.setTimeout(() => set({ soon: true }), Math.max(wait, WARN_BEFORE_MS / 2));
}

/** Somebody is at work: reported at once when the vault is about to lock, else now and then. */
export function reportActivity(): void {
  if (!isOpen()) return;
  const now = performance.now();
  if (!get().soon && now - reportedAt < REPORT_EVERY_MS) return;
  reportedAt = now;
  expectLock();
  void call('app.reportActivity', {});
}

/** Follows the person until the returned function is called; call once. */
export function watchActivity(): () => void {
  for (const each of EVENTS) window.addEventListener(each, reportActivity, { capture: true, passive: true });
  const stop = useApp.subscribe((now, before) => {
    const [open, wasOpen] = [selectVault(now) === 'unlocked', selectVault(before) === 'unlocked'];
    if (open && !wasOpen) {
      reportedAt = performance.now();
      expectLock();
    } else if (!open && wasOpen) {
      // It was about to lock and nobody asked for it: it locked by itself.
      if (get().soon) noteAutoLock(minutes());
      window.clearTimeout(warning);
      set({ soon: false });
    } else if (open && selectSettings(now)?.autoLockMinutes !== selectSettings(before)?.autoLockMinutes) {
      expectLock();
    }
  });
  return () => {
    for (const each of EVENTS) window.removeEventListener(each, reportActivity, { capture: true });
    window.clearTimeout(warning);
    stop();
  };
}
