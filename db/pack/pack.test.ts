import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { compareText } from './order.ts';
import { readPackHeader, readPackRows } from './pack-reader.ts';
import { digestOf, writePack } from './pack-writer.ts';
import { readStarter } from './starter.ts';
import { csvOf, testEdition, writeStarter } from './test-edition.ts';
import { TABLES } from './tables.ts';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark pack ñ ')); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });

describe('a pack', () => {
  test('gives back the rows that went in, with either codec', async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), fc.integer({ min: 0, max: 12 }), fc.constantFrom('zstd', 'gzip'), async (seed, size, codec) => {
      const rows = testEdition(seed, size);
      const out = join(folder, 'a.pack');
      const written = await writePack({ rows, out, codec });
      const { header, rows: back } = await readPackRows(out);
      expect(back).toEqual(rows);
      expect(header).toEqual(written);
      expect(header.digest).toBe(digestOf(rows).digest);
    }), { numRuns: 40 });
  });

  test.each(['zstd', 'gzip'] as const)('is the same bytes on every build (%s)', async (codec) => {
    const rows = testEdition(7, 3_000);
    await writePack({ rows, out: join(folder, 'a.pack'), codec });
    await writePack({ rows: testEdition(7, 3_000), out: join(folder, 'b.pack'), codec });
    expect((await readFile(join(folder, 'a.pack'))).equals(await readFile(join(folder, 'b.pack')))).toBe(true);
    expect((await readPackRows(join(folder, 'a.pack'))).rows).toEqual(rows);
  }, 180_000);

  test('has one identity whatever the codec', async () => {
    const rows = testEdition(8);
    const [zstd, gzip] = [await writePack({ rows, out: join(folder, 'a') }), await writePack({ rows, out: join(folder, 'b'), codec: 'gzip' })];
    expect(zstd.digest).toBe(gzip.digest);
  });

  test('changes its digest with any cell', async () => {
    const rows = testEdition(9);
    const source = rows.get('source') ?? [];
    const changed = new Map(rows).set('source', source.map((row, index) => (index === 0 ? row.with(1, 'Another publisher') : row)));
    expect(digestOf(changed).digest).not.toBe(digestOf(rows).digest);
  });

  test('replaces an older file and leaves nothing beside it', async () => {
    const out = join(folder, 'a.pack');
    await writePack({ rows: testEdition(1), out });
    const second = await writePack({ rows: testEdition(2), out });
    expect((await readPackHeader(out)).digest).toBe(second.digest);
    expect(await readdir(folder)).toEqual(['a.pack']);
  });

  test('needs the edition to say what it is', async () => {
    const rows = new Map(testEdition(1)).set('meta', [['edition', 'e1']]);
    await expect(writePack({ rows, out: join(folder, 'a') })).rejects.toMatchObject({ code: 'pack-row-invalid', params: { table: 'meta', column: 'name' } });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('canonical order', () => {
  test('does not depend on the order of the lines of the starter', async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), async (seed) => {
      const rows = testEdition(seed, 8);
      const starterDir = join(folder, `starter ${seed}`);
      await writeStarter(starterDir, rows);
      const straight = await readStarter({ starterDir, rubricsDir: null });
      for (const table of TABLES) {
        if (table.name !== 'rubric') await writeFile(join(starterDir, `${table.name}.csv`), csvOf(table, [...(rows.get(table.name) ?? [])].reverse()));
      }
      const reversed = await readStarter({ starterDir, rubricsDir: null });
      expect(digestOf(reversed)).toEqual(digestOf(straight));
      expect(straight).toEqual(new Map(rows).set('rubric', []));
    }), { numRuns: 15 });
  });

  test('compares text as its UTF-8 bytes compare', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }), { examples: [['\u{1f393}', '\uffee'], ['a', 'ab']] });
  });

  test('gives every JSON value one text', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }));
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'ñ' }] })).toBe('{"a":[{"c":"ñ","d":null}],"b":1}');
  });
});
