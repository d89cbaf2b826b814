/** Locks the vault when nobody has done anything for a while. */
export interface AutoLock {
  /** Somebody is at work: the time starts again. */
  touch(): void;
  stop(): void;
}

/** Calls `lock` once `minutes()` have passed since the last touch; the minutes are read anew each time. */
export function startAutoLock(minutes: () => number, lock: () => void): AutoLock {
  let timer: NodeJS.Timeout | undefined;
  const touch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(lock, minutes() * 60_000);
    timer.unref();
  };
  return { touch, stop: () => clearTimeout(timer) };
}
