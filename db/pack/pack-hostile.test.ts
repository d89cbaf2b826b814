import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CodedError } from '../../shared/kernel/errors.ts';
import { FRAME_BYTES, HEADER_BYTES, TABLE_ROWS, UNCOMPRESSED_BYTES } from './limits.ts';
import { readPack } from './pack-reader.ts';
import { writePack } from './pack-writer.ts';
import { tableLine } from './canonical-rows.ts';
import { seededRandom, testEdition } from './test-edition.ts';
import { forge, partsOf, sealed } from './test-forge.ts';

let folder: string;
let good: string;
let bad: string;
let bytes: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark hostile '));
  [good, bad] = [join(folder, 'good.pack'), join(folder, 'bad.pack')];
  await writePack({ rows: testEdition(3, 20), out: good });
  bytes = await readFile(good);
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

/** The code with which a file is refused; 'read' when it is not. */
async function refusal(file: Buffer): Promise<string> {
  await writeFile(bad, file);
  return codeOf(bad);
}
async function codeOf(path: string): Promise<string> {
  try {
    await readPack(path, () => undefined);
    return 'read';
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return error.code;
  }
}
/** Like {@link refusal}, of a pack with another header over the same frame. */
const withHeader = (patch: object) => {
  const { header, frame } = partsOf(bytes);
  return refusal(sealed({ ...header, ...patch }, frame));
};

describe('a pack that is damaged', () => {
  test('is refused at any of 1,000 flipped bits and bytes', async () => {
    const seed = 20260;
    const random = seededRandom(seed);
    const codes = new Map<string, number>();
    for (let turn = 0; turn < 1_000; turn += 1) {
      const at = Math.floor(random() * bytes.length);
      const mask = turn % 2 === 0 ? 1 << Math.floor(random() * 8) : 1 + Math.floor(random() * 255);
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ mask, at);
      const code = await refusal(flipped);
      expect(code, `seed ${seed}, byte ${at}, mask ${mask}`).not.toBe('read');
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(codes.get('pack-changed')).toBeGreaterThan(500);
  });

  test('is refused wherever it is cut', async () => {
    const frameAt = bytes.indexOf(0x0a) + 1;
    const cuts = [1, 5, 14, 15, 100, frameAt - 1, frameAt, frameAt + 1, frameAt + 10, Math.floor((frameAt + bytes.length) / 2), bytes.length - 33, bytes.length - 32, bytes.length - 1];
    for (const cut of cuts) expect(await refusal(bytes.subarray(0, cut)), `cut at ${cut}`).toBe('pack-cut');
    expect(await refusal(Buffer.alloc(0))).toBe('pack-not-a-pack');
  });

  test('is refused when anything follows', async () => {
    expect(await refusal(Buffer.concat([bytes, Buffer.from([0])]))).toBe('pack-trailing');
    expect(await refusal(Buffer.concat([bytes, bytes]))).toBe('pack-trailing');
  });

  test('is refused when it is something else', async () => {
    expect(await refusal(Buffer.from('SQLite format 3\u0000 and so on'))).toBe('pack-not-a-pack');
    expect(await refusal(Buffer.from('{"waymarkPack":"one"}\n'))).toBe('pack-not-a-pack');
    expect(await refusal(Buffer.from('{"waymarkPack":1,\n'))).toBe('pack-not-a-pack');
    expect(await codeOf(join(folder, 'missing.pack'))).toBe('pack-unreadable');
    expect(await codeOf(folder)).toBe('pack-unreadable');
  });
});

describe('a header', () => {
  test.each([
    ['of a newer format', { waymarkPack: 2 }, 'pack-newer-format'],
    ['of a newer format with fields unknown today', { waymarkPack: 9, extra: true }, 'pack-newer-format'],
    ['with an unknown codec', { codec: 'brotli' }, 'pack-unknown-codec'],
    ['with a field too many', { extra: 1 }, 'pack-not-a-pack'],
    ['with a negative length', { bytes: -1 }, 'pack-not-a-pack'],
    ['with a giant length of rows', { bytes: UNCOMPRESSED_BYTES + 1 }, 'pack-too-large'],
    ['with a giant frame', { frameBytes: FRAME_BYTES + 1 }, 'pack-too-large'],
    ['with a giant table', { tables: [['meta', TABLE_ROWS + 1]] }, 'pack-too-large'],
    ['with a table missing', { tables: [['meta', 4]] }, 'pack-row-invalid'],
    ['with another digest', { digest: '0'.repeat(64) }, 'pack-digest'],
    ['with another name than the edition', { name: 'Another' }, 'pack-row-invalid'],
    ['with another length of rows', { bytes: 12 }, 'pack-changed'],
    ['with the other codec', { codec: 'gzip' }, 'pack-changed'],
  ])('%s is refused', async (_what, patch, code) => {
    expect(await withHeader(patch)).toBe(code);
  });

  test('that does not end is refused before it is held', async () => {
    expect(await refusal(Buffer.from(`{"waymarkPack":1,"name":"${'x'.repeat(HEADER_BYTES)}`))).toBe('pack-too-large');
  });
});

describe('a frame', () => {
  const reframed = (frame: Buffer) => {
    const { header } = partsOf(bytes);
    return refusal(sealed({ ...header, frameBytes: frame.length }, frame));
  };
  test('followed by another frame within its length is refused', async () => {
    const { frame } = partsOf(bytes);
    expect(await reframed(Buffer.concat([frame, zstdCompressSync(Buffer.alloc(0))]))).toBe('pack-changed');
    expect(await reframed(Buffer.concat([frame, Buffer.from([0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0])]))).toBe('pack-changed');
    expect(await reframed(Buffer.concat([frame, Buffer.from('junk')]))).toBe('pack-changed');
  });
  test('cut within its length is refused', async () => {
    expect(await reframed(partsOf(bytes).frame.subarray(0, -1))).toBe('pack-changed');
    expect(await reframed(Buffer.alloc(0))).toBe('pack-changed');
  });
  test('asking for a window over the limit is refused before it is given', async () => {
    // Magic, descriptor: 8-byte size, no single segment; window byte 0x90: 2^(10+18) = 256 MiB.
    const wide = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xc0, 0x90, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
    const { header } = partsOf(bytes);
    wide.writeBigUInt64LE(BigInt(Number(header['bytes'])), 6);
    expect(await refusal(sealed({ ...header, frameBytes: wide.length }, wide))).toBe('pack-too-large');
  });
  test('of gzip with something after its end is refused', async () => {
    await writePack({ rows: testEdition(3, 20), out: bad, codec: 'gzip' });
    const { header, frame } = partsOf(await readFile(bad));
    const longer = Buffer.concat([frame.subarray(0, -8), Buffer.from('more'), frame.subarray(-8)]);
    expect(await refusal(sealed({ ...header, frameBytes: longer.length }, longer))).toBe('pack-changed');
    expect(await refusal(sealed(header, Buffer.concat([frame.subarray(0, -1), Buffer.from([255])])))).toBe('pack-changed');
    expect(await refusal(sealed(header, frame))).toBe('read');
  });
});

describe('a row', () => {
  const inTable = (name: string, change: (rows: string[]) => string[]) => (lines: string[]): string[] => {
    const at = lines.findIndex((line) => line.startsWith(`{"table":"${name}"`));
    const count = (JSON.parse(lines[at] ?? '{}') as { rows: number }).rows;
    return [...lines.slice(0, at + 1), ...change(lines.slice(at + 1, at + 1 + count)), ...lines.slice(at + 1 + count)];
  };
  const first = (change: (cells: unknown[]) => unknown) => ([row = '[]', ...rest]: string[]) =>
    [JSON.stringify(change(JSON.parse(row) as unknown[])), ...rest];
  const set = (column: number, value: unknown) => first((cells) => cells.with(column, value));

  test.each<[string, string, (rows: string[]) => string[], string]>([
    ['a number for text', 'source', set(1, 5), 'type'],
    ['text for a number', 'wage', set(2, '5'), 'type'],
    ['a fraction', 'wage', set(2, 1.5), 'type'],
    ['an integer that is not safe', 'wage', set(2, 2 ** 53), 'type'],
    ['a nested value', 'source', set(1, ['x']), 'type'],
    ['true for a boolean', 'wage', set(15, true), 'type'],
    ['2 for a boolean', 'wage', set(15, 2), 'type'],
    ['text too long', 'source', set(1, 'x'.repeat(201)), 'too-long'],
    ['empty text', 'source', set(1, ''), 'empty'],
    ['null where none may be', 'source', set(1, null), 'empty'],
    ['a line feed', 'source', set(1, 'a\nb'), 'control-character'],
    ['half a surrogate', 'source', set(1, '\ud83c'), 'type'],
    ['a word that is none', 'area', set(1, 'planet'), 'not-a-word'],
    ['a day that is none', 'evidence', set(9, '2025-02-30'), 'type'],
    ['json with spaces', 'rule', set(4, '{"a": 1}'), 'not-canonical'],
    ['json that is none', 'rule', set(4, '{'), 'type'],
    ['a column too few', 'source', first((cells) => cells.slice(1)), 'cell-count'],
    ['an object', 'source', first(() => ({ id: 'x' })), 'cell-count'],
    ['no JSON', 'source', ([, ...rest]) => ['nonsense', ...rest], 'not-json'],
    ['spaces between cells', 'source', ([row = '', ...rest]) => [row.replace(',', ', '), ...rest], 'not-canonical'],
    ['the same key twice', 'source', ([row = '', , ...rest]) => [row, row, ...rest], 'duplicate-key'],
    ['keys out of order', 'source', ([a = '', b = '', ...rest]) => [b, a, ...rest], 'order'],
    ['a reference to nothing', 'area', set(7, 'no-such-source'), 'dangling-reference'],
    ['a reference to nothing in its own table', 'area', set(3, 'no-such-area'), 'dangling-reference'],
    ['a row too few', 'source', (rows) => rows.slice(1), 'not-canonical|cell-count'],
    ['a row too many', 'rubric', ([row = '', ...rest]) => [row, ...rest, row.replace('rubr-', 'rubs-')], 'row-too-many'],
  ])('with %s is refused', async (_what, table, change, reason) => {
    await forge(good, bad, inTable(table, change));
    const error = await readPack(bad, () => undefined).then(() => null, (caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'pack-row-invalid', params: { reason: expect.stringMatching(new RegExp(`^(${reason})$`)) as unknown } });
  });

  test('names table, row and column', async () => {
    await forge(good, bad, inTable('source', ([a = '', b = '[]', ...rest]) => [a, JSON.stringify((JSON.parse(b) as unknown[]).with(2, 7)), ...rest]));
    await expect(readPack(bad, () => undefined)).rejects.toMatchObject({ params: { table: 'source', row: 2, column: 'title' } });
  });

  test('that never ends is refused before it is held', async () => {
    await forge(good, bad, inTable('source', ([, ...rest]) => [`["${'x'.repeat(1_000_000)}"]`, ...rest]));
    await expect(readPack(bad, () => undefined)).rejects.toMatchObject({ code: 'pack-row-invalid', params: { reason: 'too-long' } });
  });

  test('of a table under another name is refused', async () => {
    await forge(good, bad, (lines) => lines.map((line) => line.replace('"table":"meta"', '"table":"sqlite_schema"')));
    expect(await codeOf(bad)).toBe('pack-row-invalid');
    expect(tableLine('meta', 4)).toBe('{"table":"meta","rows":4}');
  });

  test('is untouched when nothing was forged', async () => {
    await forge(good, bad, (lines) => lines);
    expect(await codeOf(bad)).toBe('read');
  });
});
