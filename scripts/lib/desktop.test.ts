import { describe, expect, it } from 'vitest';
import { desktopEnv, runDesktop } from './desktop.ts';

/** A program in Electron's place: Node with a line to run. */
const run = (code: string) => runDesktop(process.execPath, ['-e', code], '/no/data/folder');

describe('starting the desktop app', () => {
  it('ends with its code once it was ready', async () => {
    expect(await run("console.log('waymark ready'); process.exitCode = 3;")).toEqual({ outcome: 'ended', code: 3 });
  });

  it('ends well when another one is open already', async () => {
    expect(await run("console.log('waymark is open already');")).toEqual({ outcome: 'ended', code: 0 });
  });

  it('fails with the reason when it ends before it was ready', async () => {
    expect(await run("console.error('Missing X server or $DISPLAY'); process.exit(1);")).toEqual({ outcome: 'failed', why: 'Electron found no display.' });
    expect(await run('')).toMatchObject({ outcome: 'failed' });
    expect(await runDesktop('/no/such/electron', [], '/no/data/folder')).toMatchObject({ outcome: 'failed' });
  });

  it('is told its data folder, and is not a Node', async () => {
    expect(desktopEnv({ ELECTRON_RUN_AS_NODE: '1', PATH: '/bin' }, { WAYMARK_DATA: '/d' })).toEqual({ PATH: '/bin', WAYMARK_DATA: '/d' });
    expect(await run("if (process.env.WAYMARK_DATA === '/no/data/folder' && !('ELECTRON_RUN_AS_NODE' in process.env)) console.log('waymark ready');")).toEqual({ outcome: 'ended', code: 0 });
  });
});
