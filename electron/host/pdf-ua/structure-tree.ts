/** The structure tree of a PDF and its way back: which element marked content belongs to. */
import { PDFArray, PDFDict, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { dictAt, dictOf, isName, listAt, name, nameAt, numberAt } from './pdf-objects.ts';

export interface StructureElement {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly type: string;
}

export function elementOf(context: PDFContext, object: PDFObject | undefined): StructureElement | undefined {
  const dict = dictOf(context, object);
  return dict && object instanceof PDFRef && dict.has(name('S')) ? { ref: object, dict, type: nameAt(dict, 'S') } : undefined;
}

/** Elements right below one, or below the root. */
export const childrenOf = (dict: PDFDict): StructureElement[] => listAt(dict, 'K').flatMap((kid) => elementOf(dict.context, kid) ?? []);

/** All elements below `dict`, parents before their children. */
export function elementsBelow(dict: PDFDict): StructureElement[] {
  return childrenOf(dict).flatMap((element) => [element, ...elementsBelow(element.dict)]);
}

/** Whether an element is of `type` or within one of it. */
export function isWithin(dict: PDFDict | undefined, type: string): boolean {
  for (let at = dict; at; at = dictAt(at, 'P')) if (isName(at.get(name('S')), type)) return true;
  return false;
}

/** Values of a number tree by their keys. */
export function numberTree(dict: PDFDict | undefined): ReadonlyMap<number, PDFObject> {
  const found = new Map<number, PDFObject>();
  const visit = (node: PDFDict | undefined): void => {
    if (!node) return;
    const nums = listAt(node, 'Nums');
    for (let at = 0; at + 1 < nums.length; at += 2) {
      const [key, value] = [node.context.lookup(nums[at]), nums[at + 1]];
      if (key instanceof PDFNumber && value) found.set(key.asNumber(), value);
    }
    for (const kid of listAt(node, 'Kids')) visit(dictOf(node.context, kid));
  };
  visit(dict);
  return found;
}

/** For a page: the list that gives each number of marked content its element. */
export function ownersOf(tree: ReadonlyMap<number, PDFObject>, page: PDFDict): PDFArray | undefined {
  const key = numberAt(page, 'StructParents');
  const owners = key === null ? undefined : page.context.lookup(tree.get(key));
  return owners instanceof PDFArray ? owners : undefined;
}

/** The number and page of a kid that is marked content, or null. */
export function contentOf(element: PDFDict, kid: PDFObject): { readonly mcid: number; readonly page: PDFObject | undefined } | null {
  const value = element.context.lookup(kid);
  if (value instanceof PDFNumber) return { mcid: value.asNumber(), page: element.get(name('Pg')) };
  const mcid = value instanceof PDFDict && isName(value.get(name('Type')), 'MCR') ? numberAt(value, 'MCID') : null;
  return value instanceof PDFDict && mcid !== null ? { mcid, page: value.get(name('Pg')) ?? element.get(name('Pg')) } : null;
}
