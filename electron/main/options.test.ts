import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('what main was started with', () => {
  it('is a flag before the environment, and the environment before the local profile', () => {
    expect(readOptions(['--data', 'a b'], { WAYMARK_DATA: '/c' }, 'linux').dataDir).toBe(resolve('a b'));
    expect(readOptions(['--data=a'], {}, 'linux').dataDir).toBe(resolve('a'));
    expect(readOptions([], { WAYMARK_DATA: '/c' }, 'linux').dataDir).toBe(resolve('/c'));
    expect(readOptions([], { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local', APPDATA: 'C:\\Users\\a\\AppData\\Roaming' }, 'win32').dataDir).toMatch(/Local.Waymark$/);
    expect(readOptions(['--data'], { XDG_DATA_HOME: '/d' }, 'linux').dataDir).toBe(resolve('/d/waymark'));
  });

  it('may be a self-test', () => {
    expect(readOptions([], {}, 'linux').selfTest).toBeNull();
    expect(readOptions(['--self-test', 'out.json'], {}, 'linux').selfTest).toBe(resolve('out.json'));
    expect(readOptions([], { WAYMARK_SELF_TEST: 'out.json' }, 'linux').selfTest).toBe(resolve('out.json'));
  });

  it('comes with switches of Chromium and files of the system, which are left alone', () => {
    expect(readOptions(['--enable-features=x', '-psn_0_1', 'file.pdf', '--data', '/d', '--ozone-platform=x11'], {}, 'linux')).toEqual({ dataDir: resolve('/d'), selfTest: null });
  });
});
