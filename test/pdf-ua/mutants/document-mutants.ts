import { PDFName } from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';
import { dictAt, listAt, name } from '../../../electron/host/pdf-ua/pdf-objects.ts';
import { addElement, annotate, element, firstPage, forgetLanguage, inCatalog, rewritePage, rewriteStream, setRole, streamOf, text } from './breaking.ts';
import type { Break } from './breaking.ts';

const FIRST_TAGGED = /\/\w+ <<\/MCID \d+ >>BDC/;
const twoForms: Break = (subject) => {
  const resources = dictAt(firstPage(subject).dict, 'Resources');
  const box = subject.context.obj([0, 0, 9, 9]);
  resources?.set(name('XObject'), subject.context.obj({ Form: streamOf(subject, '/P <</MCID 900 >>BDC 0 0 1 1 re f EMC', { Type: 'XObject', Subtype: 'Form', BBox: box }) }));
  rewritePage(subject, (content) => `${content}\n/Artifact BMC /Form Do /Form Do EMC`);
};
const layers = (entries: Record<string, PDFObject>, list: boolean): Break => (subject) => {
  const broken = subject.context.obj(entries);
  const well = subject.context.obj({ Name: text('Layers') });
  inCatalog(subject, 'OCProperties', list ? { D: well, Configs: subject.context.obj([broken]) } : { D: broken });
};
const encrypt = (permissions: Record<string, number>): Break => (subject) => {
  subject.context.trailerInfo.Encrypt = subject.context.register(subject.context.obj({ Filter: 'Standard', V: 1, ...permissions }));
};

export const DOCUMENT_MUTANTS: Readonly<Record<string, Break>> = {
  '01-003': (subject) => rewritePage(subject, (content) => content.replace(FIRST_TAGGED, '$& /Artifact BMC EMC')),
  '01-004': (subject) => rewritePage(subject, (content) => content.replace(FIRST_TAGGED, '/Artifact BMC $&').replace(/EMC(?!.*EMC)/s, 'EMC EMC')),
  '01-005': (subject) => rewritePage(subject, (content) => `${content}\n0 0 1 1 re f`),
  '7.1-tree': (subject) => { element(subject, 'H1').dict.delete(name('K')); },
  '30-001': (subject) => { streamOf(subject, '', { Subtype: 'Form', Ref: subject.context.obj({ Page: 0 }) }); },
  '30-002': twoForms,
  '7.1-marked': (subject) => { subject.catalog.delete(name('MarkInfo')); },
  '01-007': (subject) => { inCatalog(subject, 'MarkInfo', { Suspects: true }); },
  '02-001': (subject) => { addElement(subject, 'Aside'); },
  '02-003': (subject) => { setRole(subject, 'Mine', 'Yours'); setRole(subject, 'Yours', 'Mine'); },
  '02-004': (subject) => { setRole(subject, 'P', 'Span'); },
  '06-001': (subject) => { subject.catalog.delete(name('Metadata')); },
  '06-002': (subject) => { rewriteStream(subject, subject.catalog, 'Metadata', (xmp) => xmp.replace('<pdfuaid:part>1<', '<pdfuaid:part>2<')); },
  '06-003': (subject) => { rewriteStream(subject, subject.catalog, 'Metadata', (xmp) => xmp.replace(/<dc:title>[\s\S]*<\/dc:title>/, '')); },
  '07-001': (subject) => { dictAt(subject.catalog, 'ViewerPreferences')?.delete(name('DisplayDocTitle')); },
  '07-002': (subject) => { inCatalog(subject, 'ViewerPreferences', { DisplayDocTitle: false }); },
  '20-001': layers({}, true),
  '20-002': layers({}, false),
  '20-003': layers({ Name: text('Layers'), AS: PDFName.of('Any') }, false),
  '21-001': (subject) => { subject.context.register(subject.context.obj({ Type: 'Filespec', F: text('a.txt'), EF: subject.context.obj({}) })); },
  '25-001': (subject) => { inCatalog(subject, 'AcroForm', { XFA: text('') }); },
  '26-001': encrypt({}),
  '26-002': encrypt({ P: -1 & ~512 }),
  '11-001': forgetLanguage,
  // Text keeps its language; the figure and what is around it lose theirs.
  '11-002': (subject) => {
    forgetLanguage(subject);
    for (const { dict, type } of subject.elements) if (type !== 'Figure' && dict !== element(subject, 'Document').dict && listAt(dict, 'K').length > 0) dict.set(name('Lang'), text('en'));
    addElement(subject, 'Span', { Alt: text('words') });
  },
  '11-003': (subject) => { subject.catalog.delete(name('Lang')); },
  '11-004': (subject) => { annotate(subject, 'Annot', { Subtype: 'Text' }); subject.catalog.set(name('Lang'), text('no language')); },
  '11-005': (subject) => { annotate(subject, 'Form', { Subtype: 'Widget', FT: 'Tx', TU: text('Name') }); subject.catalog.delete(name('Lang')); },
  '11-006': (subject) => { subject.catalog.set(name('Lang'), text('')); },
};
