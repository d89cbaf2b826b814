import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAutoLock } from './auto-lock.ts';

/** The two clocks, moved by hand; looks happen when both move on. */
const clocks = { wall: 1_000_000, steady: 0 };
let locks = 0;
let minutes = 15;
const pass = (seconds: number, { asleep = false } = {}): void => {
  for (let second = 0; second < seconds; second += 1) {
    clocks.wall += 1000;
    if (asleep) continue;
    clocks.steady += 1000;
    vi.advanceTimersByTime(1000);
  }
};
const start = () => startAutoLock(() => minutes, () => { locks += 1; }, { wallMs: () => clocks.wall, steadyMs: () => clocks.steady });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  [locks, minutes] = [0, 15];
});
afterEach(() => { vi.useRealTimers(); });

describe('the auto-lock', () => {
  it('locks once when nobody has done anything for the minutes of the settings', () => {
    start().touch();
    pass(15 * 60 - 1);
    expect(locks).toBe(0);
    pass(6);
    expect(locks).toBe(1);
    pass(3600);
    expect(locks).toBe(1);
  });

  it('starts the time again at every touch, also after it has locked', () => {
    const { touch } = start();
    touch();
    for (let minute = 0; minute < 60; minute += 1) {
      pass(60);
      touch();
    }
    expect(locks).toBe(0);
    pass(15 * 60 + 5);
    expect(locks).toBe(1);
    touch();
    pass(15 * 60 + 5);
    expect(locks).toBe(2);
  });

  it('reads the minutes anew', () => {
    start().touch();
    pass(120);
    minutes = 1;
    pass(5);
    expect(locks).toBe(1);
  });

  it('locks soon after a computer has slept, though timers stood still', () => {
    start().touch();
    pass(3600, { asleep: true });
    expect(locks).toBe(0);
    pass(5);
    expect(locks).toBe(1);
  });

  it('is not held open by a clock that is set back', () => {
    start().touch();
    clocks.wall -= 10 * 3_600_000;
    pass(15 * 60 + 5);
    expect(locks).toBe(1);
  });

  it('does nothing before the first touch and after stop', () => {
    const { touch, stop } = start();
    pass(3600);
    touch();
    stop();
    pass(3600);
    expect(locks).toBe(0);
  });
});
