/** The quiet look for updates: once a day at most, where a person has allowed it. It fetches what is small and never puts anything in use. */
import type { ServiceEvent } from '../../shared/contract/events.ts';
import type { UpdateState } from '../../shared/contract/updates.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { Updates } from './updates.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A start is no time for anything else. */
const FIRST_MS = 60_000;
const MB = 1_000_000;

/** True when a look is due. A last look in the future is that of a clock that was wrong. */
export function isDue({ mode, address, publisher, working, isPaused, last }: UpdateState, now: string): boolean {
  if (mode !== 'daily' || address === null || publisher === null || working !== null || isPaused) return false;
  const since = last === null ? Infinity : Date.parse(now) - Date.parse(last.at);
  return since >= DAY_MS || since < 0;
}

/** One look, if it is due; gives whether anything was done. */
export async function lookQuietly(updates: Pick<Updates, 'state' | 'check' | 'fetch'>, now: () => string): Promise<boolean> {
  const before = await updates.state();
  if (!isDue(before, now())) return false;
  const { found, askAboveMb, last } = await updates.check(null);
  // Somebody stopped it: what an earlier look found is not fetched against their will.
  if (last?.at === before.last?.at) return false;
  if (found !== null && found.bytes <= askAboveMb * MB) await updates.fetch();
  return true;
}

/** Looks a minute after the start and then every hour whether a look is due; returns the way to stop, which waits until a look that runs has ended. */
export function startDailyCheck(updates: Updates, now: () => string, emit: (event: ServiceEvent) => void): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const tick = (): void => {
    running = lookQuietly(updates, now).then(
      (did) => { if (did) emit({ type: 'changed', kinds: ['updates'] }); },
      // The person is at it just now, or the disk is full: the next hour will tell.
      (error: unknown) => { if (!(error instanceof CodedError)) throw error; },
    );
  };
  const first = setTimeout(tick, FIRST_MS).unref();
  const hourly = setInterval(tick, HOUR_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(hourly);
    return running.catch(() => undefined);
  };
}
