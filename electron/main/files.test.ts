import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFiles } from './files.ts';

describe('a file behind a handle', () => {
  let folder = '';
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark files ñ #1 100% ')); });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is written whole where the person said, once', async () => {
    const files = createFiles();
    const handle = files.reserve({ path: join(folder, 'a.pdf'), use: 'save' });
    expect(handle).toMatch(/^[\w-]{43}$/);
    await files.save(handle, new Uint8Array([1, 2, 3]));
    expect([...(await readFile(join(folder, 'a.pdf')))]).toEqual([1, 2, 3]);
    expect(await readdir(folder)).toEqual(['a.pdf']);
    expect(files.has(handle)).toBe(false);
    await expect(files.save(handle, new Uint8Array())).rejects.toMatchObject({ code: 'file-handle-unknown' });
  });

  it('is not found by its path or by another handle', async () => {
    const files = createFiles();
    files.reserve({ path: join(folder, 'b.pdf'), use: 'save' });
    for (const handle of [join(folder, 'b.pdf'), '', 'A'.repeat(43), '__proto__']) await expect(files.save(handle, new Uint8Array())).rejects.toMatchObject({ code: 'file-handle-unknown' });
  });

  it('leaves nothing when its folder is not there, and can be tried again', async () => {
    const files = createFiles();
    const handle = files.reserve({ path: join(folder, 'none', 'c.pdf'), use: 'save' });
    await expect(files.save(handle, new Uint8Array())).rejects.toMatchObject({ code: 'folder-not-writable' });
    expect(files.has(handle)).toBe(true);
  });

  it('that was opened is read, and never written to; a place to save to is not read', async () => {
    const files = createFiles();
    const [opened, saved] = [files.reserve({ path: join(folder, 'a.pack'), use: 'open' }), files.reserve({ path: join(folder, 'e.pdf'), use: 'save' })];
    expect([files.locate(opened), files.has(opened), files.has(saved)]).toEqual([join(folder, 'a.pack'), false, true]);
    await expect(files.save(opened, new Uint8Array())).rejects.toMatchObject({ code: 'file-handle-unknown' });
    expect(() => files.locate(saved)).toThrow('file-handle-unknown');
  });

  it('is forgotten when twenty later ones wait', () => {
    const files = createFiles();
    const first = files.reserve({ path: join(folder, 'd.pdf'), use: 'save' });
    for (let index = 0; index < 20; index += 1) files.reserve({ path: join(folder, `${index}.pdf`), use: 'save' });
    expect(files.has(first)).toBe(false);
  });
});
