/** Fonts of a PDF with the codes that pages show in them. */
import { PDFArray, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { dictAt, dictOf, listAt, name, nameAt, numberAt } from '../../electron/host/pdf-ua/pdf-objects.ts';
import { streamText } from './subject.ts';
import type { Subject } from './subject.ts';

export interface UsedFont {
  readonly dict: PDFDict;
  readonly kind: string;
  /** The font that a composite one rests on. */
  readonly descendant: PDFDict | undefined;
  readonly descriptor: PDFDict | undefined;
  readonly codes: ReadonlySet<number>;
  readonly where: string;
}

/** Kept for the next rule: a subject does not change while it is checked. */
const KNOWN = new WeakMap<Subject, UsedFont[]>();
/** Every font that text is shown in, with its codes: two bytes each in a composite font. */
export function fontsOf(subject: Subject): UsedFont[] {
  const known = KNOWN.get(subject) ?? readFonts(subject);
  KNOWN.set(subject, known);
  return known;
}

function readFonts(subject: Subject): UsedFont[] {
  const found = new Map<PDFDict, Set<number>>();
  for (const { dict, content } of subject.pages) {
    const resources = dictAt(dict, 'Resources');
    const fonts = resources ? dictAt(resources, 'Font') : undefined;
    for (const { font, bytes } of content.shown) {
      const used = fonts ? dictOf(subject.context, fonts.get(name(font))) : undefined;
      if (!used) continue;
      const codes = found.get(used) ?? new Set();
      found.set(used, codes);
      const wide = nameAt(used, 'Subtype') === 'Type0';
      for (let at = 0; at < bytes.length; at += wide ? 2 : 1) codes.add(wide ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0));
    }
  }
  return [...found].map(([dict, codes]) => {
    const descendant = dictOf(subject.context, listAt(dict, 'DescendantFonts')[0]);
    return { dict, kind: nameAt(dict, 'Subtype'), descendant, descriptor: dictAt(descendant ?? dict, 'FontDescriptor'), codes, where: nameAt(dict, 'BaseFont') };
  });
}

export const isIdentity = ({ dict }: UsedFont): boolean => /^Identity-[HV]$/.test(nameAt(dict, 'Encoding'));

/** What a ToUnicode map gives for each code, as code units. */
export function unicodeOf(map: PDFObject | undefined): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  const units = (hex: string): number[] => (hex.match(/.{1,4}/g) ?? []).map((each) => Number.parseInt(each, 16));
  const text = streamText(map);
  for (const [, body] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, value] of (body ?? '').matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g)) found.set(Number.parseInt(code ?? '', 16), units(value ?? ''));
  }
  for (const [, body] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first, last, value, list] of (body ?? '').matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>\s*(?:<([\dA-Fa-f]+)>|\[([^\]]*)\])/g)) {
      const [from, to] = [Number.parseInt(first ?? '', 16), Number.parseInt(last ?? '', 16)];
      const values = list?.match(/[\dA-Fa-f]+/g) ?? [];
      for (let code = from; code <= to; code += 1) {
        const start = units(value ?? values[code - from] ?? '');
        found.set(code, value === undefined ? start : start.map((unit, at) => (at === start.length - 1 ? unit + code - from : unit)));
      }
    }
  }
  return found;
}

/** The widths that a composite font's dictionary gives, by glyph number. */
export function widthsOf(descendant: PDFDict): (cid: number) => number {
  const widths = new Map<number, number>();
  const entries = listAt(descendant, 'W').map((each) => descendant.context.lookup(each));
  const number = (object: PDFObject | undefined): number => (object instanceof PDFNumber ? object.asNumber() : Number.NaN);
  for (let at = 0; at < entries.length;) {
    const [first, second] = [number(entries[at]), entries[at + 1]];
    if (second instanceof PDFArray) {
      for (const [index, width] of second.asArray().entries()) widths.set(first + index, number(descendant.context.lookup(width)));
      at += 2;
    } else {
      for (let cid = first; cid <= number(second); cid += 1) widths.set(cid, number(entries[at + 2]));
      at += 3;
    }
  }
  return (cid) => widths.get(cid) ?? numberAt(descendant, 'DW') ?? 1000;
}

export const nameOf = (object: PDFObject | undefined): string => (object instanceof PDFName ? object.decodeText() : '');
