/** Zips and workbooks made by hand, so that a test decides each of their bytes. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface TestPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the directory says instead of the truth. */
  readonly says?: { readonly size?: number; readonly packed?: number; readonly crc?: number; readonly encrypted?: boolean };
}

/** A zip of the parts, each deflated. */
export function zipOf(parts: readonly TestPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, says = {} } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const names = Buffer.from(name);
    // Fields that the local and the central header share: version, flags, method, time, date, checksum, sizes, name, extra.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(says.encrypted === true ? 1 : 0, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(says.crc ?? crc32(plain), 10);
    shared.writeUInt32LE(says.packed ?? packed.length, 14);
    shared.writeUInt32LE(says.size ?? plain.length, 18);
    shared.writeUInt16LE(names.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, names, packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), shared, end, names]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(parts.length, 4);
  tail.writeUInt16LE(parts.length, 6);
  tail.writeUInt32LE(central.length, 8);
  tail.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), tail]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a workbook whose sheets hold the XML given between `<sheetData>` and its end. */
export function workbookParts(sheets: Readonly<Record<string, string>>, sharedStrings: string | null = null): readonly TestPart[] {
  const names = Object.keys(sheets);
  const relations = names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`);
  if (sharedStrings !== null) relations.push(`<Relationship Id="rIdS" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>`);
  return [
    { name: '_rels/.rels', content: `${XML}<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', content: `${XML}<workbook xmlns:r="${RELATIONS}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `${XML}<Relationships>${relations.join('')}</Relationships>` },
    ...names.map((name, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: `${XML}<worksheet><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>` })),
    ...(sharedStrings === null ? [] : [{ name: 'xl/sharedStrings.xml', content: `${XML}<sst>${sharedStrings}</sst>` }]),
  ];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A workbook of plain rows of text, one list of rows for each sheet. */
export function workbookOf(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Buffer {
  const texts = Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, rows.map((cells) =>
    `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`).join('')]));
  return zipOf(workbookParts(texts));
}
