import { dictAt, dictOf, listAt, name } from '../../../electron/host/pdf-ua/pdf-objects.ts';
import { addElement, annotate, element, firstPage, text } from './breaking.ts';
import type { Break } from './breaking.ts';

const link = (entries: Parameters<typeof annotate>[2] = {}, type: string | null = 'Link'): Break => (subject) => { annotate(subject, type, { Subtype: 'Link', ...entries }); };
const clip = (entries: Parameters<typeof annotate>[2]): Break => (subject) => { subject.context.register(subject.context.obj({ S: 'MCD', ...entries })); };

export const STRUCTURE_MUTANTS: Readonly<Record<string, Break>> = {
  '09-004': (subject) => { addElement(subject, 'TD'); },
  '09-005': (subject) => { addElement(subject, 'P', {}, element(subject, 'LI')); },
  '09-006': (subject) => { addElement(subject, 'P', {}, addElement(subject, 'TOC')); },
  '09-007': (subject) => { addElement(subject, 'P', {}, addElement(subject, 'Ruby')); },
  '09-008': (subject) => { addElement(subject, 'WT'); },
  '13-004': (subject) => { element(subject, 'Figure').dict.set(name('Alt'), text(' ')); },
  '14-002': (subject) => { element(subject, 'H1').dict.set(name('S'), name('H2')); },
  '14-003': (subject) => { element(subject, 'H2', 1).dict.set(name('S'), name('H4')); },
  '14-006': (subject) => { addElement(subject, 'H'); addElement(subject, 'H'); },
  '14-007': (subject) => { addElement(subject, 'H'); },
  '15-003': (subject) => {
    // Neither a scope nor cells that name their heads.
    for (const { dict, type } of subject.elements) {
      if (type !== 'TH' && type !== 'TD') continue;
      dict.set(name('A'), subject.context.obj(listAt(dict, 'A').filter((each) => ['Scope', 'Headers'].every((key) => !dictOf(subject.context, each)?.has(name(key))))));
    }
  },
  '17-002': (subject) => { addElement(subject, 'Formula'); },
  '19-003': (subject) => { addElement(subject, 'Note'); },
  '19-004': (subject) => { addElement(subject, 'Note', { ID: text('n1') }); addElement(subject, 'Note', { ID: text('n1') }); },
  '28-002': (subject) => { annotate(subject, 'Span', { Subtype: 'Text' }); },
  '28-004': (subject) => { annotate(subject, 'Annot', { Subtype: 'Text', Contents: text('') }); },
  '28-005': (subject) => { annotate(subject, 'Form', { Subtype: 'Widget' }); },
  '28-006': (subject) => { annotate(subject, 'Annot', { Subtype: 'Sparkle' }); },
  '28-007': (subject) => { annotate(subject, 'Annot', { Subtype: 'TrapNet' }); },
  '28-008': (subject) => { link()(subject); firstPage(subject).dict.delete(name('Tabs')); },
  '28-009': (subject) => { link()(subject); firstPage(subject).dict.set(name('Tabs'), name('R')); },
  '28-010': (subject) => { annotate(subject, 'Annot', { Subtype: 'Widget', TU: text('Name') }); },
  '28-011': link({}, 'Span'),
  '28-012': link({ Contents: text('') }),
  '28-014': clip({ Alt: text('words') }),
  '28-015': clip({ CT: text('video/mp4') }),
  '28-016': (subject) => { annotate(subject, 'Annot', { Subtype: 'FileAttachment', FS: subject.context.obj({ F: text('a.txt') }) }); },
  '28-017': (subject) => { annotate(subject, 'Annot', { Subtype: 'PrinterMark' }); },
};

/** Nothing is wrong with these: each is beside one that is broken in just one thing. */
export const SOUND: Readonly<Record<string, Break>> = {
  link: link(),
  note: (subject) => { annotate(subject, 'Annot', { Subtype: 'Text' }); },
  field: (subject) => { annotate(subject, 'Form', { Subtype: 'Widget', FT: 'Tx', TU: text('Name') }); },
  attachment: (subject) => { annotate(subject, 'Annot', { Subtype: 'FileAttachment', FS: subject.context.obj({ F: text('a.txt'), UF: text('a.txt') }) }); },
  clip: clip({ CT: text('video/mp4'), Alt: text('words') }),
  'nested list': (subject) => {
    const list = addElement(subject, 'L');
    const item = addElement(subject, 'LI', {}, list);
    addElement(subject, 'Lbl', {}, item);
    addElement(subject, 'L', {}, addElement(subject, 'LBody', {}, item));
  },
  'table of contents': (subject) => { addElement(subject, 'Reference', {}, addElement(subject, 'TOCI', {}, addElement(subject, 'TOC'))); },
  'two notes': (subject) => { addElement(subject, 'Note', { ID: text('n1') }); addElement(subject, 'Note', { ID: text('n2') }); },
  formula: (subject) => { addElement(subject, 'Formula', { Alt: text('one half') }); },
  'layers with names': (subject) => {
    const layers = subject.context.obj({ Name: text('Layers') });
    subject.catalog.set(name('OCProperties'), subject.context.obj({ D: layers, Configs: subject.context.obj([layers]) }));
    if (!dictAt(subject.catalog, 'OCProperties')) throw new Error('no layers');
  },
};
