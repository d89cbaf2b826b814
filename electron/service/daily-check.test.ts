import { describe, expect, it } from 'vitest';
import type { UpdateState } from '../../shared/contract/updates.ts';
import { isDue, lookQuietly } from './daily-check.ts';

const NOW = '2026-12-10T09:00:00.000Z';
const READY: UpdateState = {
  mode: 'daily', askAboveMb: 20, address: 'https://updates.example.org/', addressBy: 'placed', publisher: { fingerprint: 'ab', expires: '2027-12-01T00:00:00Z', threshold: 2, keys: 3 },
  setupProblem: null, last: null, expiredSince: null, found: null, ready: null, working: null, isPaused: false, bytesPerSecond: null,
};
const lastAt = (at: string): UpdateState['last'] => ({ at, outcome: 'up-to-date', problem: null });

describe('the quiet look', () => {
  it.each<readonly [string, Partial<UpdateState>, boolean]>([
    ['where nobody has looked yet', {}, true],
    ['a day after the last', { last: lastAt('2026-12-09T09:00:00.000Z') }, true],
    ['within a day of the last', { last: lastAt('2026-12-09T09:00:00.001Z') }, false],
    ['after a last look in the future', { last: lastAt('2027-12-09T09:00:00.000Z') }, true],
    ['where the person was not asked', { mode: 'unasked' }, false],
    ['where the person said only when asked', { mode: 'asked' }, false],
    ['where updates are off', { mode: 'off' }, false],
    ['without an address', { address: null }, false],
    ['without a publisher', { publisher: null }, false],
    ['while something is under way', { working: { phase: 'bytes', done: 1, all: 2 } }, false],
    ['while the person has stopped a fetch', { isPaused: true }, false],
  ])('%s', (_name, change, due) => {
    expect(isDue({ ...READY, ...change }, NOW)).toBe(due);
  });

  it.each([[19_999_999, ['check', 'fetch']], [20_000_001, ['check']]] as const)('fetches what is small and leaves %d bytes to the person', async (bytes, expected) => {
    const done: string[] = [];
    const found: UpdateState['found'] = { edition: '2027-01', digest: 'ab'.repeat(32), from: 'address', way: 'pack', bytes };
    const state = (): Promise<UpdateState> => Promise.resolve(READY);
    const did = await lookQuietly({ state, check: () => { done.push('check'); return Promise.resolve({ ...READY, found, last: lastAt(NOW) }); }, fetch: () => { done.push('fetch'); return state(); } }, () => NOW);
    expect([did, done]).toEqual([true, expected]);
  });

  it('that is stopped fetches nothing, not even what was found before', async () => {
    const found: UpdateState['found'] = { edition: '2027-01', digest: 'ab'.repeat(32), from: 'address', way: 'pack', bytes: 1 };
    const fetches: string[] = [];
    const state = (): Promise<UpdateState> => Promise.resolve({ ...READY, found });
    expect(await lookQuietly({ state, check: state, fetch: () => { fetches.push('fetch'); return state(); } }, () => NOW)).toBe(false);
    expect(fetches).toEqual([]);
  });
});
