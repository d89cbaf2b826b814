import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { splitLine } from './csv.ts';
import { readStarter } from './starter.ts';
import { testEdition, writeStarter } from './test-edition.ts';

let starterDir: string;
let rubricsDir: string;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark starter ñ '));
  [starterDir, rubricsDir] = [join(folder, 'starter'), join(folder, 'rubrics')];
  await writeStarter(starterDir, testEdition(5, 8));
});
afterEach(async () => { await rm(join(starterDir, '..'), { recursive: true, force: true }); });

const read = () => readStarter({ starterDir, rubricsDir });
/** Rewrites lines of a table (the header is line 1). */
async function edit(file: string, change: (lines: string[]) => string[]): Promise<void> {
  const path = join(starterDir, file);
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  await writeFile(path, change(lines).map((line) => `${line}\n`).join(''));
}
const replaceLine = (number: number, make: (line: string) => string) => (lines: string[]) =>
  lines.map((line, index) => (index === number - 1 ? make(line) : line));

describe('a starter', () => {
  test('is read whole', async () => {
    expect(await read()).toEqual(new Map(testEdition(5, 8)).set('rubric', []));
  });

  test('may have a table as a folder of files', async () => {
    const text = (await readFile(join(starterDir, 'wage.csv'), 'utf8')).split('\n').slice(0, -1);
    await mkdir(join(starterDir, 'wage'));
    await rm(join(starterDir, 'wage.csv'));
    await writeFile(join(starterDir, 'wage', 'b.csv'), `${[text[0], ...text.slice(1, 3)].join('\n')}\n`);
    await writeFile(join(starterDir, 'wage', 'a.csv'), `${[text[0], ...text.slice(3)].join('\n')}\n`);
    expect((await read()).get('wage')).toEqual(testEdition(5, 8).get('wage'));
    await rename(join(starterDir, 'wage', 'a.csv'), join(starterDir, 'wage', 'notes.txt'));
    expect((await read()).get('wage')).toHaveLength(2);
  });

  test('turns each rubric into one row, its body in canonical form', async () => {
    await mkdir(rubricsDir);
    await writeFile(join(rubricsDir, 'one.json'), '{\n "name": "One", "id": "one", "edition": "2026",\n "source": "sour-0", "z": 1, "a": [2]\n}\n');
    expect((await read()).get('rubric')).toEqual([
      ['one', '2026', 'One', '{"a":[2],"edition":"2026","id":"one","name":"One","source":"sour-0","z":1}', 'sour-0'],
    ]);
    await writeFile(join(rubricsDir, 'two.json'), '{"id":"two","edition":"1","name":"Two","source":"nowhere"}');
    await expect(read()).rejects.toMatchObject({ code: 'starter-dangling-reference', params: { file: 'rubrics/two.json', line: 1, column: 'source_id' } });
    await writeFile(join(rubricsDir, 'two.json'), '{"id":"two"');
    await expect(read()).rejects.toMatchObject({ code: 'starter-cell-invalid', params: { file: 'rubrics/two.json', column: 'body' } });
  });
});

describe('a starter is refused, with file and line, for', () => {
  const refused = (code: string, params: object) => expect(read()).rejects.toMatchObject({ code, params });

  test('a carriage return', async () => {
    await edit('source.csv', replaceLine(3, (line) => `${line}\r`));
    await refused('starter-carriage-return', { file: 'source.csv', line: 3 });
  });
  test('bytes that are not UTF-8', async () => {
    const text = await readFile(join(starterDir, 'source.csv'));
    const second = text.indexOf(0x0a) + 3;
    await writeFile(join(starterDir, 'source.csv'), Buffer.concat([text.subarray(0, second), Buffer.from([0xff]), text.subarray(second)]));
    await refused('starter-not-utf8', { file: 'source.csv', line: 2 });
  });
  test('a header with another column', async () => {
    await edit('area.csv', replaceLine(1, (line) => line.replace('kind', 'type')));
    await refused('starter-header', { file: 'area.csv', line: 1, column: 'kind' });
  });
  test('a header with a column too many, or none', async () => {
    await edit('area.csv', replaceLine(1, (line) => `${line},more`));
    await refused('starter-header', { file: 'area.csv', line: 1, column: 'more' });
    await writeFile(join(starterDir, 'area.csv'), '');
    await refused('starter-header', { file: 'area.csv', line: 1, column: 'id' });
  });
  test('a byte order mark', async () => {
    await edit('area.csv', replaceLine(1, (line) => `\ufeff${line}`));
    await refused('starter-header', { file: 'area.csv', line: 1, column: 'id' });
  });
  test('a table that is none', async () => {
    await writeFile(join(starterDir, 'wages.csv'), 'a\n');
    await refused('starter-header', { file: 'wages.csv', reason: 'unknown-table' });
  });
  test('a missing table', async () => {
    await rm(join(starterDir, 'outlook.csv'));
    await refused('starter-missing-table', { file: 'outlook.csv', table: 'outlook' });
  });
  test('a missing folder', async () => {
    await rm(starterDir, { recursive: true });
    await refused('starter-missing-table', { table: 'meta' });
  });
  test.each([
    ['a number that is none', 'price_index.csv', '2024,1,12.5,sour-0', 'cpi_milli', 'type'],
    ['a number with a leading zero', 'price_index.csv', '2024,01,12,sour-0', 'month', 'type'],
    ['an empty cell that may not be', 'price_index.csv', '2024,1,,sour-0', 'cpi_milli', 'empty'],
    ['a number that is not safe', 'price_index.csv', '2024,1,9007199254740993,sour-0', 'cpi_milli', 'type'],
    ['too few cells', 'price_index.csv', '2024,1,5', 'cpi_milli', 'cell-count'],
    ['too many cells', 'price_index.csv', '2024,1,5,sour-0,x', 'source_id', 'cell-count'],
    ['an open quote', 'meta.csv', 'x,"open', 'key', 'quote'],
    ['a quote within a cell', 'meta.csv', 'x,a"b"', 'key', 'quote'],
    ['text that is too long', 'meta.csv', `x,${'y'.repeat(501)}`, 'value', 'too-long'],
    ['a tab', 'meta.csv', 'x,a\tb', 'value', 'control-character'],
    ['an empty line', 'meta.csv', '', 'key', 'cell-count'],
  ])('%s', async (_what, file, line, column, reason) => {
    await edit(file, replaceLine(3, () => line));
    await refused('starter-cell-invalid', { file, line: 3, column, reason });
  });
  test('a last line that does not end', async () => {
    await writeFile(join(starterDir, 'meta.csv'), 'key,value\nname,Test');
    await refused('starter-cell-invalid', { file: 'meta.csv', line: 2, reason: 'no-final-newline' });
  });
  test('a key that is there twice', async () => {
    await edit('source.csv', (lines) => [...lines, lines[1] ?? '']);
    await refused('starter-duplicate-key', { file: 'source.csv', line: 10, firstLine: 2, column: 'id' });
  });
  test('a reference to nothing', async () => {
    await edit('price_index.csv', replaceLine(2, (line) => line.replace(/[^,]+$/, 'nowhere')));
    await refused('starter-dangling-reference', { file: 'price_index.csv', line: 2, column: 'source_id', value: 'nowhere' });
  });
  test('a reference to nothing within its own table', async () => {
    await edit('area.csv', replaceLine(4, (line) => line.split(',').with(3, 'nowhere').join(',')));
    await refused('starter-dangling-reference', { file: 'area.csv', line: 4, column: 'parent' });
  });
});

test.each([
  ['a,b', ['a', 'b']], ['', ['']], [',', ['', '']], ['"a,b",c', ['a,b', 'c']], ['"a""b"', ['a"b']], ['""', ['']], ['a,""', ['a', '']],
  ['"a', null], ['"a"b', null], ['a"b', null], ['"a""', null],
])('splitLine(%j)', (line, cells) => {
  expect(splitLine(line)).toEqual(cells);
});
