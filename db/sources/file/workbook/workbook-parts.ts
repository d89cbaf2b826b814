/** Which part of a workbook holds which sheet. */
import { posix } from 'node:path';
import { SHEETS } from '../limits.ts';
import { SourceFault } from '../source-fault.ts';
import { xmlItems, type Attributes } from './xml-items.ts';
import type { ZipParts } from './zip-parts.ts';

export interface WorkbookParts {
  /** In the order of their tabs, hidden ones too. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Null when every text stands in its cell. */
  readonly sharedStrings: string | null;
  /** Null when no cell has a look of its own. */
  readonly styles: string | null;
  /** Days are counted from 1904, as early Macs did, and not from 1900. */
  readonly from1904: boolean;
}

/** Elements of that name with their attributes. */
async function elements(zip: ZipParts, part: string, wanted: string): Promise<readonly Attributes[]> {
  const content = zip.part(part);
  if (content === null) return [];
  const found: Attributes[] = [];
  for await (const attributes of xmlItems<Attributes>(content, (emit) => ({
    open(name, given) { if (name === wanted) emit(given); },
    text: () => undefined,
    close: () => undefined,
  }))) {
    // One sheet and one relation for each part is what a workbook has; a million of them is no workbook.
    if (found.length >= SHEETS * 2) throw new SourceFault('too-large', { near: part });
    found.push(attributes);
  }
  return found;
}

const relationsOf = (part: string): string => `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`;
/** A target is told from the folder of the part that names it, or from the top. */
const resolved = (from: string, target: string): string => posix.join('/', target.startsWith('/') ? '' : posix.dirname(from), target).slice(1);
/** The last word of a relation's type: older and newer editions of the format differ before it. */
const typeOf = ({ Type }: Attributes): string => (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1);

/** Errors: SourceFault archive-no-workbook, workbook-damaged, too-large. */
export async function workbookParts(zip: ZipParts): Promise<WorkbookParts> {
  const top = await elements(zip, '_rels/.rels', 'Relationship');
  const main = resolved('', top.find((each) => typeOf(each) === 'officeDocument')?.['Target'] ?? 'xl/workbook.xml');
  if (!main.endsWith('.xml') || zip.part(main) === null) throw new SourceFault('archive-no-workbook');
  const relations = await elements(zip, relationsOf(main), 'Relationship');
  const sheets = (await elements(zip, main, 'sheet')).flatMap((sheet) => {
    const id = Object.entries(sheet).find(([name]) => name.endsWith(':id'))?.[1];
    const relation = relations.find((each) => each['Id'] === id);
    const target = relation?.['Target'];
    return relation && target !== undefined && typeOf(relation) === 'worksheet' ? [{ name: sheet['name'] ?? '', part: resolved(main, target) }] : [];
  });
  if (sheets.length > SHEETS) throw new SourceFault('too-large');
  if (sheets.length === 0) throw new SourceFault('archive-no-workbook');
  const partOf = (type: string): string | null => {
    const target = relations.find((each) => typeOf(each) === type)?.['Target'];
    return target === undefined ? null : resolved(main, target);
  };
  const [properties] = await elements(zip, main, 'workbookPr');
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), from1904: /^(?:1|true)$/.test(properties?.['date1904'] ?? '') };
}
