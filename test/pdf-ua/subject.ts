/** A PDF as the rules see it: its objects, its structure, and what each page draws under which marks. */
import { PDFDict, PDFParser, PDFRawStream, PDFStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { dictAt, dictOf, nameAt, pagesOf } from '../../electron/host/pdf-ua/pdf-objects.ts';
import { elementsBelow, numberTree, ownersOf } from '../../electron/host/pdf-ua/structure-tree.ts';
import type { StructureElement } from '../../electron/host/pdf-ua/structure-tree.ts';
import { contentText } from '../../electron/host/pdf-ua/to-pdf-ua.ts';
import { readPage } from './page-content.ts';
import type { PageContent } from './page-content.ts';

export interface SubjectPage {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly content: PageContent;
  /** The element that owns marked content of this page, by its number. */
  owner(mcid: number): PDFDict | undefined;
}

export interface Subject {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly SubjectPage[];
  readonly root: PDFDict | undefined;
  /** Elements of the structure tree in order, parents before their children. */
  readonly elements: readonly StructureElement[];
  /** Every dictionary of the file that can be reached by a number, those of streams included. */
  readonly dicts: readonly { readonly ref: PDFRef; readonly dict: PDFDict; readonly object: PDFObject }[];
  /** The standard type of an element's type, through the role map; an empty text when there is none. */
  role(type: string): string;
}

export function streamText(object: PDFObject | undefined): string {
  return object instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(object).decode()).toString('latin1') : '';
}
export function streamBytes(object: PDFObject | undefined): Uint8Array {
  return object instanceof PDFRawStream ? decodePDFRawStream(object).decode() : new Uint8Array();
}

/** Follows the role map; stops where it turns in a circle. */
function roleIn(root: PDFDict | undefined, type: string): string {
  const roles = root ? dictAt(root, 'RoleMap') : undefined;
  const seen = new Set<string>();
  let at = type;
  for (let next = roles ? nameAt(roles, at) : ''; next !== '' && !seen.has(at); next = roles ? nameAt(roles, at) : '') {
    seen.add(at);
    at = next;
  }
  return at;
}

export async function readSubject(pdf: Uint8Array): Promise<Subject> {
  const context = await PDFParser.forBytesWithOptions(pdf, Number.POSITIVE_INFINITY, true).parseDocument();
  const catalog = dictOf(context, context.trailerInfo.Root);
  if (!catalog) throw new Error('the PDF has no catalog');
  const root = dictAt(catalog, 'StructTreeRoot');
  const tree = numberTree(root ? dictAt(root, 'ParentTree') : undefined);
  const pages = pagesOf(context, catalog).map(({ ref, dict }): SubjectPage => {
    const owners = ownersOf(tree, dict);
    return {
      ref, dict, content: readPage(contentText(context, dict)),
      owner: (mcid) => (owners && mcid < owners.size() ? dictOf(context, owners.get(mcid)) : undefined),
    };
  });
  const dicts = context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const dict = object instanceof PDFStream ? object.dict : object;
    return dict instanceof PDFDict ? [{ ref, dict, object }] : [];
  });
  return { context, catalog, pages, root, elements: root ? elementsBelow(root) : [], dicts, role: (type) => roleIn(root, type) };
}
