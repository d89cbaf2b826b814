/** The installers' configuration: valid, and the package it makes holds what the app needs and nothing else. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { listPackage } from '@electron/asar';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PREBUILDS = join(ROOT, 'node_modules', 'better-sqlite3', 'prebuilds');
const readConfig = () => getConfig(ROOT, null, null);

describe('the installers’ configuration', () => {
  it('is valid for electron-builder', async () => {
    await expect(validateConfiguration(await readConfig(), new DebugLogger(false))).resolves.toBeUndefined();
  });

  it('would not be with a word that electron-builder does not know', async () => {
    const config = await readConfig();
    await expect(validateConfiguration({ ...config, nsis: { ...config.nsis, perUser: true } } as never, new DebugLogger(false))).rejects.toThrow(/configuration\.nsis/);
  });

  it('installs for one person without an administrator, and leaves student data where it is', async () => {
    expect((await readConfig()).nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false });
  });

  it('names the prebuilt driver of each system and processor it packs for', async () => {
    const config = await readConfig();
    for (const [system, key] of [['win32', 'win'], ['darwin', 'mac'], ['linux', 'linux']] as const) {
      const { files, target } = config[key] ?? {};
      const patterns = (files as { filter: string[] }[]).flatMap(({ filter }) => filter);
      expect(patterns).toEqual([`node_modules/better-sqlite3/prebuilds/${system}-\${arch}.node`]);
      const archs = (target as { arch: string[] }[]).flatMap(({ arch }) => arch);
      for (const arch of archs) expect(readdirSync(PREBUILDS), `${system} ${arch}`).toContain(`${system}-${arch}.node`);
    }
  });

  it('fetches nothing to compile and publishes nothing', async () => {
    expect(await readConfig()).toMatchObject({ npmRebuild: false, publish: null });
  });
});

/** An Electron that is only a frame: files of the names that the packager looks for, and a wire of fuses in the program. */
async function makeElectron(folder: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  // The sentinel, version 1, nine fuses as they come: some on, some off.
  await writeFile(join(folder, 'electron'), `program dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100110 end`, 'latin1');
  await chmod(join(folder, 'electron'), 0o755);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/en-US.pak', 'locales/es.pak', 'locales/de.pak']) await writeFile(join(folder, file), '');
}

describe.skipIf(process.platform !== 'linux' || !existsSync(join(ROOT, 'dist', 'resources', 'starter.sqlite')))('the package for Linux (skipped elsewhere, or without a build)', () => {
  let folder = '';
  let out = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark pack ñ '));
    await makeElectron(join(folder, 'electron'));
    await new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, [
        join(ROOT, 'node_modules', 'electron-builder', 'cli.js'), '--dir', '--linux', '--x64', `-c.electronDist=${join(folder, 'electron')}`, `-c.directories.output=${join(folder, 'out')}`,
      ], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      child.stderr.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(text))));
    });
    out = join(folder, 'out', 'linux-unpacked');
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('holds the built app and one native driver, outside the archive', async () => {
    const files = listPackage(join(out, 'resources', 'app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/'));
    for (const file of ['/package.json', '/dist/main/main.js', '/dist/preload/preload.cjs', '/dist/service/worker.js', '/dist/service/self-test.js', '/dist/renderer/index.html', '/dist/renderer/print.html', '/dist/icons/png/256x256.png']) {
      expect(files).toContain(file);
    }
    expect(files.filter((file) => file.endsWith('.node'))).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    expect(readdirSync(join(out, 'resources', 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds'))).toEqual(['linux-x64.node']);
    expect([...new Set(files.filter((file) => file.startsWith('/node_modules/')).map((file) => file.split('/')[2]))]).toEqual(['better-sqlite3']);
    expect(files.filter((file) => /\/(deps|src|build|test|docs)(\/|$)|\.(ts|md|map|csv)$/.test(file) && !file.startsWith('/dist/'))).toEqual([]);
    expect(files.filter((file) => file.startsWith('/dist/loopback') || file.startsWith('/dist/resources'))).toEqual([]);
  });

  it('carries the starter ready-built beside it, and the licenses', () => {
    expect(readdirSync(join(out, 'resources')).sort()).toEqual(['LICENSE.txt', 'THIRD-PARTY-NOTICES.md', 'app.asar', 'app.asar.unpacked', 'starter.pack', 'starter.sqlite', 'starter.sqlite.json']);
  });

  it('speaks English and Spanish only', () => {
    expect(readdirSync(join(out, 'locales')).sort()).toEqual(['en-US.pak', 'es.pak']);
  });

  it('has its fuses set: no Node, no debugger, only its own archive', async () => {
    const wire = await getCurrentFuseWire(join(out, 'waymark'));
    const on = (fuse: FuseV1Options): boolean => String.fromCharCode(Number(wire[fuse])) === '1';
    expect([FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments, FuseV1Options.GrantFileProtocolExtraPrivileges, FuseV1Options.EnableCookieEncryption].filter(on)).toEqual([]);
    expect([FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar].filter(on)).toHaveLength(2);
  });

});
