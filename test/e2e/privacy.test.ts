/** The whole story of a student on the loopback host as it is built, and then a search for the student's name in every file. */
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findText } from '../../db/vault/canary-search.ts';
import { findBrowser } from '../../electron/loopback/find-browser.ts';
import type { serve as Serve, Serving } from '../../electron/loopback/main.ts';
import { DIST, RESOURCES } from '../../scripts/lib/paths.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/index.ts';

// Put together here, so that this file does not hold it.
const CANARY = ['Quillon', 'Zephyrade'].join(' ');
const PASSPHRASE = 'quiet river under stones';
const STUDENT: InputOf<'students.create'> = {
  name: CANARY, grade: 11, graduates: '2027-06', birthMonth: '2009-03', lang: 'es', areaId: '39', largePrint: false, studentNumber: CANARY,
  hasDiploma: false, wageCents: null, hoursPerWeek: null, note: `${CANARY} `.repeat(50),
};
const browser = findBrowser();
const built = existsSync(join(DIST, 'loopback', 'main.js')) && existsSync(join(DIST, 'renderer', 'print.html'));
const started = Date.now() - 2000;
/** Where programs put what they do not ask about: set before any of them starts. */
const PLACES = { TMPDIR: 'temp', TEMP: 'temp', TMP: 'temp', HOME: 'home', USERPROFILE: 'home', XDG_CONFIG_HOME: 'home', XDG_CACHE_HOME: 'home', LOCALAPPDATA: 'home', APPDATA: 'home' } as const;
const before = Object.fromEntries(Object.keys(PLACES).map((name) => [name, process.env[name]]));
const commonTemp = tmpdir();

let own: string;
let host: Host;
let plan: OutputOf<'plans.get'>;
const inOwn = (...parts: string[]): string => join(own, ...parts);

/** Files below a folder that hold the name, but for what the person saved: that is theirs. */
const leaks = (folder: string): string[] => findText(folder, CANARY, started).found.filter((path) => path !== inOwn('saved', 'plan.pdf'));

interface Host extends Serving {
  call<N extends MethodName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  download(handle: string): Promise<Uint8Array>;
  /** Listens until the host ends; gives back all it was told. */
  listen(): Promise<{ readonly told: Promise<string> }>;
}
/** Starts the host that was built and opens its session as the page does. */
async function openHost(dataDir: string): Promise<Host> {
  const { serve } = (await import(pathToFileURL(join(DIST, 'loopback', 'main.js')).href)) as { serve: typeof Serve };
  const serving = await serve({ dataDir, port: 0, rendererDir: join(DIST, 'renderer'), resourcesDir: RESOURCES, version: '0.0.0', checkOutputs: true });
  const [origin = '', token] = serving.address.split('/#');
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(`${origin}${path}`, { method: 'POST', headers: { origin, 'content-type': 'application/json', cookie }, body: JSON.stringify(body) });
  const cookie = ((await post('/session', { token })).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    ...serving,
    call: async (name, input) => {
      const reply = (await (await post(`/call/${name}`, input, cookie)).json()) as { ok: boolean; value: never };
      expect(reply, name).toMatchObject({ ok: true });
      return reply.value;
    },
    listen: async () => {
      const response = await fetch(`${origin}/events`, { headers: { cookie } });
      return { told: response.text() };
    },
    download: async (handle) => new Uint8Array(await (await fetch(`${origin}/file/${handle}`, { headers: { cookie } })).arrayBuffer()),
  };
}
async function textOf(pdf: Uint8Array): Promise<string> {
  const loading = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 });
  const file = await loading.promise;
  const pages = await Promise.all(Array.from({ length: file.numPages }, async (_, at) => (await (await file.getPage(at + 1)).getTextContent()).items));
  await loading.destroy();
  return pages.flat().map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/gu, ' ');
}

describe.skipIf(!built)('a student’s name (skipped where nothing is built)', () => {
  beforeAll(async () => {
    own = await mkdtemp(join(commonTemp, 'Way mark ñ #1 100% story '));
    for (const name of ['temp', 'home', 'saved']) await mkdir(inOwn(name));
    for (const [name, place] of Object.entries(PLACES)) process.env[name] = inOwn(place);
    host = await openHost(inOwn('data'));
  });
  afterAll(async () => {
    await host.stop();
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    await rm(own, { recursive: true, force: true });
  });

  it('goes into a vault with a plan', async () => {
    await host.call('vault.create', { passphrase: PASSPHRASE });
    const { id: studentId } = await host.call('students.create', STUDENT);
    const { id } = await host.call('plans.create', { studentId, areaId: '39', lang: 'es', goal: `${CANARY} cura`, credentialIds: ['electrician-apprenticeship', 'electrician-license'] });
    await host.call('plans.edit', { id, edit: { type: 'put-action', action: { id: null, text: `Llamar a ${CANARY}`, who: CANARY, phone: '', dueOn: '2026-12-01', done: false } } });
    plan = await host.call('plans.get', { id });
    expect(plan.snapshot.pays.length).toBeGreaterThan(0);
    expect(JSON.stringify(await host.call('print.getDocument', { request: { kind: 'family-plan', planId: id, lang: 'es', large: false, studentNumber: true } }))).toContain(CANARY);
  });

  it.skipIf(browser === null)('is on the PDF that a person saves (skipped without Chrome, Edge or Chromium)', async () => {
    const request = { kind: 'family-plan', planId: plan.id, lang: 'es', large: false, studentNumber: false } as const;
    expect((await host.call('print.countPages', { request })).pages).toBeGreaterThan(0);
    const { handle } = await host.call('print.chooseFile', { suggestedName: 'plan.pdf' });
    await host.call('print.savePdf', { request, handle: handle ?? '' });
    const pdf = await host.download(handle ?? '');
    expect(await textOf(pdf)).toContain(CANARY);
    await writeFile(inOwn('saved', 'plan.pdf'), pdf);
    expect(await host.call('print.listLog', {})).toMatchObject({ prints: [{ what: 'family-plan', way: 'pdf', studentId: plan.studentId }] });
    // The browser still runs: its profile is there to be searched.
    expect((await readdir(inOwn('temp'))).length).toBeGreaterThan(0);
  });

  it('is in no file while the vault is open and the browser runs', () => {
    expect(leaks(own)).toEqual([]);
    expect(findText(inOwn('data'), CANARY, started).looked).toBeGreaterThan(3);
  });

  it('is there again after a restart, with the figures of then', async () => {
    await host.call('vault.lock', {});
    await host.stop();
    host = await openHost(inOwn('data'));
    await host.call('vault.unlock', { passphrase: PASSPHRASE });
    expect(await host.call('plans.get', { id: plan.id })).toEqual(plan);
    // A page that is open at the end is told to forget what it shows.
    const { told } = await host.listen();
    await host.stop();
    expect((await told).match(/data: .*/g)).toEqual(['data: {"type":"vault","state":"locked"}', 'data: {"type":"stopped"}']);
  });

  it('comes back from a backup on another computer', async () => {
    const backups = (await readdir(inOwn('data', 'backups'))).sort();
    await mkdir(inOwn('fresh', 'backups'), { recursive: true });
    const id = backups.at(-1) ?? '';
    await cp(inOwn('data', 'backups', id), inOwn('fresh', 'backups', id), { recursive: true });
    host = await openHost(inOwn('fresh'));
    expect(await host.call('vault.getState', {})).toMatchObject({ state: 'none' });
    expect((await host.call('vault.listBackups', {})).backups.map((each) => each.id)).toEqual([id]);
    await host.call('vault.restoreBackup', { id });
    await host.call('vault.unlock', { passphrase: PASSPHRASE });
    expect(await host.call('plans.get', { id: plan.id })).toEqual(plan);
    expect(await host.call('students.get', { id: plan.studentId })).toMatchObject({ student: STUDENT });
    await host.call('vault.lock', {});
    await host.stop();
  });

  it('is in no file of data, home and temporary folders afterwards, in no form', async () => {
    expect(leaks(commonTemp)).toEqual([]);
    expect(await readdir(inOwn('temp'))).toEqual([]);
    // The search finds what is there.
    for (const form of ['utf8', 'utf16le'] as const) {
      await writeFile(inOwn('home', 'left'), Buffer.from(`x${CANARY}`, form).subarray(1));
      expect(leaks(own)).toEqual([inOwn('home', 'left')]);
    }
  });
});
