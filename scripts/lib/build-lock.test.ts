import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withBuildLock } from './build-lock.ts';

describe('the lock of the build', () => {
  let folder = '';
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'waymark lock ñ ')); });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one in at a time, and the next after a failure too', async () => {
    const path = join(folder, 'deep', 'lock');
    let inside = 0;
    let most = 0;
    const work = async (fails: boolean): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
      if (fails) throw new Error('no build');
    };
    const results = await Promise.allSettled([false, true, false].map((fails) => withBuildLock(path, () => work(fails))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(most).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  it('does not wait for a process that has gone', async () => {
    const path = join(folder, 'left');
    writeFileSync(path, '999999999');
    expect(await withBuildLock(path, () => Promise.resolve('built'))).toBe('built');
  });
});
