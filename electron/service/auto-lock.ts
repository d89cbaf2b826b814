/** Locks the vault when nobody has done anything for a while. */
export interface AutoLock {
  /** Somebody is at work: the time starts again. */
  touch(): void;
  stop(): void;
}

/** How often the time is looked at: how late a lock may come after a computer wakes up. */
const LOOK_MS = 5_000;

/** Both clocks: the first goes on while a computer sleeps, the second cannot be set back. */
export interface Clocks {
  wallMs(): number;
  steadyMs(): number;
}
const REAL: Clocks = { wallMs: () => Date.now(), steadyMs: () => performance.now() };

/**
 * Calls `lock` once `minutes()` have passed since the last touch by either clock; the minutes are read anew each time.
 * A timer alone would stand still while a laptop is closed, and leave the vault open for who opens it.
 */
export function startAutoLock(minutes: () => number, lock: () => void, clocks: Clocks = REAL): AutoLock {
  let timer: NodeJS.Timeout | undefined;
  let touched = { wall: 0, steady: 0 };
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const look = (): void => {
    const idleMs = Math.max(clocks.wallMs() - touched.wall, clocks.steadyMs() - touched.steady);
    if (idleMs < minutes() * 60_000) return;
    stop();
    lock();
  };
  return {
    touch: () => {
      touched = { wall: clocks.wallMs(), steady: clocks.steadyMs() };
      if (timer) return;
      timer = setInterval(look, LOOK_MS);
      timer.unref();
    },
    stop,
  };
}
