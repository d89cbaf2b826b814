/** Reading and changing PDF objects: small words over the library's. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';

export const name = (text: string): PDFName => PDFName.of(text);
export const isName = (object: PDFObject | undefined, text: string): boolean => object === PDFName.of(text);

export function dictOf(context: PDFContext, object: PDFObject | undefined): PDFDict | undefined {
  const found = context.lookup(object);
  return found instanceof PDFDict ? found : undefined;
}
export const dictAt = (dict: PDFDict, key: string): PDFDict | undefined => dictOf(dict.context, dict.get(name(key)));

/** An entry that is one thing or a list of things, as a list. */
export function listAt(dict: PDFDict, key: string): PDFObject[] {
  const value = dict.get(name(key));
  const found = value === undefined ? undefined : dict.context.lookup(value);
  if (found instanceof PDFArray) return found.asArray();
  return value === undefined || found === undefined ? [] : [value];
}

export function textAt(dict: PDFDict, key: string): string {
  const found = dict.context.lookup(dict.get(name(key)));
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : '';
}
export function nameAt(dict: PDFDict, key: string): string {
  const found = dict.context.lookup(dict.get(name(key)));
  return found instanceof PDFName ? found.decodeText() : '';
}
export function numberAt(dict: PDFDict, key: string): number | null {
  const found = dict.context.lookup(dict.get(name(key)));
  return found instanceof PDFNumber ? found.asNumber() : null;
}

/** The pages in order. */
export function pagesOf(context: PDFContext, catalog: PDFDict): { readonly ref: PDFRef; readonly dict: PDFDict }[] {
  const visit = (object: PDFObject | undefined): { readonly ref: PDFRef; readonly dict: PDFDict }[] => {
    const dict = dictOf(context, object);
    if (!dict) return [];
    if (dict.has(name('Kids'))) return listAt(dict, 'Kids').flatMap(visit);
    return object instanceof PDFRef ? [{ ref: object, dict }] : [];
  };
  return visit(catalog.get(name('Pages')));
}
