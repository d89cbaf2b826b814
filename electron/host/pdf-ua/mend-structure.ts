/** What Chromium's structure tree lacks for PDF/UA-1. */
import type { PDFArray, PDFContext, PDFDict, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { PDFNull, PDFRef as Ref } from '@cantoo/pdf-lib';
import { dictAt, dictOf, isName, listAt, name, nameAt } from './pdf-objects.ts';
import { childrenOf, contentOf, elementOf, elementsBelow } from './structure-tree.ts';
import type { StructureElement } from './structure-tree.ts';

/** Types that Chromium writes and PDF 1.7 does not know, by the nearest that it does. */
const ROLES: Readonly<Record<string, string>> = { Strong: 'Span', Em: 'Span', Sub: 'Span', Title: 'P', Aside: 'Note', FENote: 'Note', DocumentFragment: 'Div' };
/** Elements that say nothing when nothing is in them; an empty cell of a table stands for its place. */
const EMPTY_GOES: ReadonlySet<string> = new Set(['NonStruct', 'P', 'Span', 'Div', 'Strong', 'Em', 'LBody', 'LI', 'L']);

/** Takes content that became an artifact from its element, and the element from the list of owners. */
export function forgetContent(context: PDFContext, owners: PDFArray, page: PDFRef, mcids: readonly number[]): void {
  for (const mcid of mcids) {
    const element = mcid < owners.size() ? dictOf(context, owners.get(mcid)) : undefined;
    if (!element) continue;
    owners.set(mcid, PDFNull);
    keepKids(element, listAt(element, 'K').filter((kid) => {
      const content = contentOf(element, kid);
      return content?.mcid !== mcid || content.page !== page;
    }));
  }
}

function keepKids(element: PDFDict, kids: readonly PDFObject[]): void {
  if (kids.length === 0) element.delete(name('K'));
  else element.set(name('K'), element.context.obj([...kids]));
}

/** Removes elements that hold nothing, the innermost first. */
function dropEmpty(dict: PDFDict): void {
  const children = childrenOf(dict);
  for (const child of children) dropEmpty(child.dict);
  const empty = new Set(children.filter((child) => EMPTY_GOES.has(child.type) && listAt(child.dict, 'K').length === 0).map((child) => child.ref));
  if (empty.size > 0) keepKids(dict, listAt(dict, 'K').filter((kid) => !(kid instanceof Ref) || !empty.has(kid)));
}

/** Puts all of an item but its label into the body that an item must have. */
function addBody(context: PDFContext, item: StructureElement, ownersOn: (page: PDFObject | undefined) => PDFArray | undefined): void {
  const kids = listAt(item.dict, 'K');
  const isPart = (kid: PDFObject): boolean => ['Lbl', 'LBody'].includes(elementOf(context, kid)?.type ?? '');
  const inside = kids.filter((kid) => !isPart(kid));
  if (inside.length === 0) return;
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: item.ref, K: context.obj(inside) });
  const page = item.dict.get(name('Pg'));
  if (page) body.set(name('Pg'), page);
  const ref = context.register(body);
  for (const kid of inside) {
    const content = contentOf(item.dict, kid);
    if (content) ownersOn(content.page)?.set(content.mcid, ref);
    else elementOf(context, kid)?.dict.set(name('P'), ref);
  }
  keepKids(item.dict, [...kids.filter(isPart), ref]);
}

/** Whether one of an element's attributes has `key`. */
const hasAttribute = (dict: PDFDict, key: string): boolean =>
  listAt(dict, 'A').some((each) => dictOf(dict.context, each)?.has(name(key)) ?? false);
function addAttribute(dict: PDFDict, attribute: Readonly<Record<string, string>>): void {
  dict.set(name('A'), dict.context.obj([...listAt(dict, 'A'), dict.context.obj(attribute)]));
}

/** A list whose items carry no label of their own is one without numbering. */
function addNumbering(list: StructureElement): void {
  const labelled = childrenOf(list.dict).some((item) => childrenOf(item.dict).some(({ type }) => type === 'Lbl'));
  if (!labelled && !hasAttribute(list.dict, 'ListNumbering')) addAttribute(list.dict, { O: 'List', ListNumbering: 'None' });
}

/** A head in the table's head, or in a row of heads only, is that of its column. */
function addScope(head: StructureElement): void {
  if (hasAttribute(head.dict, 'Scope')) return;
  const row = dictAt(head.dict, 'P');
  const section = row ? dictAt(row, 'P') : undefined;
  const ofColumn = (section && isName(section.get(name('S')), 'THead')) || (row && childrenOf(row).every(({ type }) => type === 'TH'));
  addAttribute(head.dict, { O: 'Table', Scope: ofColumn ? 'Column' : 'Row' });
}

/** Mends the tree below `root`; `ownersOn` gives the owners of a page's marked content. */
export function mendStructure(root: PDFDict, ownersOn: (page: PDFObject | undefined) => PDFArray | undefined): void {
  const { context } = root;
  dropEmpty(root);
  const elements = elementsBelow(root);
  for (const element of elements) {
    if (element.type === 'LI') addBody(context, element, ownersOn);
    if (element.type === 'TH') addScope(element);
  }
  for (const element of elements) if (element.type === 'L') addNumbering(element);
  const strange = new Set(elements.map(({ type }) => type).filter((type) => type in ROLES));
  if (strange.size === 0) return;
  const roles = dictAt(root, 'RoleMap') ?? context.obj({});
  for (const type of [...strange].sort()) if (nameAt(roles, type) === '') roles.set(name(type), name(ROLES[type] ?? 'Span'));
  root.set(name('RoleMap'), roles);
}
