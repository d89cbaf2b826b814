import { PDFStream } from '@cantoo/pdf-lib';
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { dictAt, name, nameAt, numberAt, textAt } from '../../../electron/host/pdf-ua/pdf-objects.ts';
import { readFontFile } from '../font-file.ts';
import { fontsOf, isIdentity, nameOf, unicodeOf, widthsOf } from '../fonts.ts';
import type { UsedFont } from '../fonts.ts';
import type { Rule } from '../rule.ts';
import { streamBytes, streamText } from '../subject.ts';
import type { Subject } from '../subject.ts';

/** Names of maps that every reader has (ISO 32000-1, table 118), by how they begin. */
const KNOWN_MAP = /^(Identity|GB-EUC|GBpc-EUC|GBK|GBKp-EUC|GBK2K|UniGB|B5pc|HKscs-B5|ETen-B5|ETenms-B5|CNS-EUC|UniCNS|83pv-RKSJ|90ms-RKSJ|90msp-RKSJ|90pv-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|H$|V$|UniJIS|KSC|KSCms-UHC|KSCpc-EUC|UniKS)/;
/** Text in these collections is known by its codes. */
const COLLECTIONS: ReadonlySet<string> = new Set(['GB1', 'CNS1', 'Japan1', 'Korea1']);
const ENCODINGS: ReadonlySet<string> = new Set(['MacRomanEncoding', 'MacExpertEncoding', 'WinAnsiEncoding']);

const wrong = (test: (font: UsedFont) => boolean) => (subject: Subject): string[] => fontsOf(subject).filter(test).map(({ where }) => where);
const encodingOf = ({ dict }: UsedFont): PDFObject | undefined => dict.context.lookup(dict.get(name('Encoding')));
const mapOf = (font: UsedFont): PDFDict | undefined => { const map = encodingOf(font); return map instanceof PDFStream ? map.dict : undefined; };
const systemOf = (dict: PDFDict | undefined): PDFDict | undefined => (dict ? dictAt(dict, 'CIDSystemInfo') : undefined);
const programOf = ({ descriptor }: UsedFont): PDFObject | undefined =>
  descriptor && ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor.context.lookup(descriptor.get(name(key)))).find((each) => each !== undefined);
const trueTypeOf = ({ descriptor }: UsedFont) => (descriptor?.has(name('FontFile2')) ? readFontFile(streamBytes(descriptor.context.lookup(descriptor.get(name('FontFile2'))))) : null);
const toUnicode = ({ dict }: UsedFont) => unicodeOf(dict.context.lookup(dict.get(name('ToUnicode'))));
const differsIn = (font: UsedFont, key: string): boolean => {
  const [map, descendant] = [systemOf(mapOf(font)), systemOf(font.descendant)];
  return map !== undefined && descendant !== undefined && textAt(map, key) !== textAt(descendant, key);
};
const isType2 = ({ descendant }: UsedFont): boolean => descendant !== undefined && nameAt(descendant, 'Subtype') === 'CIDFontType2';
/** The glyph of a code, where that is plain: identity from code to glyph. */
const isPlain = (font: UsedFont): boolean => isIdentity(font) && font.descendant !== undefined && nameAt(font.descendant, 'CIDToGIDMap') === 'Identity';
const isMapped = (font: UsedFont): boolean =>
  font.dict.has(name('ToUnicode')) || ENCODINGS.has(nameOf(encodingOf(font))) || COLLECTIONS.has(textAt(systemOf(font.descendant) ?? font.dict, 'Ordering'));
const values = (font: UsedFont): number[] => [...toUnicode(font).values()].flat();
/** A thousandth, and what a width loses by being written with few digits. */
const TOLERANCE = 1.01;
const has = (key: string) => wrong(({ descriptor }) => descriptor?.has(name(key)) === true);
const simple = wrong(({ kind }) => kind === 'TrueType');

export const FONT_RULES: readonly Rule[] = [
  { id: '10-001', fault: 'A code that is shown has no Unicode.', find: wrong((font) => { const map = toUnicode(font); return font.dict.has(name('ToUnicode')) && [...font.codes].some((code) => !map.has(code)); }) },
  { id: '31-001', fault: 'A composite font and its map are of different registries.', find: wrong((font) => differsIn(font, 'Registry')) },
  { id: '31-002', fault: 'A composite font and its map are of different orderings.', find: wrong((font) => differsIn(font, 'Ordering')) },
  {
    id: '31-003', fault: 'A composite font is of an older supplement than its map.',
    find: wrong((font) => (numberAt(systemOf(font.descendant) ?? font.dict, 'Supplement') ?? 0) < (numberAt(systemOf(mapOf(font)) ?? font.dict, 'Supplement') ?? 0)),
  },
  {
    id: '31-004', fault: 'A TrueType font gives its glyphs in a way that is none.',
    find: wrong((font) => {
      const map = font.descendant?.context.lookup(font.descendant.get(name('CIDToGIDMap')));
      return isType2(font) && map !== undefined && !(map instanceof PDFStream) && nameOf(map) !== 'Identity';
    }),
  },
  { id: '31-005', fault: 'A TrueType font does not give its glyphs.', find: wrong((font) => isType2(font) && !font.descendant?.has(name('CIDToGIDMap'))) },
  { id: '31-006', fault: 'The map of a font is neither known nor embedded.', find: wrong((font) => font.kind === 'Type0' && mapOf(font) === undefined && !KNOWN_MAP.test(nameOf(encodingOf(font)))) },
  {
    id: '31-007', fault: 'The map of a font says of its direction one thing inside and another outside.',
    find: wrong((font) => {
      const map = mapOf(font);
      return map !== undefined && (numberAt(map, 'WMode') ?? 0) !== Number(/\/WMode\s+(\d)/.exec(streamText(encodingOf(font)))?.[1] ?? 0);
    }),
  },
  { id: '31-008', fault: 'The map of a font rests on one that is not known.', find: wrong((font) => { const map = mapOf(font); return map?.has(name('UseCMap')) === true && !KNOWN_MAP.test(nameAt(map, 'UseCMap')); }) },
  { id: '31-009', fault: 'A font is not embedded.', find: wrong((font) => font.kind !== 'Type3' && programOf(font) === undefined) },
  { id: '31-011', fault: 'A glyph that is shown is not in the font.', find: wrong((font) => { const file = trueTypeOf(font); return isPlain(font) && file !== null && [...font.codes].some((code) => code >= file.glyphs); }) },
  { id: '31-012', fault: 'A Type 1 font lists its glyphs (refused, whether the list is whole or not).', find: has('CharSet') },
  { id: '31-014', fault: 'A composite font lists its glyphs (refused, whether the list is whole or not).', find: has('CIDSet') },
  {
    id: '31-016', fault: 'A glyph is not as wide as the file says.',
    find: wrong((font) => {
      const file = trueTypeOf(font);
      const said = font.descendant && widthsOf(font.descendant);
      return isPlain(font) && file !== null && said !== undefined && [...font.codes].some((code) => Math.abs(file.width(code) - said(code)) > TOLERANCE);
    }),
  },
  { id: '31-017', fault: 'There is a simple TrueType font (refused: 31-017 to 31-026 are about how such fonts are encoded).', find: simple },
  { id: '31-027', fault: 'A font has no map to Unicode.', find: wrong((font) => !isMapped(font)) },
  { id: '31-028', fault: 'A map to Unicode gives zero.', find: wrong((font) => values(font).includes(0)) },
  { id: '31-029', fault: 'A map to Unicode gives U+FEFF or U+FFFE.', find: wrong((font) => values(font).some((value) => value === 0xfeff || value === 0xfffe)) },
  { id: '31-030', fault: 'The sign for a missing glyph is shown.', find: wrong((font) => isPlain(font) && font.codes.has(0)) },
];
