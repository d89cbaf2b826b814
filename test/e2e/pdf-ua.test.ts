/** Every kind of paper keeps to PDF/UA-1 as far as a machine can see, and each rule that says so finds a PDF that breaks it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessiblePdf } from '../../electron/host/pdf-ua/accessible-pdf.ts';
import { findBrowser } from '../../electron/loopback/find-browser.ts';
import { createPdfMaker } from '../../electron/loopback/pdf.ts';
import { bundlePages } from '../../scripts/lib/build.ts';
import { printDocument } from '../../shared/contract/print.ts';
import type { PrintDocument } from '../../shared/print/model.ts';
import { familyPlan, longPlan, recoverySheet } from '../../shared/print/testing.ts';
import { touchedList } from '../../shared/print/testing-touched.ts';
import { RULES, checkPdfUa } from '../pdf-ua/check.ts';
import { annotate, text, write } from '../pdf-ua/mutants/breaking.ts';
import { DOCUMENT_MUTANTS } from '../pdf-ua/mutants/document-mutants.ts';
import { FONT_MUTANTS } from '../pdf-ua/mutants/font-mutants.ts';
import { SOUND, STRUCTURE_MUTANTS } from '../pdf-ua/mutants/structure-mutants.ts';
import { readSubject } from '../pdf-ua/subject.ts';
import { openPrintPage } from './lib/print-page.ts';
import type { PrintPage } from './lib/print-page.ts';
import { AREA, ASSUMED, openStarterSheets } from './lib/starter-sheets.ts';
import type { StarterSheets } from './lib/starter-sheets.ts';

const browser = findBrowser();
const MUTANTS = { ...DOCUMENT_MUTANTS, ...STRUCTURE_MUTANTS, ...FONT_MUTANTS };
type Lang = PrintDocument['lang'];
type Kind = PrintDocument['kind'];
type Make = (starter: StarterSheets, lang: Lang, large: boolean) => PrintDocument;

/** One of each kind; a kind that is not here does not compile. */
const PAPERS: Readonly<Record<Kind, Make>> = {
  'family-plan': (_, lang, large) => longPlan(lang, large),
  'walk-in-plan': (starter, lang, large) => starter.document({ kind: 'walk-in-plan', credentialIds: ['nurse-aide', 'practical-nurse'], areaId: AREA, lang, large }),
  'credential-sheet': (starter, lang, large) => starter.document({ kind: 'credential-sheet', credentialId: 'registered-nurse-associate', areaId: AREA, lang, large }),
  'comparison-sheet': (starter, lang, large) =>
    starter.document({ kind: 'comparison-sheet', credentialIds: ['medical-coding-certificate', 'practical-nurse', 'electrician-apprenticeship', 'commercial-driver-license'], areaId: AREA, assumptions: ASSUMED, lang, large }),
  'field-sheet': (starter, lang, large) => starter.document({ kind: 'field-sheet', field: 'health', areaId: AREA, lang, large }),
  'jobs-sheet': (starter, lang, large) => starter.document({ kind: 'jobs-sheet', areaId: AREA, lang, large }),
  'touched-list': (_, lang, large) => touchedList(lang, large),
  'recovery-sheet': (_, lang) => recoverySheet(lang),
};
const CASES = printDocument.shape.kind.options.flatMap((kind) => (['en', 'es'] as const).map((lang) => [kind, lang] as const));

describe('the rules of PDF/UA-1', () => {
  it('each have one number, one PDF that breaks them, and one line in docs/pdf-ua.md', async () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(MUTANTS).sort()).toEqual([...ids].sort());
    const page = await readFile(fileURLToPath(new URL('../../docs/pdf-ua.md', import.meta.url)), 'utf8');
    const said = [...page.matchAll(/^- ([\d.]+-[\da-z]+): (.*)$/gm)].filter(([, id]) => ids.includes(id ?? '')).map(([, id, fault]) => `${id}: ${fault}`);
    expect(said).toEqual(RULES.map(({ id, fault }) => `${id}: ${fault}`));
  });
});

describe.skipIf(browser === null)('PDF/UA-1 (skipped without Chrome, Edge or Chromium)', () => {
  let folder = '';
  let print: PrintPage;
  let starter: StarterSheets;
  /** A plan as the host makes it, to be broken; and as Chromium makes it. */
  let sound: Uint8Array;
  let raw: Uint8Array;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark pdf ua ñ '));
    await bundlePages(folder);
    [print, starter] = await Promise.all([openPrintPage(browser ?? '', folder), openStarterSheets()]);
    const maker = createPdfMaker(browser ?? '', folder);
    sound = await maker.make(familyPlan('en')).finally(() => maker.close());
    await print.show(familyPlan('en'));
    raw = await print.pdf();
  });
  afterAll(async () => {
    await print.close();
    await starter.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  /** The file with something changed in it, written and read anew. */
  const changed = async (pdf: Uint8Array, change: (subject: Awaited<ReturnType<typeof readSubject>>) => void): Promise<Uint8Array> => {
    const subject = await readSubject(pdf);
    change(subject);
    return write(subject);
  };

  it.each(CASES)('%s in %s, normal and large, on Letter and on A4', async (kind, lang) => {
    for (const [large, paper] of [[false, 'letter'], [false, 'a4'], [true, 'letter'], [true, 'a4']] as const) {
      const document = { ...PAPERS[kind](starter, lang, large), paper };
      expect(document.kind).toBe(kind);
      await print.show(document);
      const pdf = await accessiblePdf(await print.pdf(), document);
      expect(await checkPdfUa(pdf), `${kind} ${lang} ${paper} ${large ? 'large' : 'normal'}`).toEqual([]);
      const { pages, elements } = await readSubject(pdf);
      expect(pages.flatMap(({ content }) => content.shown).length).toBeGreaterThan(50);
      expect(elements.map(({ type }) => type)).toContain('H1');
    }
  });

  it('comes from the host as it should, the same each time, and would not from Chromium alone', async () => {
    expect(await checkPdfUa(sound)).toEqual([]);
    const labels = { title: 'My plan', lang: 'en' };
    expect(Buffer.compare(await accessiblePdf(raw, labels), await accessiblePdf(raw, labels))).toBe(0);
    const missing = (await checkPdfUa(raw)).map(({ id }) => id);
    expect(missing).toEqual(expect.arrayContaining(['01-005', '06-001', '09-004', '09-005']));
    // The browser names itself and the system; the paper is Waymark's.
    expect(Buffer.from(raw).toString('latin1')).toContain('Mozilla');
    expect(Buffer.from(sound).toString('latin1')).not.toMatch(/Mozilla|Linux|Windows/);
  });

  it('gives a link the address that it leads to as its words', async () => {
    const linked = await changed(raw, (subject) => {
      annotate(subject, 'Link', { Subtype: 'Link', Contents: text(''), A: subject.context.obj({ S: 'URI', URI: text('https://example.org/') }) });
    });
    expect((await checkPdfUa(linked)).map(({ id }) => id)).toContain('28-012');
    expect(await checkPdfUa(await accessiblePdf(linked, { title: 'My plan', lang: 'en' }))).toEqual([]);
  });

  it.each(RULES.map(({ id, fault }) => [id, fault] as const))('rule %s finds: %s', async (id) => {
    const broken = await changed(sound, (subject) => MUTANTS[id]?.(subject));
    const found = (await checkPdfUa(broken)).map((finding) => finding.id);
    expect(found).toContain(id);
  });

  it.each(Object.entries(SOUND))('a sound %s breaks no rule', async (_, add) => {
    expect(await checkPdfUa(await changed(sound, add))).toEqual([]);
  });
});
