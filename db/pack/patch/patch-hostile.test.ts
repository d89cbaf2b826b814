import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CodedError } from '../../../shared/kernel/errors.ts';
import { compressFrame } from '../codec.ts';
import { PATCH_BYTES, PATCH_FRAME_BYTES, TABLE_ROWS } from '../limits.ts';
import { writePack } from '../pack-writer.ts';
import { seededRandom, testEdition } from '../test-edition.ts';
import { partsOf, sealed } from '../test-forge.ts';
import { applyPatch } from './apply-patch.ts';
import { writePatch } from './patch-writer.ts';
import { editedEdition } from './test-edits.ts';

let folder: string;
let bytes: Buffer;
let content: Buffer;
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark hostile patch '));
  const from = testEdition(3, 12);
  await writePack({ rows: from, out: file('a.pack') });
  await writePack({ rows: editedEdition(from, 3, 0.4), out: file('b.pack') });
  await writePack({ rows: testEdition(4, 12), out: file('other.pack') });
  await writePatch({ from: file('a.pack'), to: file('b.pack'), out: file('good.patch') });
  bytes = await readFile(file('good.patch'));
  content = zstdDecompressSync(partsOf(bytes).frame);
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

/** The code with which a patch is refused; 'applied' when it is not. Nothing is ever left of a result that is refused. */
async function refusal(patch: Buffer, pack = 'a.pack'): Promise<string> {
  await writeFile(file('bad.patch'), patch);
  try {
    await applyPatch({ pack: file(pack), patch: file('bad.patch'), out: file('out.pack') });
    return 'applied';
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    expect((await readdir(folder)).filter((name) => name.includes('out.pack'))).toEqual([]);
    return error.code;
  }
}
const withHeader = (change: object): Promise<string> => {
  const { header, frame } = partsOf(bytes);
  return refusal(sealed({ ...header, ...change }, frame));
};
/** The patch with other content under it, and everything else made to fit. */
async function withContent(changed: Buffer): Promise<string> {
  const frame = Buffer.concat([...(await compressFrame('zstd', [changed], changed.length))]);
  return refusal(sealed({ ...partsOf(bytes).header, bytes: changed.length, frameBytes: frame.length }, frame));
}

describe('a patch that is damaged', () => {
  test('is refused at every byte that is flipped', async () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 + (at % 255)), at);
      expect(await refusal(flipped), `byte ${at}`).toMatch(/^patch-/);
    }
  }, 120_000);

  test('is refused where it is cut, and when anything follows', async () => {
    for (const cut of [1, 10, 100, bytes.indexOf(0x0a), bytes.indexOf(0x0a) + 1, bytes.length - 33, bytes.length - 1]) {
      expect(await refusal(bytes.subarray(0, cut)), `cut at ${cut}`).toBe('patch-cut');
    }
    expect(await refusal(Buffer.concat([bytes, Buffer.from([0])]))).toBe('patch-trailing');
    expect(await refusal(Buffer.concat([bytes, bytes]))).toBe('patch-trailing');
    expect(await refusal(await readFile(file('a.pack')))).toBe('patch-not-a-patch');
  });
});

describe('a patch that is forged', () => {
  test('fits no other base, also when it says that it does', async () => {
    expect(await refusal(bytes, 'other.pack')).toBe('patch-wrong-base');
    const { header } = partsOf(await readFile(file('other.pack')));
    const from = { edition: 'e1', digest: header['digest'] };
    const { header: own, frame } = partsOf(bytes);
    expect(await refusal(sealed({ ...own, from }, frame), 'other.pack')).toMatch(/^patch-(wrong-base|row-invalid)$/);
  });

  test('never gives another edition, whatever byte of its content is changed', async () => {
    const random = seededRandom(20_262);
    for (let turn = 0; turn < 300; turn += 1) {
      const changed = Buffer.from(content);
      const at = Math.floor(random() * changed.length);
      changed.writeUInt8(changed.readUInt8(at) ^ (1 + Math.floor(random() * 255)), at);
      expect(await withContent(changed), `byte ${at}`).toMatch(/^patch-(changed|too-large|row-invalid|wrong-base|digest)$/);
    }
  }, 120_000);

  test('is refused with content cut short, or with more of it', async () => {
    expect(await withContent(content.subarray(0, -1))).toBe('patch-changed');
    expect(await withContent(Buffer.concat([content, Buffer.from([0])]))).toMatch(/^patch-/);
    expect(await withContent(Buffer.alloc(0))).toBe('patch-row-invalid');
  });

  test.each([
    ['a newer format', { waymarkPatch: 2, more: true }, 'patch-newer-format'],
    ['an unknown codec', { codec: 'brotli' }, 'patch-unknown-codec'],
    ['a field too many', { more: true }, 'patch-not-a-patch'],
    ['a giant content', { bytes: PATCH_BYTES + 1 }, 'patch-too-large'],
    ['a giant frame', { frameBytes: PATCH_FRAME_BYTES + 1 }, 'patch-too-large'],
    ['a giant table', { changes: [['wage', 18, TABLE_ROWS + 1, 0, 0]] }, 'patch-too-large'],
    ['an unknown table', { changes: [['sqlite_schema', 5, 1, 0, 0]] }, 'patch-row-invalid'],
    ['another number of columns', { changes: [['wage', 3, 1, 0, 0]] }, 'patch-row-invalid'],
    ['no changes', { changes: [] }, 'patch-changed'],
    ['content that is longer than it says', { bytes: 12 }, 'patch-changed'],
  ])('is refused with a header of %s', async (_what, change, code) => {
    expect(await withHeader(change)).toBe(code);
  });

  test('is refused as a bomb before it is unpacked', async () => {
    const bomb = zstdCompressSync(Buffer.alloc(32 * 1024 * 1024));
    expect(await refusal(sealed({ ...partsOf(bytes).header, frameBytes: bomb.length }, bomb))).toBe('patch-changed');
    // A block of more changes than any has, and one that is longer than all of the content.
    expect(await withContent(Buffer.from([0, 0xff, 0xff, 0xff, 0x7f, 1, 0]))).toBe('patch-too-large');
    expect(await withContent(Buffer.from([0, 1, 0xff, 0xff, 0xff, 0x7f, 0]))).toBe('patch-too-large');
  });

  test('is applied when nothing was forged', async () => {
    expect(await withContent(content)).toBe('applied');
    await rm(file('out.pack'));
  });
});
