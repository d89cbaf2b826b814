import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledNode, isGoodNode } from './run.mjs';
import { countReport } from './lib/checks.ts';
import { defaultDataDir } from '../electron/host/data-folder.ts';
import { ROOT } from './lib/paths.ts';
import { parseStart } from './lib/start-options.ts';
import { whyElectronFailed } from './lib/desktop.ts';

describe('the launcher', () => {
  it.each([['20.20.2', false], ['22.22.1', false], ['22.22.2', true], ['22.23.0', true], ['23.11.0', false], ['24.14.9', false], ['24.15.0', true], ['25.9.0', false], ['26.0.0', true], ['27.1.0', true]])('takes Node %s: %s', (version, good) => {
    expect(isGoodNode(version)).toBe(good);
  });

  it('finds the Node of each package that the checkout names', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { optionalDependencies: Record<string, string> };
    const systems: readonly [NodeJS.Platform, string][] = [['darwin', 'x64'], ['linux', 'arm64'], ['linux', 'x64'], ['win32', 'x64']];
    expect(systems.map(([platform, arch]) => bundledNode(platform, arch)[1])).toEqual(Object.keys(optionalDependencies));
    expect(Object.values(optionalDependencies).every(isGoodNode)).toBe(true);
    expect(bundledNode('win32', 'x64').at(-1)).toBe('node.exe');
  });
});

describe('flags of start', () => {
  it('have environment twins, and flags win', () => {
    const env = { WAYMARK_NO_OPEN: '1', WAYMARK_PORT: '4000', WAYMARK_DATA: '/from/env' };
    expect(parseStart([], env, 'linux')).toEqual({ open: false, port: 4000, dataDir: expect.stringContaining('from'), host: 'loopback' });
    expect(parseStart(['--port', '0', '--data', 'Way mark ñ'], env, 'linux')).toMatchObject({ port: 0, dataDir: expect.stringMatching(/Way mark ñ$/) });
    expect(parseStart([], {}, 'linux')).toMatchObject({ open: true, host: 'desktop' });
    expect(parseStart([], { WAYMARK_HOST: 'loopback' }, 'linux')).toMatchObject({ open: true, host: 'loopback' });
  });
  it('answer a wrong use with one sentence', () => {
    for (const args of [['--prot', '1'], ['--port', 'x'], ['--port', '70000'], ['extra']]) {
      const result = parseStart(args, {}, 'linux');
      expect('problem' in result && result.problem.match(/\.\)?/g)?.length).toBeGreaterThan(0);
    }
  });
  it('keep data in the local profile', () => {
    expect(defaultDataDir({ LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, 'win32')).toContain('Local');
    expect(defaultDataDir({ XDG_DATA_HOME: '/d' }, 'linux')).toMatch(/waymark$/);
  });
});

describe('the last line of a test run', () => {
  it('counts what ran, and a file that could not be read as failed', () => {
    const report = { testResults: [
      { name: 'a', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'x' }, { status: 'pending', fullName: 'y' }] },
      { name: 'b', status: 'failed', assertionResults: [] },
      { name: 'c', status: 'failed', assertionResults: [{ status: 'failed', fullName: 'z' }] },
    ] };
    expect(countReport(report)).toEqual({ passed: 1, failed: 2, skipped: 1 });
  });
});

describe('why Electron did not start', () => {
  it('is one sentence', () => {
    expect(whyElectronFailed('The SUID sandbox helper binary was found, but is not configured correctly')).toContain('sandbox');
    expect(whyElectronFailed('Missing X server or $DISPLAY')).toContain('display');
    expect(whyElectronFailed('')).toContain('ended before');
  });
});
