import { PDFBool } from '@cantoo/pdf-lib';
import type { PDFDict } from '@cantoo/pdf-lib';
import { dictAt, dictOf, listAt, name, nameAt, numberAt, textAt } from '../../../electron/host/pdf-ua/pdf-objects.ts';
import { when } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { streamText } from '../subject.ts';
import type { Subject } from '../subject.ts';
import { STANDARD_TYPES } from './standard-types.ts';

const isTrue = (dict: PDFDict | undefined, key: string): boolean => dict?.context.lookup(dict.get(name(key))) === PDFBool.True;
const preferences = (subject: Subject): PDFDict | undefined => dictAt(subject.catalog, 'ViewerPreferences');

const xmpOf = ({ context, catalog }: Subject): string => Buffer.from(streamText(context.lookup(catalog.get(name('Metadata')))), 'latin1').toString('utf8');
/** The text of an element or attribute of the metadata, whatever prefix its namespace has there; null where it is missing. */
function xmpValue(xmp: string, namespace: string, key: string): string | null {
  const prefix = [...xmp.matchAll(/xmlns:([\w-]+)\s*=\s*["']([^"']*)["']/g)].find(([, , uri]) => uri === namespace)?.[1];
  if (prefix === undefined) return null;
  const element = new RegExp(`<${prefix}:${key}\\b[^>]*>([\\s\\S]*?)</${prefix}:${key}>`).exec(xmp)?.[1];
  const attribute = new RegExp(`\\b${prefix}:${key}\\s*=\\s*["']([^"']*)["']`).exec(xmp)?.[1];
  return element?.replace(/<[^>]*>/g, '').trim() ?? attribute ?? null;
}

/** Types that the role map names, by what each becomes; a standard type ends the way. */
function roleFaults(subject: Subject, kind: 'open' | 'circle'): string[] {
  const roles = subject.root ? dictAt(subject.root, 'RoleMap') : undefined;
  const types = new Set([...subject.elements.map(({ type }) => type), ...(roles?.keys().map((key) => key.decodeText()) ?? [])]);
  return [...types].filter((type) => {
    const seen = new Set<string>();
    let at = type;
    while (!STANDARD_TYPES.has(at)) {
      if (seen.has(at)) return kind === 'circle';
      seen.add(at);
      at = roles ? nameAt(roles, at) : '';
      if (at === '') return kind === 'open';
    }
    return false;
  });
}

const configurations = (subject: Subject): { readonly main: PDFDict | undefined; readonly others: readonly PDFDict[] } => {
  const properties = dictAt(subject.catalog, 'OCProperties');
  return { main: properties && dictAt(properties, 'D'), others: properties ? listAt(properties, 'Configs').flatMap((each) => dictOf(subject.context, each) ?? []) : [] };
};
const encryption = ({ context }: Subject): PDFDict | undefined => dictOf(context, context.trailerInfo.Encrypt);
/** The bit that lets programs read a file out to a person. */
const EXTRACT = 1 << 9;

export const DOCUMENT_RULES: readonly Rule[] = [
  { id: '7.1-marked', fault: 'The file does not say that it is tagged, or has no structure tree.', find: (subject) => when(!isTrue(dictAt(subject.catalog, 'MarkInfo'), 'Marked') || subject.elements.length === 0) },
  { id: '01-007', fault: 'The file suspects its own tags.', find: (subject) => when(isTrue(dictAt(subject.catalog, 'MarkInfo'), 'Suspects')) },
  { id: '02-001', fault: 'A type is not mapped to a standard one.', find: (subject) => roleFaults(subject, 'open') },
  { id: '02-003', fault: 'The role map turns in a circle.', find: (subject) => roleFaults(subject, 'circle') },
  {
    id: '02-004', fault: 'A standard type is mapped to another.',
    find: (subject) => (subject.root ? dictAt(subject.root, 'RoleMap')?.keys() ?? [] : []).map((key) => key.decodeText()).filter((key) => STANDARD_TYPES.has(key)),
  },
  { id: '06-001', fault: 'There is no XMP metadata.', find: (subject) => when(xmpOf(subject) === '') },
  { id: '06-002', fault: 'The metadata does not say that the file is PDF/UA-1.', find: (subject) => when(xmpValue(xmpOf(subject), 'http://www.aiim.org/pdfua/ns/id/', 'part') !== '1') },
  { id: '06-003', fault: 'The metadata has no title.', find: (subject) => when((xmpValue(xmpOf(subject), 'http://purl.org/dc/elements/1.1/', 'title') ?? '') === '') },
  { id: '07-001', fault: 'The file does not say what stands in the window’s title.', find: (subject) => when(!preferences(subject)?.has(name('DisplayDocTitle'))) },
  { id: '07-002', fault: 'The window’s title is the file’s name.', find: (subject) => when(preferences(subject)?.has(name('DisplayDocTitle')) === true && !isTrue(preferences(subject), 'DisplayDocTitle')) },
  { id: '20-001', fault: 'A configuration of layers has no name.', find: (subject) => configurations(subject).others.filter((each) => textAt(each, 'Name') === '').map(String) },
  { id: '20-002', fault: 'The main configuration of layers has no name.', find: (subject) => [configurations(subject).main].flatMap((each) => (each && textAt(each, 'Name') === '' ? [String(each)] : [])) },
  {
    id: '20-003', fault: 'A configuration of layers changes them by itself.',
    find: (subject) => [configurations(subject).main, ...configurations(subject).others].flatMap((each) => (each?.has(name('AS')) ? [String(each)] : [])),
  },
  {
    id: '21-001', fault: 'An embedded file lacks one of its two names.',
    find: (subject) => subject.dicts.filter(({ dict }) => dict.has(name('EF')) && (textAt(dict, 'F') === '' || textAt(dict, 'UF') === '')).map(({ ref }) => String(ref)),
  },
  { id: '25-001', fault: 'There is an XFA form (refused whether it is drawn anew or not).', find: (subject) => when(dictAt(subject.catalog, 'AcroForm')?.has(name('XFA')) === true) },
  { id: '26-001', fault: 'The file is encrypted and does not say what is allowed.', find: (subject) => [encryption(subject)].flatMap((each) => (each && numberAt(each, 'P') === null ? ['Encrypt'] : [])) },
  {
    id: '26-002', fault: 'The file is encrypted and may not be read out.',
    find: (subject) => [encryption(subject)].flatMap((each) => (each && numberAt(each, 'P') !== null && ((numberAt(each, 'P') ?? 0) & EXTRACT) === 0 ? ['Encrypt'] : [])),
  },
];
