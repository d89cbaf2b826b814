import { PDFArray, PDFContext, PDFNull } from '@cantoo/pdf-lib';
import type { PDFDict, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { forgetContent, mendStructure } from './mend-structure.ts';
import { dictAt, dictOf, listAt, name, nameAt } from './pdf-objects.ts';
import { childrenOf, elementsBelow } from './structure-tree.ts';

/** A number is marked content; a list is an element: its type, then its kids. */
type Tree = number | Branch;
interface Branch extends ReadonlyArray<Tree | string> { readonly 0: string }

/** A tree on one page; numbers are marked content. */
function build(...trees: Tree[]) {
  const context = PDFContext.create();
  const page = context.register(context.obj({ Type: 'Page' }));
  const owners = PDFArray.withContext(context);
  const add = (tree: Tree, parent: PDFRef): PDFObject => {
    if (typeof tree === 'number') {
      owners.insert(owners.size(), parent);
      return context.obj(owners.size() - 1);
    }
    const [type, ...kids] = tree as readonly [string, ...Tree[]];
    const ref = context.nextRef();
    context.assign(ref, context.obj({ Type: 'StructElem', S: type, P: parent, Pg: page, ...(kids.length > 0 ? { K: context.obj(kids.map((kid) => add(kid, ref))) } : {}) }));
    return ref;
  };
  const rootRef = context.nextRef();
  const root = context.obj({ Type: 'StructTreeRoot' });
  context.assign(rootRef, root);
  root.set(name('K'), context.obj(trees.map((tree) => add(tree, rootRef))));
  return { context, root, page, owners, mend: () => mendStructure(root, (on) => (on === page ? owners : undefined)) };
}
const drawn = (dict: PDFDict): string => childrenOf(dict).map((child) => `${child.type}(${drawn(child.dict)}${listAt(child.dict, 'K').filter((kid) => /^\d+$/.test(String(kid))).map(String).join(' ')})`).join('');
const attributes = (dict: PDFDict): string[] => listAt(dict, 'A').map((each) => String(dictOf(dict.context, each)).replace(/\s+/g, ' '));

describe('mending the structure', () => {
  it('gives items a body, beside their label, and content that was right in the item a new owner', () => {
    const { context, root, owners, mend } = build(['L', ['LI', ['Lbl', 0], ['P', 1], 2]]);
    mend();
    expect(drawn(root)).toBe('L(LI(Lbl(0)LBody(P(1)2)))');
    const body = elementsBelow(root).find(({ type }) => type === 'LBody');
    expect(owners.get(2)).toBe(body?.ref);
    expect(dictOf(context, owners.get(1))).toBe(elementsBelow(root).find(({ type }) => type === 'P')?.dict);
    expect(elementsBelow(root).every(({ dict }) => dictAt(dict, 'P') !== undefined)).toBe(true);
    expect(dictAt(elementsBelow(root).find(({ type }) => type === 'P')?.dict ?? root, 'P')).toBe(body?.dict);
    // A list with labels says its numbering itself.
    expect(attributes(childrenOf(root)[0]?.dict ?? root)).toEqual([]);
  });

  it('says that a list without labels has no numbering, and leaves a body that is there', () => {
    const { root, mend } = build(['L', ['LI', ['LBody', 0]]]);
    mend();
    expect(drawn(root)).toBe('L(LI(LBody(0)))');
    expect(attributes(childrenOf(root)[0]?.dict ?? root)).toEqual(['<< /O /List /ListNumbering /None >>']);
  });

  it('gives a head without a scope one by where it stands', () => {
    const { root, mend } = build(['Table', ['THead', ['TR', ['TD', 0], ['TH', 1]]], ['TBody', ['TR', ['TH', 2], ['TD', 3]]]]);
    mend();
    expect(elementsBelow(root).filter(({ type }) => type === 'TH').map(({ dict }) => attributes(dict))).toEqual([['<< /O /Table /Scope /Column >>'], ['<< /O /Table /Scope /Row >>']]);
  });

  it('forgets content that became an artifact, and elements that hold nothing but stand for no place', () => {
    const { context, root, page, owners, mend } = build(['Table', 0, ['TR', 1, ['TD'], ['TD', ['P', 2]]]], ['NonStruct', ['P', 3]]);
    forgetContent(context, owners, page, [0, 1, 3]);
    mend();
    expect(drawn(root)).toBe('Table(TR(TD()TD(P(2))))');
    expect([0, 1, 3].map((mcid) => owners.get(mcid))).toEqual([PDFNull, PDFNull, PDFNull]);
  });

  it('maps types that PDF 1.7 does not know, and only those', () => {
    const { root, mend } = build(['P', ['Strong', 0], ['Em', 1]]);
    mend();
    const roles = dictAt(root, 'RoleMap');
    expect(roles?.keys().map((key) => `${key.decodeText()} ${nameAt(roles, key.decodeText())}`)).toEqual(['Em Span', 'Strong Span']);
    const plain = build(['P', 0]);
    plain.mend();
    expect(plain.root.has(name('RoleMap'))).toBe(false);
  });
});
