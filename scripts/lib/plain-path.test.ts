import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPlainPath } from './plain-path.ts';

describe('a plain path', () => {
  let folder = '';
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'waymark-plain-')); });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the folder’s own where nothing is in the way', async () => {
    expect(await withPlainPath(folder, (path) => Promise.resolve(path))).toBe(folder);
  });

  it('leads to the same files, and is gone afterwards, also after a failure', async () => {
    const awkward = join(folder, 'Way mark ñ #1 100%');
    mkdirSync(awkward);
    writeFileSync(join(awkward, 'a.txt'), 'here');
    let seen = '';
    await expect(withPlainPath(awkward, async (path) => {
      seen = path;
      expect(path).not.toMatch(/[#?%]/);
      expect(readFileSync(join(path, 'a.txt'), 'utf8')).toBe('here');
      throw new Error('no build');
    })).rejects.toThrow('no build');
    expect(existsSync(dirname(seen))).toBe(false);
    expect(readFileSync(join(awkward, 'a.txt'), 'utf8')).toBe('here');
  });
});
