import { PDFName } from '@cantoo/pdf-lib';
import { name } from '../../../electron/host/pdf-ua/pdf-objects.ts';
import { descendantOf, descriptorOf, fontOf, ownMap, rewritePage, rewriteStream, streamOf, system, text } from './breaking.ts';
import type { Break } from './breaking.ts';

/** Changes the first value of the map to Unicode. */
const unicode = (value: string): Break => (subject) => {
  rewriteStream(subject, fontOf(subject).dict, 'ToUnicode', (map) => map.replace('endcmap', `1 beginbfchar\n<FFF0> <${value}>\nendbfchar\nendcmap`));
};
const shows = (code: string): Break => (subject) => { rewritePage(subject, (content) => content.replace(/<[\dA-F]{4}> Tj/, `<${code}> Tj`)); };

export const FONT_MUTANTS: Readonly<Record<string, Break>> = {
  '10-001': shows('FFF1'),
  '31-001': (subject) => { ownMap(subject, { CIDSystemInfo: system(subject, 'Other', 'Identity', 0) }); },
  '31-002': (subject) => { ownMap(subject, { CIDSystemInfo: system(subject, 'Adobe', 'Other', 0) }); },
  '31-003': (subject) => { ownMap(subject, { CIDSystemInfo: system(subject, 'Adobe', 'Identity', 3) }); },
  '31-004': (subject) => { descendantOf(subject).set(name('CIDToGIDMap'), name('Other')); },
  '31-005': (subject) => { descendantOf(subject).delete(name('CIDToGIDMap')); },
  '31-006': (subject) => { fontOf(subject).dict.set(name('Encoding'), name('Own-H')); },
  '31-007': (subject) => { ownMap(subject, {}, '/WMode 1 def'); },
  '31-008': (subject) => { ownMap(subject, { UseCMap: PDFName.of('Own-H') }); },
  '31-009': (subject) => { descriptorOf(subject).delete(name('FontFile2')); },
  '31-011': shows('FFF1'),
  '31-012': (subject) => { descriptorOf(subject).set(name('CharSet'), text('/A')); },
  '31-014': (subject) => { descriptorOf(subject).set(name('CIDSet'), streamOf(subject, '')); },
  '31-016': (subject) => { descendantOf(subject).set(name('W'), subject.context.obj([0, 9999, 123])); },
  '31-017': (subject) => { fontOf(subject).dict.set(name('Subtype'), name('TrueType')); },
  '31-027': (subject) => { fontOf(subject).dict.delete(name('ToUnicode')); },
  '31-028': unicode('0000'),
  '31-029': unicode('FEFF'),
  '31-030': shows('0000'),
};
