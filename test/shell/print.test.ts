/** Paper on the desktop: PDFs from a window that is never shown, straight to the chosen file, and the printer's dialog. */
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '../../shared/kernel/errors.ts';
import type { Shell } from './driver.ts';
import { WHY, cannotRun, makeDataDir, removeDataDir, startReady } from './testing.ts';

describe.skipIf(cannotRun)(`paper on the desktop ${WHY}`, () => {
  let shell: Shell;
  let page: Page;
  let dataDir = '';
  let folder = '';
  let request: object;
  const call = (name: string, input: unknown): Promise<Envelope<unknown>> => page.evaluate(([method, value]) => waymark.call(method as string, value), [name, input]);
  const choose = async (path: string | null): Promise<string | null> => {
    await shell.ask('saveAs', { path });
    const reply = await call('print.chooseFile', { suggestedName: 'Plan: Niña/o.pdf' });
    expect(reply).toMatchObject({ ok: true });
    return reply.ok ? (reply.value as { handle: string | null }).handle : null;
  };

  beforeAll(async () => {
    dataDir = await makeDataDir();
    folder = join(dataDir, '..', 'Mis papeles ñ #2');
    await mkdir(folder);
    shell = await startReady(dataDir);
    page = await shell.page();
    const found = await call('reference.search', { text: 'practical nurse', areaId: 'us', lang: 'en' });
    const [first] = found.ok ? (found.value as { results: { kind: string; id: string }[] }).results.filter(({ kind }) => kind === 'credential') : [];
    request = { kind: 'credential-sheet', credentialId: first?.id, areaId: 'us', lang: 'es', large: true };
  });
  afterAll(async () => {
    const record = await shell.ask('record');
    await shell.quit();
    await removeDataDir(dataDir);
    expect(record.escaped).toEqual([]);
    expect(record.violations).toEqual([]);
  });

  it('is saved where the person said: two pages, tagged, with an outline', async () => {
    const handle = await choose(join(folder, 'Hoja grande.pdf'));
    const saved = await call('print.savePdf', { request, handle });
    expect(saved).toMatchObject({ ok: true, value: { pages: 2 } });
    const pdf = await readFile(join(folder, 'Hoja grande.pdf'));
    expect(saved.ok && (saved.value as { bytes: number }).bytes).toBe(pdf.byteLength);
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    for (const part of ['/StructTreeRoot', '/MarkInfo', '/Outlines', '/Lang', '/FontFile', '<pdfuaid:part>1<']) expect(text).toContain(part);
    // Nothing beside it: no temporary file, no window left.
    expect(await readdir(folder)).toEqual(['Hoja grande.pdf']);
    expect(await shell.ask('windows')).toHaveLength(1);
    await rm(join(folder, 'Hoja grande.pdf'));
  });

  it('is counted without a file', async () => {
    expect(await call('print.countPages', { request })).toMatchObject({ ok: true, value: { pages: 2 } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('gets its ending, and a handle serves once', async () => {
    const handle = await choose(join(folder, 'sin punto'));
    expect(await call('print.savePdf', { request, handle })).toMatchObject({ ok: true });
    expect(await readdir(folder)).toEqual(['sin punto.pdf']);
    expect(await call('print.savePdf', { request, handle })).toMatchObject({ ok: false, code: 'file-handle-unknown' });
    expect(await call('print.savePdf', { request, handle: join(folder, 'x.pdf') })).toMatchObject({ ok: false, code: 'file-handle-unknown' });
    await rm(join(folder, 'sin punto.pdf'));
  });

  it('is not made when the person cancels', async () => {
    expect(await choose(null)).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it('that cannot be written is a coded error, and the handle may be tried again', async () => {
    const handle = await choose(join(folder, 'weg', 'Hoja.pdf'));
    expect(await call('print.savePdf', { request, handle })).toMatchObject({ ok: false, code: 'folder-not-writable' });
    await mkdir(join(folder, 'weg'));
    expect(await call('print.savePdf', { request, handle })).toMatchObject({ ok: true });
    await rm(join(folder, 'weg'), { recursive: true });
  });

  it('goes to the printer’s dialog; a cancelled one says so', async () => {
    await shell.ask('printerSays', { success: true, reason: '' });
    expect(await call('print.toPrinter', { request })).toEqual({ ok: true, value: {} });
    await shell.ask('printerSays', { success: false, reason: 'Print job canceled' });
    expect(await call('print.toPrinter', { request })).toMatchObject({ ok: false, code: 'cancelled' });
    await shell.ask('printerSays', { success: false, reason: 'Invalid printer settings' });
    expect(await call('print.toPrinter', { request })).toMatchObject({ ok: false, code: 'print-failed' });
    const { printed } = await shell.ask('record');
    expect(printed).toHaveLength(3);
    expect(printed[0]?.options).toMatchObject({ silent: false });
    expect(await shell.ask('windows')).toHaveLength(1);
  });

  it('is made one after another when asked for at once', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => call('print.countPages', { request })));
    expect(replies.map((reply) => reply.ok)).toEqual([true, true, true]);
  });
});

describe.skipIf(cannotRun)(`paper that never gets ready ${WHY}`, () => {
  it('is a coded error after its time, and its window is gone', async () => {
    const dataDir = await makeDataDir();
    const shell = await startReady(dataDir, { env: { WAYMARK_SHELL_BREAK: 'print' } });
    try {
      const request = { kind: 'recovery-sheet', recoveryCode: 'ABCD-EFGH', lang: 'en' };
      const reply = await (await shell.page()).evaluate((value) => waymark.call('print.countPages', { request: value }), request);
      expect(reply).toMatchObject({ ok: false, code: 'print-timeout' });
      expect(await shell.ask('windows')).toHaveLength(1);
    } finally {
      await shell.quit();
      await removeDataDir(dataDir);
    }
  });
});
