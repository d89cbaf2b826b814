/**
 * Makes what Chromium leaves out of a tagged PDF, so that it keeps to PDF/UA-1: metadata, artifacts,
 * bodies of list items, types of PDF 1.7, words for links. The same file in gives the same file out.
 */
import { deflateSync } from 'node:zlib';
import { PDFHeader, PDFHexString, PDFParser, PDFRawStream, PDFWriter, decodePDFRawStream } from '@cantoo/pdf-lib';
import type { PDFArray, PDFContext, PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { markArtifacts } from './mark-artifacts.ts';
import { forgetContent, mendStructure } from './mend-structure.ts';
import { labelPdf } from './metadata.ts';
import type { PdfLabels } from './metadata.ts';
import { dictAt, dictOf, isName, listAt, name, pagesOf, textAt } from './pdf-objects.ts';
import { isWithin, numberTree, ownersOf } from './structure-tree.ts';

/** The library lets others work after so many objects; a sheet is done before that matters. */
const AT_ONCE = Number.POSITIVE_INFINITY;

/** The text of a page's content, one letter a byte. */
export function contentText(context: PDFContext, page: PDFDict): string {
  const streams = listAt(page, 'Contents').map((each) => context.lookup(each));
  return streams.map((each) => (each instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(each).decode()).toString('latin1') : '')).join('\n');
}

function setContent(context: PDFContext, page: PDFDict, text: string): void {
  const bytes = Uint8Array.from(deflateSync(Buffer.from(text, 'latin1')));
  const stream = PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: bytes.length }), bytes);
  const [first, ...others] = listAt(page, 'Contents');
  const ref = context.getRef(first ?? stream) ?? context.register(stream);
  context.assign(ref, stream);
  page.set(name('Contents'), ref);
  for (const other of others) {
    const left = context.getRef(other);
    if (left) context.delete(left);
  }
}

/** A link says where it leads, for those who do not see its words. */
function describeLinks(page: PDFDict): void {
  for (const each of listAt(page, 'Annots')) {
    const link = dictOf(page.context, each);
    if (!link || !isName(link.get(name('Subtype')), 'Link') || textAt(link, 'Contents') !== '') continue;
    const action = dictAt(link, 'A');
    const address = action ? textAt(action, 'URI') : '';
    if (address !== '') link.set(name('Contents'), PDFHexString.fromText(address));
  }
}

/** A PDF that Chromium made with tags, as PDF/UA-1. Throws when it is not a PDF. */
export async function toPdfUa(pdf: Uint8Array, labels: PdfLabels): Promise<Uint8Array> {
  const context = await PDFParser.forBytesWithOptions(pdf, AT_ONCE, true).parseDocument();
  const catalog = dictOf(context, context.trailerInfo.Root);
  if (!catalog) throw new Error('the PDF has no catalog');
  const root = dictAt(catalog, 'StructTreeRoot');
  const tree = numberTree(root ? dictAt(root, 'ParentTree') : undefined);
  const pages = pagesOf(context, catalog);
  for (const { ref, dict } of pages) {
    const owners = ownersOf(tree, dict);
    const ownerOf = (mcid: number): PDFDict | undefined => (owners && mcid < owners.size() ? dictOf(context, owners.get(mcid)) : undefined);
    const { content, dropped } = markArtifacts(contentText(context, dict), (mcid) => isWithin(ownerOf(mcid), 'Figure'));
    setContent(context, dict, content);
    if (owners) forgetContent(context, owners, ref, dropped);
    dict.set(name('Tabs'), name('S'));
    describeLinks(dict);
  }
  const ownersOn = (page: PDFObject | undefined): PDFArray | undefined => {
    const found = pages.find(({ ref }) => ref === page);
    return found && ownersOf(tree, found.dict);
  };
  if (root) mendStructure(root, ownersOn);
  labelPdf(context, catalog, labels);
  // Structure and order of tabs as we use them came with 1.5, the standard rests on 1.7.
  context.header = PDFHeader.forVersion(1, 7);
  return PDFWriter.forContext(context, AT_ONCE).serializeToBuffer();
}
