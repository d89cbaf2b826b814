import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf, looksLikeJson, openJson } from './json.ts';
import { DOCUMENT_BYTES, DOCUMENT_DEPTH } from './limits.ts';
import type { JsonDocument } from './source-input.ts';

/** Documents of a text that comes in pieces of this length. */
async function read(text: string, length = text.length): Promise<readonly JsonDocument[]> {
  async function* pieces(): AsyncGenerator<string> {
    await Promise.resolve();
    for (let at = 0; at < text.length; at += Math.max(1, length)) yield text.slice(at, at + Math.max(1, length));
  }
  const all: JsonDocument[] = [];
  for await (const document of documentsOf(pieces())) all.push(document);
  return all;
}
const brief = (documents: readonly JsonDocument[]): readonly unknown[] => documents.map((each) => ('fault' in each ? `${each.fault} ${each.line}` : each.value));

describe('documents of JSON text', () => {
  test.each([
    ['one value', '{"a": 1}', [{ a: 1 }]],
    ['several one after another', '{"a": 1}\n\n{"a": 2} {"a": 3}', [{ a: 1 }, { a: 2 }, { a: 3 }]],
    ['the items of a list', '[{"a": 1}, {"a": [2]},\n "x", 4]', [{ a: 1 }, { a: [2] }, 'x', 4]],
    ['a list of nothing', '[]', []],
    ['a byte-order mark before each', '\uFEFF{"a": 1}\n\uFEFF{"a": 2}', [{ a: 1 }, { a: 2 }]],
    ['comments', '// one [\n{"a": /* two " */ 1}\n', [{ a: 1 }]],
    ['a comma before a closing bracket, and doubled between properties', '{"a": [1, 2,],, "b": {"c": 1,},}', [{ a: [1, 2], b: { c: 1 } }]],
    ['a comma missing between properties on two lines', '{"a": "x"\n "b": 2}', [{ a: 'x', b: 2 }]],
    ['commas between documents', '{"a": 1},\n{"a": 2},', [{ a: 1 }, { a: 2 }]],
  ])('%s', async (_name, text, expected) => {
    for (const length of [text.length, 1, 3]) expect(brief(await read(text, length))).toEqual(expected);
  });

  test('notes what it tolerated', async () => {
    expect(await read('{"a": 1, /* x */ }\n{"b": 2\n"c": 3}')).toEqual([
      { row: 1, line: 1, value: { a: 1 }, notes: ['json-comma-extra', 'json-comment'] },
      { row: 2, line: 2, value: { b: 2, c: 3 }, notes: ['json-comma-supplied'] },
    ]);
  });

  test.each([
    ['json-unclosed', '{"a": [1, 2', 1],
    ['json-unclosed', '{"a": "cut', 1],
    ['json-unclosed', '[{"a": 1}', 1],
    ['json-bracket-mismatch', '{"a": [1, 2}}', 1],
    ['json-bracket-mismatch', '{"a": [1]\n],\n"b": 2}', 2],
    ['json-property-in-list', '{"a": [{"b": 1}\n"c": 2\n]}', 2],
    ['json-comma-missing', '{"a": ["b"\n"c"]}', 2],
    ['json-comma-missing', '{"a": 1 "b": 2}', 1],
    ['json-colon-missing', '{"a" 1}', 1],
    ['json-value-missing', '{"a": }', 1],
    ['json-value-missing', '{"a": [1,,2]}', 1],
    ['json-name-unquoted', '{a: 1}', 1],
    ['json-bad-word', "{\"a\": 'x'}", 1],
    ['json-bad-word', '{"a": 01}', 1],
    ['json-text-unclosed', '{"a": "x\n"}', 1],
    ['json-control-letter', '{"a": "x\ty"}', 1],
    ['json-escape', '{"a": "\\x"}', 1],
    ['json-escape', '{"a": "\\u12g4"}', 1],
    ['json-stray-text', 'hello {"a": 1}', 1],
    ['json-fragment', '"a": 1,\n"b": 2', 1],
    ['json-merge-conflict', '<<<<<<< HEAD\n{"a": 1}\n=======\n{"a": 2}\n>>>>>>> other', 1],
    ['json-too-deep', `${'['.repeat(3)}${'{"a":'.repeat(DOCUMENT_DEPTH)}1${'}'.repeat(DOCUMENT_DEPTH)}]]]`, 1],
  ])('refuses with %s (%#)', async (code, text, line) => {
    for (const length of [text.length, 1]) expect(brief(await read(text, length)).at(-1)).toBe(`${code} ${line}`);
  });

  test('goes on behind a broken document', async () => {
    expect(brief(await read('{"a": 1}\n{"a": [1}\n{"a": 3}'))).toEqual([{ a: 1 }, 'json-bracket-mismatch 2', { a: 3 }]);
    expect(brief(await read('[\n  {"a": 1},\n  {"a": nil,\n   "b": {\n  }},\n  {"a": 3}\n]'))).toEqual([{ a: 1 }, 'json-bad-word 3', { a: 3 }]);
    expect(brief(await read('{\n "a": [\n}\n{\n "a": 2\n}'))).toEqual(['json-bracket-mismatch 3', { a: 2 }]);
    // One document a line: a line cut short takes no other with it.
    expect(brief(await read('{"a": 1}\n{"a": 2, "b":\n{"a": 3}\n{"a": 4}'))).toEqual([{ a: 1 }, 'json-unclosed 3', { a: 3 }, { a: 4 }]);
    expect(brief(await read(`${'[['.repeat(DOCUMENT_DEPTH)}${']]'.repeat(DOCUMENT_DEPTH)}\n{"a": 2}`))).toEqual(['json-too-deep 1', { a: 2 }]);
  });

  test('holds no document that is too large, and goes on behind it', async () => {
    async function* pieces(): AsyncGenerator<string> {
      await Promise.resolve();
      yield '{"a": "';
      for (let length = 0; length <= DOCUMENT_BYTES; length += 1024 * 1024) yield 'x'.repeat(1024 * 1024);
      yield '"}\n{"a": 2}';
    }
    const all: JsonDocument[] = [];
    for await (const document of documentsOf(pieces())) all.push(document);
    expect(brief(all)).toEqual(['json-too-large 1', { a: 2 }]);
  });

  test('reads what any writer of JSON writes, cut anywhere', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }), fc.jsonValue()), { maxLength: 5 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 1), async (values, length, space) => {
      const expected = JSON.parse(JSON.stringify(values)) as readonly unknown[];
      expect(brief(await read(JSON.stringify(values, null, space), length))).toEqual(expected);
      const lines = values.map((value) => JSON.stringify([value])).join('\n');
      expect(brief(await read(lines, length))).toEqual(expected);
    }), { numRuns: 300 });
  });

  test('never throws, whatever stands there, and agrees with the platform on what is valid', async () => {
    const part = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"a"', '\\', '\n', ' ', '1', '-', 'true', '//', '/*', '*/', '<<<<<<< ', '\u0000', '\uFEFF', 'é', '\u2028');
    await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), async (parts, length) => {
      const text = parts.join('');
      const documents = await read(text, length);
      expect(documents.map(({ row }) => row)).toEqual(documents.map((_each, index) => index + 1));
      expect(brief(await read(text))).toEqual(brief(documents));
      expect(documents.some((each) => 'fault' in each && each.fault === 'json-invalid')).toBe(false);
      let valid: unknown;
      try {
        valid = JSON.parse(text);
      } catch {
        return;
      }
      expect(brief(documents)).toEqual(Array.isArray(valid) ? valid : [valid]);
    }), { numRuns: 3000 });
  });
});

describe('a JSON file', () => {
  let folder: string;
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark json ñ ')); });
  afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

  test('is read in its encoding, from the start at each call', async () => {
    const path = join(folder, 'utf16.json');
    await writeFile(path, Buffer.from('\uFEFF[{"a": "ñ"}, {"a": 2}]', 'utf16le'));
    const input = await openJson(path);
    expect(brief(input.head)).toEqual([{ a: 'ñ' }, { a: 2 }]);
    for (let time = 0; time < 2; time += 1) {
      const all: JsonDocument[] = [];
      for await (const document of input.documents()) all.push(document);
      expect(brief(all)).toEqual([{ a: 'ñ' }, { a: 2 }]);
    }
  });

  test('is told by how it begins, also when it was broken', () => {
    expect(['{', ' [', '// a\n{', '/* a */ [', '<<<<<<< HEAD\n{', '"a": 1', '"a"\n\n{"b": 1}'].map(looksLikeJson)).toEqual([true, true, true, true, true, true, true]);
    expect(['a,b\n1,2', '"a","b"\n"{","}"', '"a"\n"b"', '# title', ''].map(looksLikeJson)).toEqual([false, false, false, false, false]);
  });
});
