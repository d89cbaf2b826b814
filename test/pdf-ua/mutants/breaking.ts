/** Ways to break a PDF in one place. */
import { PDFHexString, PDFRawStream, PDFStream, PDFString, PDFWriter } from '@cantoo/pdf-lib';
import type { PDFDict, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { dictAt, dictOf, listAt, name } from '../../../electron/host/pdf-ua/pdf-objects.ts';
import type { StructureElement } from '../../../electron/host/pdf-ua/structure-tree.ts';
import { contentText } from '../../../electron/host/pdf-ua/to-pdf-ua.ts';
import { fontsOf } from '../fonts.ts';
import type { UsedFont } from '../fonts.ts';
import { streamText } from '../subject.ts';
import type { Subject, SubjectPage } from '../subject.ts';

export type Break = (subject: Subject) => void;
export const text = (value: string): PDFString => PDFString.of(value);

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the PDF to break has no ${what}`);
  return value;
}
export const firstPage = (subject: Subject): SubjectPage => must(subject.pages[0], 'page');
export const rootOf = (subject: Subject): PDFDict => must(subject.root, 'structure tree');
/** The element of a type, the first or that at `index`. */
export const element = (subject: Subject, type: string, index = 0): StructureElement => must(subject.elements.filter((each) => each.type === type)[index], type);
export const fontOf = (subject: Subject): UsedFont => must(fontsOf(subject)[0], 'font');
export const descendantOf = (subject: Subject): PDFDict => must(fontOf(subject).descendant, 'composite font');
export const descriptorOf = (subject: Subject): PDFDict => must(fontOf(subject).descriptor, 'font descriptor');

const streamOf = (subject: Subject, content: string, dict: Record<string, PDFObject | string> = {}): PDFRef => {
  const bytes = Uint8Array.from(Buffer.from(content, 'latin1'));
  return subject.context.register(PDFRawStream.of(subject.context.obj({ ...dict, Length: bytes.length }), bytes));
};
export { streamOf };

/** Changes the text of a stream that an entry refers to; a change that changes nothing is a mistake of the test. */
export function rewriteStream(subject: Subject, dict: PDFDict, key: string, change: (content: string) => string): void {
  const stream = subject.context.lookup(dict.get(name(key)));
  const before = streamText(stream);
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${key}`);
  const kept = stream instanceof PDFStream ? Object.fromEntries(stream.dict.entries().filter(([each]) => !['Filter', 'Length'].includes(each.decodeText())).map(([each, value]) => [each.decodeText(), value])) : {};
  dict.set(name(key), streamOf(subject, after, kept));
}
export const rewritePage = (subject: Subject, change: (content: string) => string): void => {
  const { dict } = firstPage(subject);
  dict.set(name('Contents'), streamOf(subject, contentText(subject.context, dict)));
  rewriteStream(subject, dict, 'Contents', change);
};

/** Adds an element below the first one. */
export function addElement(subject: Subject, type: string, entries: Record<string, PDFObject | string> = {}, parent = element(subject, 'Document')): StructureElement {
  const dict = subject.context.obj({ Type: 'StructElem', S: type, P: parent.ref, ...entries });
  const ref = subject.context.register(dict);
  parent.dict.set(name('K'), subject.context.obj([...listAt(parent.dict, 'K'), ref]));
  return { ref, dict, type };
}
export const setRole = (subject: Subject, from: string, to: string): void => {
  const roles = dictAt(rootOf(subject), 'RoleMap') ?? subject.context.obj({});
  roles.set(name(from), name(to));
  rootOf(subject).set(name('RoleMap'), roles);
};

/** Adds an annotation to the first page, in an element of `type` when one is said; all is well with it but what `entries` say. */
export function annotate(subject: Subject, type: string | null, entries: Record<string, PDFObject | string>): PDFDict {
  const { dict: page, ref: pageRef } = firstPage(subject);
  const annotation = subject.context.obj({ Type: 'Annot', Rect: [0, 0, 9, 9], Contents: text('words'), ...entries });
  const ref = subject.context.register(annotation);
  page.set(name('Annots'), subject.context.obj([...listAt(page, 'Annots'), ref]));
  if (type !== null) addElement(subject, type, { K: subject.context.obj({ Type: 'OBJR', Obj: ref, Pg: pageRef }) });
  return annotation;
}

/** Puts the language off every element and the file. */
export function forgetLanguage(subject: Subject): void {
  subject.catalog.delete(name('Lang'));
  for (const { dict } of subject.elements) dict.delete(name('Lang'));
}

/** Gives the first font a map of its own in place of Identity-H. */
export function ownMap(subject: Subject, entries: Record<string, PDFObject | string>, content = '/WMode 0 def'): void {
  const system = subject.context.obj({ Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 });
  fontOf(subject).dict.set(name('Encoding'), streamOf(subject, content, { Type: 'CMap', CMapName: 'Own', CIDSystemInfo: system, ...entries }));
}
export const system = (subject: Subject, registry: string, ordering: string, supplement: number): PDFDict =>
  subject.context.obj({ Registry: text(registry), Ordering: text(ordering), Supplement: supplement });

/** The dictionary at `key` of the catalog, made when it is missing. */
export function inCatalog(subject: Subject, key: string, entries: Record<string, PDFObject | string | boolean>): PDFDict {
  const dict = dictAt(subject.catalog, key) ?? subject.context.obj({});
  for (const [each, value] of Object.entries(entries)) dict.set(name(each), subject.context.obj({ value }).get(name('value')) ?? PDFHexString.of(''));
  subject.catalog.set(name(key), dict);
  return dict;
}
export const infoOf = (subject: Subject): PDFDict => must(dictOf(subject.context, subject.context.trailerInfo.Info), 'Info');
export const write = (subject: Subject): Promise<Uint8Array> => PDFWriter.forContext(subject.context, Number.POSITIVE_INFINITY).serializeToBuffer();
