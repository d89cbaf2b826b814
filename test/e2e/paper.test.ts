/** Paper made by a real browser: pages, size, order, fonts, tags, and nothing outside or too small. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPdfPages } from '../../electron/host/pdf-pages.ts';
import { findBrowser } from '../../electron/loopback/find-browser.ts';
import { createPdfMaker } from '../../electron/loopback/pdf.ts';
import type { PdfMaker } from '../../electron/loopback/pdf.ts';
import { bundlePages } from '../../scripts/lib/build.ts';
import type { PrintDocument } from '../../shared/print/model.ts';
import { familyPlan, longPlan, recoverySheet, walkInPlan } from '../../shared/print/testing.ts';
import { comparisonSheet, credentialSheet, fieldSheet } from '../../shared/print/testing-sheets.ts';

const browser = findBrowser();
const LETTER = [612, 792] as const;

interface Line { readonly text: string; readonly size: number; readonly x: number; readonly y: number; readonly width: number }
interface Page { readonly width: number; readonly height: number; readonly lines: readonly Line[] }

async function pagesOf(pdf: Uint8Array): Promise<Page[]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 });
  const file = await loading.promise;
  const pages: Page[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const lines = items.flatMap((item): Line[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a, b, , , x, y] = item.transform as number[];
      return [{ text: item.str, size: Math.hypot(a ?? 0, b ?? 0), x: x ?? 0, y: y ?? 0, width: item.width }];
    });
    pages.push({ width, height, lines });
  }
  await loading.destroy();
  return pages;
}

const textOf = (pages: readonly Page[]): string => pages.flatMap((page) => page.lines.map((line) => line.text)).join(' ').replace(/\s+/gu, ' ');
const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');

/** Fails with the first word that does not follow the ones before it. */
function expectInOrder(text: string, words: readonly string[]): void {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    expect(at, `"${word}" after position ${from}`).toBeGreaterThanOrEqual(from);
    from = at + word.length;
  }
}

const ORDER = {
  en: ['Maya’s plan', 'My goal:', 'My next three things', 'My steps', 'Check before you pay', 'What it costs', 'Nobody has promised it yet.', 'Pay', 'Not a promise.', 'Plan B', 'Signing means', 'Parent or guardian', 'Where the numbers come from'],
  es: ['Plan de Maya', 'Mi meta:', 'Mis próximas tres cosas', 'Mis pasos', 'Pregunte antes de pagar', 'Cuánto cuesta', 'Nadie lo ha prometido', 'Pago', 'No es una promesa.', 'Plan B', 'Firmar quiere decir', 'Padre, madre o tutor', 'De dónde vienen las cifras'],
} as const;

const PAPERS: readonly (readonly [string, PrintDocument, number])[] = [
  ['family plan, English', familyPlan('en'), 1],
  ['family plan, Spanish', familyPlan('es'), 1],
  ['family plan, English, large', familyPlan('en', true), 2],
  ['family plan, Spanish, large', familyPlan('es', true), 2],
  ['six steps and eight costs, English', longPlan('en'), 2],
  ['six steps and eight costs, Spanish', longPlan('es'), 2],
  ['six steps and eight costs, English, large', longPlan('en', true), 2],
  ['six steps and eight costs, Spanish, large', longPlan('es', true), 2],
  ['walk-in plan, English', walkInPlan('en'), 1],
  ['walk-in plan, Spanish', walkInPlan('es'), 1],
  ['credential sheet, English', credentialSheet('en'), 1],
  ['credential sheet, Spanish', credentialSheet('es'), 1],
  ['credential sheet, English, large', credentialSheet('en', true), 2],
  ['comparison of three, English', comparisonSheet('en'), 1],
  ['comparison of four, Spanish, large', comparisonSheet('es', true, 4), 2],
  ['field, Spanish', fieldSheet('es'), 1],
  ['recovery sheet, English', recoverySheet('en'), 1],
  ['recovery sheet, Spanish', recoverySheet('es'), 1],
];

/** What pdftotext reads in the order of the file; null on a machine without it. */
async function plainText(pdf: Uint8Array): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark paper text '));
  try {
    const file = join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/gu, ' ');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.skipIf(browser === null)('paper (skipped without Chrome, Edge or Chromium)', () => {
  let folder = '';
  let maker: PdfMaker;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark paper ñ '));
    await bundlePages(folder);
    maker = createPdfMaker(browser ?? '', folder);
  });
  afterAll(async () => {
    await maker.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it.each(PAPERS)('%s', async (_, document, most) => {
    const pdf = await maker.make(document);
    const pages = await pagesOf(pdf);
    expect(pages.length).toBeLessThanOrEqual(most);
    expect(countPdfPages(pdf)).toBe(pages.length);
    for (const { width, height, lines } of pages) {
      expect([Math.round(width), Math.round(height)]).toEqual(LETTER);
      // A page with nothing but its foot would be wasted.
      expect(lines.length).toBeGreaterThan(4);
      for (const line of lines) {
        expect(line.size, line.text).toBeGreaterThanOrEqual(7.95);
        expect(line.x, line.text).toBeGreaterThanOrEqual(35);
        expect(line.x + line.width, line.text).toBeLessThanOrEqual(width - 35);
        expect(line.y, line.text).toBeGreaterThan(18);
        expect(line.y + line.size, line.text).toBeLessThan(height - 18);
      }
    }
    const body = pages.flatMap((page) => page.lines).map((line) => line.size).sort((a, b) => a - b);
    expect(body[Math.floor(body.length / 2)]).toBeGreaterThanOrEqual(document.large ? 12.5 : 9.5);
    const raw = latin1(pdf);
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '/S /H1', '/S /Document']) expect(raw, mark).toContain(mark);
    expect(raw).toMatch(new RegExp(`/Lang \\(${document.lang}`));
    // Every font that is named has its file inside.
    const descriptors = (raw.match(/\/Type \/FontDescriptor/g) ?? []).length;
    expect(descriptors).toBeGreaterThan(0);
    expect((raw.match(/\/FontFile[23]? /g) ?? []).length).toBe(descriptors);
    expect(raw).not.toMatch(/\/BaseFont \/(?!\w{6}\+)/);
    const last = document.lang === 'en' ? `Page ${pages.length} of ${pages.length}` : `Página ${pages.length} de ${pages.length}`;
    expect(textOf(pages)).toContain(last);
  });

  it.each(['en', 'es'] as const)('reads in the order of the plan in %s, and holds every text of it', async (lang) => {
    const pdf = await maker.make(familyPlan(lang));
    const text = textOf(await pagesOf(pdf));
    expectInOrder(text, ORDER[lang]);
    expect(text).toContain('$50,800');
    expect(latin1(pdf)).toContain('/S /TH');
    expect(latin1(pdf)).toContain('/S /Figure');
    const plain = await plainText(pdf);
    // Without pdftotext on this machine the order was read above all the same.
    if (plain !== null) expectInOrder(plain, ORDER[lang]);
  });

  it.each([
    ['credential', credentialSheet('en'), ['State-tested nurse aide', 'Waymark code NUR-1', 'Limited on its own', 'The job', 'What this one does', 'Pay', 'lower-paid workers', 'How long it takes', 'What it costs', 'A better choice', 'NUR-2', 'When it is still right', 'What comes before and after', 'Check before you pay', 'Is there a drug test?', 'Where the numbers come from']],
    ['comparison', comparisonSheet('en'), ['Three ways to go', 'Name', 'What you would do', 'After 10 years', 'Nurse aide', 'NUR-1', 'at most $16,900 ahead', 'Practical nurse', 'Registered nurse', 'Go to work now', 'nothing', 'What each one does', 'What would change the answer', 'How to read it', 'My thoughts', 'Where the numbers come from']],
    ['field', fieldSheet('es'), ['Salud: qué vale la pena aquí', 'Traducción en borrador', 'Mucho valor', 'NUR-3', '$78,600', 'NUR-2', '$60,300', 'piénselo bien', 'NUR-1', '$10,100', 'Faltan pruebas', 'MED-1', 'De dónde vienen las cifras']],
  ] as const)('reads a %s in the order of its document, with table heads', async (_, document, order) => {
    const pdf = await maker.make(document);
    expectInOrder(textOf(await pagesOf(pdf)), order);
    const plain = await plainText(pdf);
    if (plain !== null) expectInOrder(plain, order);
    for (const tag of ['/S /H1', '/S /H2', '/S /Table', '/S /TH']) expect(latin1(pdf), tag).toContain(tag);
  });

  it('is A4 where that is the paper, after Letter on the same page', async () => {
    const [page] = await pagesOf(await maker.make({ ...familyPlan('en'), paper: 'a4' }));
    expect([Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)]).toEqual([595, 842]);
  });
});
