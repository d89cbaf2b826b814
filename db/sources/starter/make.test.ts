import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HAS_DATA, REPOSITORY, STARTER } from './test-starter.ts';

const MAKE = join(REPOSITORY, 'db', 'sources', 'starter', 'make.ts');

describe('make.ts', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'starter ñ #1-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (...args: string[]) => spawnSync(process.execPath, [MAKE, ...args], { encoding: 'utf8' });

  it('says in one sentence that the data folder is missing, and writes nothing', () => {
    const result = run('--data', join(folder, 'nothing'), '--out', join(folder, 'out'));
    expect(result.status).toBe(1);
    // Older releases of Node warn about type stripping first, so the sentence is looked for by line.
    const said = result.stderr.split('\n').filter((line) => line.startsWith('The data folder'));
    expect(said).toEqual([`The data folder ${join(folder, 'nothing')} has no folder "labor"; name the right one with --data DIR.`]);
    expect(result.stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(!HAS_DATA)('writes the committed files and removes a wage file that is no longer made', () => {
    mkdirSync(join(folder, 'wage'));
    writeFileSync(join(folder, 'wage', '99.csv'), 'old\n');
    const result = run('--out', folder);
    expect(result.status, result.stderr).toBe(0);
    expect(readdirSync(join(folder, 'wage'))).toEqual(readdirSync(join(STARTER, 'wage')));
    for (const name of ['occupation.csv', 'outlook.csv', join('wage', '39.csv')]) {
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(STARTER, name))), name).toBe(true);
    }
  }, 240_000);
});
