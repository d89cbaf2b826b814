import { PDFRef } from '@cantoo/pdf-lib';
import type { PDFDict } from '@cantoo/pdf-lib';
import { dictOf, listAt, name, nameAt, numberAt, textAt } from '../../../electron/host/pdf-ua/pdf-objects.ts';
import { isWithin } from '../../../electron/host/pdf-ua/structure-tree.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** ISO 32000-1, table 169. */
const KINDS: ReadonlySet<string> = new Set([
  'Text', 'Link', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Stamp', 'Caret', 'Ink',
  'Popup', 'FileAttachment', 'Sound', 'Movie', 'Widget', 'Screen', 'PrinterMark', 'TrapNet', 'Watermark', '3D', 'Redact',
]);
const HIDDEN = 1 << 1;

interface Annotation {
  readonly dict: PDFDict;
  readonly kind: string;
  readonly page: PDFDict;
  /** The element that refers to it. */
  readonly element: PDFDict | undefined;
  readonly where: string;
}

/** Annotations that can be seen; a popup is a part of another. */
function annotationsOf(subject: Subject): Annotation[] {
  const referring = new Map<string, PDFDict>();
  for (const { dict } of subject.elements) {
    for (const kid of listAt(dict, 'K')) {
      const target = dictOf(subject.context, kid)?.get(name('Obj'));
      if (target instanceof PDFRef) referring.set(String(target), dict);
    }
  }
  return subject.pages.flatMap(({ dict: page }, index) =>
    listAt(page, 'Annots').flatMap((each) => {
      const dict = dictOf(subject.context, each);
      if (!dict || ((numberAt(dict, 'F') ?? 0) & HIDDEN) !== 0 || nameAt(dict, 'Subtype') === 'Popup') return [];
      const kind = nameAt(dict, 'Subtype');
      return [{ dict, kind, page, element: referring.get(String(each)), where: `${kind} on page ${index + 1}` }];
    }));
}

const wrong = (test: (annotation: Annotation) => boolean) => (subject: Subject): string[] => annotationsOf(subject).filter(test).map(({ where }) => where);
const roleAround = (annotation: Annotation, role: string): boolean => isWithin(annotation.element, role);
const hasWords = ({ dict, element }: Annotation, key: string): boolean => textAt(dict, key).trim() !== '' || (element !== undefined && textAt(element, 'Alt').trim() !== '');
const clips = (subject: Subject, test: (clip: PDFDict) => boolean): string[] =>
  subject.dicts.filter(({ dict }) => nameAt(dict, 'S') === 'MCD' && test(dict)).map(({ ref }) => String(ref));

export const ANNOTATION_RULES: readonly Rule[] = [
  { id: '28-002', fault: 'An annotation does not stand in an element of its own.', find: wrong((each) => !['Widget', 'Link', 'PrinterMark'].includes(each.kind) && (!each.element || nameAt(each.element, 'S') !== 'Annot')) },
  { id: '28-004', fault: 'An annotation has no words.', find: wrong((each) => !['Widget', 'PrinterMark'].includes(each.kind) && !hasWords(each, 'Contents')) },
  { id: '28-005', fault: 'A form field has no words.', find: wrong((each) => each.kind === 'Widget' && !hasWords(each, 'TU')) },
  { id: '28-006', fault: 'An annotation is of a kind that PDF does not know.', find: wrong(({ kind }) => !KINDS.has(kind)) },
  { id: '28-007', fault: 'There is a trap network.', find: wrong(({ kind }) => kind === 'TrapNet') },
  { id: '28-008', fault: 'A page with annotations does not say in which order they are passed.', find: wrong(({ page }) => !page.has(name('Tabs'))) },
  { id: '28-009', fault: 'Annotations of a page are not passed in the order of the structure.', find: wrong(({ page }) => page.has(name('Tabs')) && nameAt(page, 'Tabs') !== 'S') },
  { id: '28-010', fault: 'A form field does not stand in a form element.', find: wrong((each) => each.kind === 'Widget' && !roleAround(each, 'Form')) },
  { id: '28-011', fault: 'A link does not stand in a link element.', find: wrong((each) => each.kind === 'Link' && !roleAround(each, 'Link')) },
  { id: '28-012', fault: 'A link does not say where it leads.', find: wrong((each) => each.kind === 'Link' && textAt(each.dict, 'Contents').trim() === '') },
  { id: '28-014', fault: 'A clip does not say of what kind it is.', find: (subject) => clips(subject, (clip) => textAt(clip, 'CT') === '') },
  { id: '28-015', fault: 'A clip has no words.', find: (subject) => clips(subject, (clip) => listAt(clip, 'Alt').length === 0) },
  {
    id: '28-016', fault: 'An attached file lacks one of its two names.',
    find: wrong(({ dict, kind }) => {
      const file = dictOf(dict.context, dict.get(name('FS')));
      return kind === 'FileAttachment' && (!file || textAt(file, 'F') === '' || textAt(file, 'UF') === '');
    }),
  },
  { id: '28-017', fault: 'A printer’s mark stands in the structure.', find: wrong((each) => each.kind === 'PrinterMark' && (each.element !== undefined || each.dict.has(name('StructParent')))) },
];
