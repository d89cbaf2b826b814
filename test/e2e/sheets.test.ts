/** Every sheet of the starter: pages as designed, nothing cut, small, pale or over something else, each with school, mark and codes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPdfPages } from '../../electron/host/pdf-pages.ts';
import { findBrowser } from '../../electron/loopback/find-browser.ts';
import { bundlePages } from '../../scripts/lib/build.ts';
import { contact, program } from '../../shared/domain/overlay/testing.ts';
import type { PrintDocument } from '../../shared/print/model.ts';
import { familyPlan, longPlan, recoverySheet, walkInPlan } from '../../shared/print/testing.ts';
import { openPrintPage, overlapping } from './lib/print-page.ts';
import type { Box, PrintPage } from './lib/print-page.ts';
import { AREA, ASSUMED, openStarterSheets } from './lib/starter-sheets.ts';
import type { SheetRequest, StarterSheets } from './lib/starter-sheets.ts';

const browser = findBrowser();
const LANGS = ['en', 'es'] as const;
const PAPERS = ['letter', 'a4'] as const;
/** Smallest letters on paper: 8 points, in CSS pixels, less what rounding takes. */
const LEAST_SIZE = (8 * 96) / 72 - 0.05;

/** One of each kind of sheet about nobody, the longest of its kind. */
const kinds = (lang: 'en' | 'es', large: boolean): readonly (readonly [string, SheetRequest])[] => [
  ['credential, a long one', { kind: 'credential-sheet', credentialId: 'registered-nurse-associate', areaId: AREA, lang, large }],
  ['credential, one to think twice about', { kind: 'credential-sheet', credentialId: 'nurse-aide', areaId: AREA, lang, large }],
  ['two ways', { kind: 'comparison-sheet', credentialIds: ['nurse-aide', 'forklift-card'], areaId: AREA, assumptions: ASSUMED, lang, large }],
  ['four ways', { kind: 'comparison-sheet', credentialIds: ['medical-coding-certificate', 'practical-nurse', 'electrician-apprenticeship', 'commercial-driver-license'], areaId: AREA, assumptions: ASSUMED, lang, large }],
  ['the fullest field', { kind: 'field-sheet', field: 'health', areaId: AREA, lang, large }],
  ['a small field', { kind: 'field-sheet', field: 'general', areaId: AREA, lang, large }],
  ['good jobs here', { kind: 'jobs-sheet', areaId: AREA, lang, large }],
  ['good jobs of the nation', { kind: 'jobs-sheet', areaId: 'us', lang, large }],
  ['walk-in plan of one', { kind: 'walk-in-plan', credentialIds: ['electrician-apprenticeship'], areaId: AREA, lang, large }],
  ['walk-in plan of two long ones', { kind: 'walk-in-plan', credentialIds: ['nurse-aide', 'practical-nurse'], areaId: AREA, lang, large }],
];

describe.skipIf(browser === null)('sheets (skipped without Chrome, Edge or Chromium)', () => {
  let folder = '';
  let print: PrintPage;
  let starter: StarterSheets;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark sheets ñ '));
    await bundlePages(folder);
    [print, starter] = await Promise.all([openPrintPage(browser ?? '', folder), openStarterSheets()]);
  });
  afterAll(async () => {
    await print.close();
    await starter.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const faultsOf = (name: string, boxes: readonly Box[], width: number): string[] => [
    ...overlapping(boxes),
    ...boxes.filter(({ left, right }) => left < -0.5 || right > width + 0.5).map(({ text }) => `"${text}" is cut`),
    ...boxes.filter(({ size }) => size < LEAST_SIZE).map(({ text, size }) => `"${text}" is ${(size * 0.75).toFixed(1)} points`),
    ...boxes.filter(({ contrast }) => contrast < 4.5).map(({ text, contrast }) => `"${text}" has contrast ${contrast.toFixed(1)}`),
  ].map((fault) => `${name}: ${fault}`);
  const widthOf = ({ paper }: PrintDocument): number => (paper === 'letter' ? 720 : Math.round((210 / 25.4 - 1) * 96));

  it.each(LANGS)('every credential is on one page of Letter in %s; the fullest are printed and counted', async (lang) => {
    const heights = [];
    for (const credentialId of starter.credentialIds) {
      heights.push({ credentialId, pages: await print.show(starter.document({ kind: 'credential-sheet', credentialId, areaId: AREA, lang, large: false })) });
    }
    expect(heights.length).toBeGreaterThanOrEqual(145);
    expect(heights.filter(({ pages }) => !(pages > 0.3 && pages <= 1)).map(({ credentialId, pages }) => `${credentialId} ${pages.toFixed(2)}`)).toEqual([]);
    // What a page is like on screen is one thing; what the printer makes of it another.
    for (const { credentialId } of heights.sort((a, b) => b.pages - a.pages).slice(0, 8)) {
      await print.show(starter.document({ kind: 'credential-sheet', credentialId, areaId: AREA, lang, large: false }));
      expect(countPdfPages(await print.pdf()), credentialId).toBe(1);
    }
  });

  it.each(LANGS.flatMap((lang) => PAPERS.flatMap((paper) => [false, true].map((large) => [lang, paper, large] as const))))('each kind is whole in %s on %s, large %s', async (lang, paper, large) => {
    const faults: string[] = [];
    for (const [name, request] of kinds(lang, large)) {
      const document = starter.document(request, paper);
      const boxes = await print.boxes(document);
      expect(boxes.length, name).toBeGreaterThan(20);
      faults.push(...faultsOf(name, boxes, widthOf(document)));
      const pages = countPdfPages(await print.pdf());
      const most = large || request.kind === 'walk-in-plan' ? 2 : 1;
      if (pages > most) faults.push(`${name}: ${pages} pages`);
    }
    expect(faults).toEqual([]);
  });

  it.each(LANGS)('what the school knows itself fits on the fullest sheets (%s)', async (lang) => {
    const faults: string[] = [];
    for (const credentialId of ['registered-nurse-associate', 'practical-nurse', 'nurse-aide', 'commercial-driver-license']) {
      const about = { credentialId, credentialName: { en: credentialId, es: credentialId }, provider: 'Pickaway-Ross Career and Technology Center', contact: 'Ms. Alvarez-Montgomery, room 12' };
      const own = [program({ ...about, id: 'a' }), program({ ...about, id: 'b', checkedOn: '2024-01-01' }), contact({ credentialId, topic: 'credential', name: 'Ohio Nurse Aide Registry, Department of Health' }), contact({ id: 'c2' })];
      const document = starter.document({ kind: 'credential-sheet', credentialId, areaId: AREA, lang, large: false }, 'letter', own);
      const boxes = await print.boxes(document);
      expect(boxes.some(({ text }) => text.includes('740-555-0112')), credentialId).toBe(true);
      faults.push(...faultsOf(credentialId, boxes, widthOf(document)));
      const pages = countPdfPages(await print.pdf());
      if (pages > 1) faults.push(`${credentialId}: ${pages} pages`);
    }
    expect(faults).toEqual([]);
  });

  it('plans and the recovery sheet are whole too', async () => {
    const faults: string[] = [];
    const documents = LANGS.flatMap((lang) => [familyPlan(lang), familyPlan(lang, true), longPlan(lang), walkInPlan(lang, true), recoverySheet(lang)]);
    for (const [index, document] of documents.entries()) faults.push(...faultsOf(`${document.kind} ${index}`, await print.boxes(document), widthOf(document)));
    expect(faults).toEqual([]);
  });

  it.each([
    ['cut', '.sheet-inner { margin-left: 40px; } table { width: 110% !important; }', / is cut$/],
    ['small', 'td { font-size: 7pt !important; }', / is 7\.0 points$/],
    ['pale', 'td { color: #999 !important; }', / has contrast 2\.\d$/],
    ['over other text', 'tbody tr { display: block; height: 6pt; }', / over "/],
  ] as const)('would find text that is %s', async (_, content, said) => {
    const document = starter.document({ kind: 'field-sheet', field: 'health', areaId: AREA, lang: 'en', large: false });
    const style = await print.page.addStyleTag({ content });
    const faults = faultsOf('spoilt', await print.boxes(document), widthOf(document));
    await style.evaluate((element) => { (element as unknown as { remove(): void }).remove(); });
    expect(faults.filter((fault) => said.test(fault)).length).toBeGreaterThan(3);
  });

  it.each(LANGS)('has the school with its phone, the draft mark in Spanish only, and a code beside each credential (%s)', (lang) => {
    for (const [name, request] of kinds(lang, false)) {
      const document = starter.document(request);
      expect(document.right, name).toEqual(expect.arrayContaining(['Example Valley High School and Career Center', '(740) 555-0142']));
      expect(document.notice?.startsWith('Traducción en borrador') ?? false, name).toBe(lang === 'es');
      expect(document.kind === 'walk-in-plan' || document.kind === 'comparison-sheet', name).toBe(document.blankName !== null);
      const said = JSON.stringify(document);
      expect(starter.codes.filter((code) => said.includes(code)).length, name).toBeGreaterThan(request.kind === 'field-sheet' && request.field === 'health' ? 25 : 0);
    }
  });
});
