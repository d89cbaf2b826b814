import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableRow } from './source-input.ts';
import { SourceFault } from './source-fault.ts';
import { workbookParts, zipOf, type TestPart } from './test-zip.ts';
import { openWorkbook } from './workbook.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'waymark workbook ñ ')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

let count = 0;
async function read(bytes: Buffer): Promise<readonly TableRow[]> {
  count += 1;
  const path = join(folder, `${count}.xlsx`);
  writeFileSync(path, bytes);
  const input = await openWorkbook(path);
  const rows: TableRow[] = [];
  for (const { name } of input.sheets) for await (const row of input.rows(name)) rows.push(row);
  return rows;
}

const rowsOf = (xml: string, strings: string | null = null): Promise<readonly TableRow[]> => read(zipOf(workbookParts({ Data: xml }, strings)));

async function faultOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return 'none';
  } catch (error) {
    return error instanceof SourceFault ? error.code : `thrown: ${String(error)}`;
  }
}

describe('a workbook', () => {
  it('gives numbers as the text that is stored', async () => {
    expect(await rowsOf('<row r="1"><c r="A1"><v>309.39999999999998</v></c><c r="B1"><v>1E-3</v></c><c r="C1" t="n"><v>0123</v></c></row>'))
      .toEqual([{ row: 1, cells: ['309.39999999999998', '1E-3', '0123'] }]);
  });

  it('knows shared texts, rich ones without the reading aid, and texts in their cells', async () => {
    const strings = '<si><t>plain</t></si><si><r><t>SOC </t></r><r><rPr><sz val="10"/></rPr><t xml:space="preserve">Code[2]</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si><si><t>a_x000A_b</t></si>';
    expect(await rowsOf('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c t="s"><v>2</v></c></row>', strings))
      .toEqual([{ row: 1, cells: ['SOC Code[2]', 'plain', 'inline', 'a\nb'] }]);
  });

  it('gives the stored value of a formula and never the formula', async () => {
    expect(await rowsOf('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>CONCAT("a","b")</f><v>ab</v></c><c r="C1"><f>NOW()</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="b"><v>1</v></c></row>'))
      .toEqual([{ row: 1, cells: ['2', 'ab', '', '#DIV/0!', 'TRUE'] }]);
  });

  it('leaves a number as it is stored where no look says that it is a day', async () => {
    expect(await rowsOf('<row r="1"><c r="A1" t="d"><v>2024-07-01</v></c><c r="B1" s="3"><v>45474</v></c></row>')).toEqual([{ row: 1, cells: ['2024-07-01', '45474'] }]);
  });

  /** Looks 0 to 4: plain, a day that every workbook knows, an hour, a day of its own, a number whose words have a d in them. */
  const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="165" formatCode="[Red]0&quot; days&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
  const withStyles = (xml: string, properties = ''): Promise<readonly TableRow[]> => read(zipOf([...workbookParts({ Data: xml }).map((part) => ({
    ...part,
    content: String(part.content).replace('<sheets>', `${properties}<sheets>`)
      .replace('</Relationships>', part.name.startsWith('xl/') ? '<Relationship Id="rIdL" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>' : '</Relationships>'),
  })), { name: 'xl/styles.xml', content: STYLES }]));
  const DAYS = '<row r="1"><c s="1"><v>45474</v></c><c s="3"><v>45474.75</v></c><c s="2"><v>0.5</v></c><c s="4"><v>45474</v></c><c s="0"><v>45474</v></c><c s="1"><v>59</v></c><c s="1"><v>-1</v></c><c s="1" t="str"><v>45474</v></c><c s="1"/></row>';

  it('gives what looks like a day as that day, counted from 1900 or from 1904', async () => {
    expect(await withStyles(DAYS)).toEqual([{ row: 1, cells: ['2024-07-01', '2024-07-01', '0.5', '45474', '45474', '59', '-1', '45474'] }]);
    expect((await withStyles(DAYS, '<workbookPr date1904="1"/>'))[0]?.cells.slice(0, 2)).toEqual(['2028-07-02', '2028-07-02']);
  });

  it('keeps the numbers of rows and columns where some are empty or only carry a look', async () => {
    expect(await rowsOf('<row r="2"/><row r="4"><c r="XFD4" s="1"/><c r="C4"><v>7</v></c></row><row><c><v>8</v></c></row>'))
      .toEqual([{ row: 4, cells: ['', '', '7'] }, { row: 5, cells: ['8'] }]);
  });

  it('reads names with a prefix, targets from the top, and UTF-16', async () => {
    const parts = workbookParts({ Data: '' }).map((part): TestPart => {
      if (part.name === 'xl/_rels/workbook.xml.rels') return { ...part, content: String(part.content).replace('"worksheets/', '"/xl/worksheets/') };
      if (!part.name.startsWith('xl/worksheets/')) return part;
      return { ...part, name: 'xl/worksheets/Sheet1.xml', content: Buffer.from('\uFEFF<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>é</x:v></x:c></x:row></x:sheetData></x:worksheet>', 'utf16le') };
    });
    expect(await read(zipOf(parts))).toEqual([{ row: 1, cells: ['é'] }]);
  });

  it('reads one sheet of many by its name, and only worksheets', async () => {
    const path = join(folder, 'two.xlsx');
    writeFileSync(path, zipOf(workbookParts({ First: '<row><c><v>1</v></c></row>', 'A &amp; B': '<row><c><v>2</v></c></row>' })));
    const input = await openWorkbook(path);
    expect(input.sheets.map(({ name, head }) => [name, head[0]?.cells[0]])).toEqual([['First', '1'], ['A & B', '2']]);
  });
});

describe('a workbook that is none', () => {
  const sound = workbookParts({ Data: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  const withSheet = (says: TestPart['says'], content?: string): Buffer =>
    zipOf(sound.map((part) => (part.name.startsWith('xl/worksheets/') ? { ...part, ...(says && { says }), ...(content !== undefined && { content }) } : part)));

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['cut to its first half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['nothing but two letters', () => Buffer.from('PK')],
  ])('is refused when it is %s', async (_, damage) => {
    expect(await faultOf(read(damage(zipOf(sound))))).toBe('workbook-damaged');
  });

  it('is refused when a part has another size or checksum than the directory says', async () => {
    expect(await faultOf(read(withSheet({ size: 20 })))).toBe('workbook-damaged');
    expect(await faultOf(read(withSheet({ crc: 1 })))).toBe('workbook-damaged');
  });

  it('is refused when two parts have one name, parts lie over one another, or one is encrypted', async () => {
    expect(await faultOf(read(zipOf([...sound, { name: 'XL/workbook.xml', content: '<workbook/>' }])))).toBe('workbook-damaged');
    expect(await faultOf(read(withSheet({ packed: 1_000_000 })))).toBe('workbook-damaged');
    expect(await faultOf(read(withSheet({ encrypted: true })))).toBe('workbook-damaged');
  });

  it('is refused as a bomb when it says to unpack to far more than real ones do', async () => {
    expect(await faultOf(read(withSheet({ size: 3_000_000_000 })))).toBe('too-large');
  });

  it('is refused when its text never ends, its tags nest without end, or a document type is in it', async () => {
    expect(await faultOf(read(withSheet(undefined, `<worksheet><sheetData><row r="${'1'.repeat(20_000_000)}`)))).toBe('cell-too-long');
    expect(await faultOf(read(withSheet(undefined, '<a>'.repeat(1_000))))).toBe('workbook-damaged');
    expect(await faultOf(read(withSheet(undefined, '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>')))).toBe('workbook-damaged');
  });

  it.each([
    ['rows that go back', '<row r="5"><c><v>1</v></c></row><row r="4"><c><v>2</v></c></row>', 'workbook-damaged'],
    ['a text that is not there', '<row r="1"><c t="s"><v>9</v></c></row>', 'workbook-damaged'],
    ['a column beyond any real one', '<row r="1"><c r="ZZZ1"><v>9</v></c></row>', 'too-many-columns'],
    ['a place that is none', '<row r="1"><c r="1A"><v>9</v></c></row>', 'workbook-damaged'],
    ['a cell longer than any real one', `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(1024 * 1024 + 1)}</v></c></row>`, 'cell-too-long'],
    ['tags that do not close', '<row r="1"><c>', 'workbook-damaged'],
  ])('is refused for %s', async (_, xml, code) => {
    expect(await faultOf(rowsOf(xml))).toBe(code);
  });

  it('is told apart from an archive of other files', async () => {
    expect(await faultOf(read(zipOf([{ name: 'national.csv', content: 'a,b' }])))).toBe('archive-no-workbook');
    expect(await faultOf(read(zipOf([])))).toBe('archive-no-workbook');
  });
});
