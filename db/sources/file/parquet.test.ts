import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationFile, HAS_EDUCATION_DATA } from '../test-data.ts';
import { unpackerOf, unsnappy } from './columnar/unpack.ts';
import { openSource } from './open-source.ts';
import { SourceFault } from './source-fault.ts';

const FILES = [
  educationFile('college-scorecard', 'scorecard_fos_earnings.parquet'),
  educationFile('college-scorecard', 'scorecard_debt_repayment_latest_by_inst.parquet'),
  educationFile('ipeds', 'ipeds_completions.parquet'),
];
const SMALL = FILES[1] ?? '';
let dir = '';
beforeAll(() => { dir = mkdtempSync(join(tmpdir(), 'waymark-parquet-')); });
afterAll(() => { rmSync(dir, { recursive: true, force: true }); });

/** Reads all; the code of the fault, or the count of rows. */
async function outcome(path: string): Promise<string | number> {
  try {
    const input = await openSource(path);
    if (input.form !== 'table') return input.form;
    let rows = 0;
    for await (const { cells } of input.rows()) rows += cells.length > 0 ? 1 : 0;
    return rows;
  } catch (error) {
    if (error instanceof SourceFault) return error.code;
    throw error;
  }
}

const written = (name: string, bytes: Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
};

describe.skipIf(!HAS_EDUCATION_DATA)('columnar files', () => {
  it.each(FILES)('give every cell that hyparquet gives of %s', async (path) => {
    const input = await openSource(path);
    if (input.form !== 'table') throw new Error('no table');
    const bytes = readFileSync(path);
    const expected = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
    let different = 0;
    let count = 0;
    for await (const { row, cells } of input.rows()) {
      const values = expected[row - 2] ?? {};
      count += 1;
      for (const [index, name] of input.header.entries()) {
        const value: unknown = values[name];
        const text = value === null || value === undefined || Number.isNaN(value) ? '' : String(value);
        const cell = cells[index] ?? '';
        // A number of 32 bits is written in fewer digits that mean the same.
        if (cell !== text && (cell === '' || Math.fround(Number(cell)) !== Number(text))) different += 1;
      }
    }
    expect({ count, different }).toEqual({ count: expected.length, different: 0 });
  }, 60_000);

  it('are refused by name when they are cut', async () => {
    const bytes = readFileSync(SMALL);
    for (const length of [4, 11, 1000, bytes.length - 4]) expect(await outcome(written('cut', bytes.subarray(0, length)))).toBe('columnar-damaged');
    expect(await outcome(written('hollow', Buffer.concat([bytes.subarray(0, 1000), bytes.subarray(-20_000)])))).toBe('columnar-damaged');
  });

  it('never fail otherwise than by name, whichever bit is wrong', async () => {
    const bytes = readFileSync(SMALL);
    const outcomes = new Set<string>();
    let seed = 20_261_125;
    for (let round = 0; round < 60; round += 1) {
      const flipped = Buffer.from(bytes);
      for (let flip = 0; flip < 3; flip += 1) {
        seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
        // Half of them in the footer, where lengths and places stand.
        const at = round % 2 === 0 ? seed % bytes.length : bytes.length - 1 - (seed % 10_800);
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (seed >>> 28) % 8), at);
      }
      outcomes.add(String(await outcome(written('flipped', flipped))));
    }
    expect([...outcomes].filter((each) => !/^(\d+|columnar-damaged|columnar-unsupported|too-large|too-many-columns|empty-file|not-text|table|quotes-unclosed)$/.test(each))).toEqual([]);
    expect(outcomes).toContain('columnar-damaged');
  }, 60_000);
});

describe('pages', () => {
  const text = Buffer.from('cosmetology, cosmetology, cosmetology');

  it.each([['GZIP', gzipSync(text)], ['BROTLI', brotliCompressSync(text)], ['ZSTD', zstdCompressSync(text)]] as const)('are unpacked from %s to the size they state, and no further', (codec, packed) => {
    expect(unpackerOf(codec)(packed, text.length)).toEqual(text);
    expect(() => unpackerOf(codec)(packed, text.length - 1)).toThrow();
    expect(() => unpackerOf(codec)(packed, text.length + 1)).toThrow();
  });

  it('are unpacked from Snappy, copies of what is being written included', () => {
    // Length 9, the literal "abc", then six bytes from three back.
    expect(unsnappy(Buffer.from([9, 8, 0x61, 0x62, 0x63, (2 << 2) | 1, 3]), 9).toString()).toBe('abcabcabc');
  });

  it.each([
    ['a copy from before the start', [3, 1, 9]],
    ['a literal of four billion bytes', [3, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x61]],
    ['fewer bytes than it states', [3, 0, 0x61]],
    ['a length without an end', [0xff, 0xff, 0xff]],
  ])('of Snappy are refused: %s', (_, bytes) => {
    expect(() => unsnappy(Buffer.from(bytes), 3)).toThrow(RangeError);
  });

  it('in a packing that is not read are refused by name', () => {
    expect(() => unpackerOf('LZ4')).toThrow(new SourceFault('columnar-unsupported', { near: 'LZ4' }));
  });
});
