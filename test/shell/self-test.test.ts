/** The self-test of the real main process, on the stand-in. */
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startShell } from './driver.ts';
import { WHY, cannotRun } from './testing.ts';

interface Report { readonly host: string; readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[] }

describe.skipIf(cannotRun)(`the self-test ${WHY}`, () => {
  let folder = '';
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark self ñ ')); });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  /** Runs it with a data folder that must stay as it is. */
  const run = async (file: string, env: Record<string, string>): Promise<{ readonly code: number; readonly report: Report; readonly said: string }> => {
    const shell = startShell({ dataDir: join(folder, 'data'), args: ['--self-test', join(folder, file)], env });
    const code = await shell.exited;
    return { code, said: shell.output(), report: JSON.parse(await readFile(join(folder, file), 'utf8')) as Report };
  };

  it('finds all well, leaves the person’s data alone, and leaves nothing behind', async () => {
    const temporary = join(folder, 'temporary');
    await mkdir(temporary);
    const { code, report, said } = await run('report.json', { TMPDIR: temporary, TEMP: temporary, TMP: temporary });
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(report.host).toBe('stand-in');
    expect(report.checks.map(({ name }) => name)).toEqual([
      'ready order', 'preload bridge', 'denials', 'service worker', 'fonts', 'two-page PDF from a window that is never shown', 'clipboard', 'key store of the system', 'paths',
      'no request left the machine', 'no electron in the worker', 'native SQLite driver', 'FTS5', 'zstd round trip', 'scrypt', 'Ed25519 verification', 'ECDSA P-256 verification',
      'RSA-PSS verification', 'a vault opened twice', 'starter pack', 'starter database',
    ]);
    expect((await readdir(folder)).sort()).toEqual(['report.json', 'temporary']);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('ends with 1 and names what is not well', async () => {
    const { code, report } = await run('broken.json', { WAYMARK_SHELL_BREAK: 'clipboard' });
    expect(code).toBe(1);
    expect(report.checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['clipboard']);
  });
});
