import type { PDFDict } from '@cantoo/pdf-lib';
import { dictAt, dictOf, listAt, name, textAt } from '../../../electron/host/pdf-ua/pdf-objects.ts';
import { contentOf } from '../../../electron/host/pdf-ua/structure-tree.ts';
import { when } from '../rule.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** A language as RFC 3066 writes it: en, es-US. */
const TAG = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
const says = (dict: PDFDict | undefined): boolean => dict !== undefined && TAG.test(textAt(dict, 'Lang'));
/** Whether the language of an element is known: from itself, from one around it, or from the file. */
function isKnown(subject: Subject, element: PDFDict): boolean {
  for (let at: PDFDict | undefined = element; at; at = dictAt(at, 'P')) if (says(at)) return true;
  return says(subject.catalog);
}
const without = (subject: Subject, wanted: (element: PDFDict) => boolean): string[] =>
  subject.elements.filter(({ dict }) => wanted(dict) && !isKnown(subject, dict)).map(({ ref, type }) => `${type} ${String(ref)}`);
const annotations = (subject: Subject, key: string): boolean =>
  subject.pages.some(({ dict }) => listAt(dict, 'Annots').some((each) => textAt(dictOf(subject.context, each) ?? dict, key) !== ''));
const hasFields = ({ dicts }: Subject): boolean => dicts.some(({ dict }) => dict.has(name('FT')) && textAt(dict, 'TU') !== '');

export const LANGUAGE_RULES: readonly Rule[] = [
  { id: '11-001', fault: 'The language of some text is not known.', find: (subject) => without(subject, (dict) => listAt(dict, 'K').some((kid) => contentOf(dict, kid) !== null)) },
  { id: '11-002', fault: 'The language of words for a figure is not known.', find: (subject) => without(subject, (dict) => ['Alt', 'ActualText', 'E'].some((key) => textAt(dict, key) !== '')) },
  { id: '11-003', fault: 'The language of the outline is not known.', find: (subject) => when(dictAt(subject.catalog, 'Outlines')?.has(name('First')) === true && !says(subject.catalog)) },
  { id: '11-004', fault: 'The language of words for an annotation is not known.', find: (subject) => when(annotations(subject, 'Contents') && !says(subject.catalog)) },
  { id: '11-005', fault: 'The language of words for a form field is not known.', find: (subject) => when(hasFields(subject) && !says(subject.catalog)) },
  { id: '11-006', fault: 'The language of the metadata is not known.', find: (subject) => when(subject.catalog.has(name('Metadata')) && !says(subject.catalog)) },
];
