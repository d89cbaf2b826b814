/** Every screen in a language that nobody speaks: what stands there in plain English cannot be translated, and fails. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../shared/i18n/messages/en.ts';
import { pseudo, pseudoWords as p, speakPseudo } from './lib/pseudo.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from './lib/product.ts';
import type { Product } from './lib/product.ts';
import { foreignWords, namesIn, shownTexts } from './lib/untranslated.ts';

const STUDENT = 'Maya Ortega';
const GOAL = 'Work as a nurse near home';

describe('the language made from English', () => {
  it('accents words and leaves placeholders, their kinds and choices alone', () => {
    expect(pseudo('Open {name}')).toBe('[Ópén {name}]');
    expect(pseudo('{count, plural, =0 {None here} other {# of {total, number}}} end')).toBe('[{count, plural, =0 {Nóné héré} other {# óf {total, number}}} énd]');
    expect(pseudo('{percent, number, ::.0} % below')).toBe('[{percent, number, ::.0} % bélów]');
  });
  it('shows up what is not in it, and lets names and figures be', () => {
    const names = new Set(['Commercial driver license', 'Southern Ohio nonmetropolitan area', 'At least 18 to drive a truck across state lines.']);
    expect(foreignWords('Hard coded', names)).toEqual(['Hard', 'coded']);
    expect(foreignWords('[Ópén] Commercial driver license $47,233 · November 2026', names)).toEqual([]);
    expect(foreignWords('Southern Ohio', names)).toEqual([]);
    expect(foreignWords('to drive a truck across state lines.', names)).toEqual([]);
    expect(foreignWords('license', names)).toEqual(['license']);
  });
});

describe.skipIf(!BROWSER_PATH)('every screen in a language made from English (skipped without Chrome, Edge or Chromium)', () => {
  let product: Product;
  let page: Page;
  const names = new Set<string>([STUDENT, GOAL]);
  const answers: Promise<void>[] = [];
  const call = <T>(name: string, input: unknown): Promise<T> =>
    page.evaluate(async ([method, body]) => {
      const response = await fetch(`/call/${String(method)}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const reply = (await response.json()) as { ok: boolean; value: never; code?: string };
      if (!reply.ok) throw new Error(`${String(method)}: ${reply.code ?? ''}`);
      return reply.value;
    }, [name, input] as const);

  beforeAll(async () => {
    product = await openProduct({ reducedMotion: 'reduce' });
    page = product.page;
    page.setDefaultTimeout(10_000);
    await call('app.setSettings', { areaId: '39', lang: 'en' });
    await call('vault.create', { passphrase: 'violet tractor seven harbors' });
    const { id: studentId } = await call<{ id: string }>('students.create', { name: STUDENT, grade: 11, graduates: '2028-06', birthMonth: '2010-09', lang: 'en', areaId: null, largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '' });
    await call('plans.create', { studentId, areaId: '39', lang: 'en', goal: GOAL, credentialIds: ['practical-nurse'] });
    page.on('response', (response) => {
      if (response.url().includes('/call/')) answers.push(response.json().then((reply: unknown) => namesIn(reply, names), () => undefined));
    });
  });
  afterAll(async () => {
    const { seen } = product;
    await product.close();
    await closeBrowser();
    expect(seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it('has no text or label that is not in the messages', async () => {
    const language = await speakPseudo(page);
    await page.reload();
    await page.getByRole('main').waitFor();
    const found = new Map<string, string>();
    let looked = 0;
    const look = async (screen: string, except?: RegExp): Promise<void> => {
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      const texts = await shownTexts(page);
      // What is shown was answered before; what was answered is read by now.
      await Promise.all(answers.splice(0));
      for (const { text, place } of texts) {
        if (except?.test(place) === true) continue;
        looked += 1;
        const words = foreignWords(text, names);
        if (words.length > 0 && !found.has(`${place}: ${text}`)) found.set(`${place}: ${text}`, screen);
      }
    };
    const to = (key: Parameters<typeof p>[0]) => page.getByRole('navigation', { name: p('nav.label') }).getByRole('link', { name: p(key) }).first().click();
    await look('home');
    await to('nav.explore');
    await page.locator('[data-result]').first().waitFor();
    await look('explore');
    await page.locator('[data-result]').nth(2).click();
    await page.getByRole('button', { name: p('credential.plan') }).waitFor();
    await page.getByRole('button', { name: p('judged.open') }).click();
    await look('credential');
    await page.getByRole('button', { name: p('credential.addToCompare') }).click();
    await page.getByRole('searchbox').first().fill('29-2061');
    await page.getByRole('searchbox').first().press('Enter');
    await page.getByRole('heading', { level: 1, name: /Licensed Practical/ }).waitFor();
    await look('occupation');
    // Schools are found by words of their names; a name that is parted by what was typed is no text of the page.
    const SCHOOL = 'Hocking College';
    names.add('College');
    await page.getByRole('searchbox').first().fill('College');
    await page.getByRole('group', { name: p('explore.facet.school.control') }).getByRole('checkbox').first().press('Space');
    await page.getByRole('checkbox', { checked: true }).waitFor();
    await look('schools found', /matched|result-(name|why|kind)/);
    await page.getByRole('button', { name: p('explore.filters.clear') }).press('Enter');
    await page.getByRole('searchbox').first().fill(SCHOOL);
    await page.getByRole('heading', { level: 1, name: new RegExp(SCHOOL) }).waitFor();
    // Its address is shown without its beginning.
    names.add('hocking.edu');
    await page.getByRole('searchbox').first().press('Enter');
    await page.getByRole('heading', { level: 1, name: SCHOOL, exact: true }).waitFor();
    await look('school');
    await to('nav.here');
    await page.locator('.here-job').first().waitFor();
    await look('here');
    await page.getByRole('button', { name: p('warnings.open') }).click();
    await page.locator('.warning').first().waitFor();
    await look('warnings');
    await to('nav.compare');
    await look('compare');
    await to('nav.explore');
    await page.getByRole('searchbox').first().fill('');
    await page.getByRole('button', { name: p('ways.open') }).click();
    await look('ways');
    await page.locator('.rail-foot').getByRole('link').first().click();
    await look('data');
    await page.getByRole('button', { name: p('nav.own') }).click();
    await page.getByRole('button', { name: p('own.add.program') }).first().click();
    await look('own');
    for (const [key, none] of [['nav.changes', 'changes.nothing.title'], ['nav.touched', 'touched.none.title']] as const) {
      await page.keyboard.press(`${process.platform === 'darwin' ? 'Meta' : 'Control'}+k`);
      await page.getByRole('combobox', { name: p('palette.field') }).fill(p(key));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: p(none) }).waitFor();
      await look(key);
    }
    await to('nav.students');
    await page.getByRole('link', { name: STUDENT }).click();
    await page.getByRole('link', { name: GOAL }).waitFor();
    await look('student');
    await page.getByRole('link', { name: GOAL }).click();
    await page.getByRole('textbox', { name: p('plan.goal') }).waitFor();
    await look('plan');
    await page.getByRole('button', { name: p('plan.print') }).click();
    await page.getByRole('button', { name: p('print.savePdf') }).waitFor();
    await look('print');
    for (const [key, screen] of [['nav.handouts', 'handouts'], ['nav.settings', 'settings'], ['nav.students', 'students']] as const) {
      await to(key);
      await look(screen);
    }
    await page.keyboard.press(`${process.platform === 'darwin' ? 'Meta' : 'Control'}+k`);
    await page.getByRole('combobox', { name: p('palette.field') }).waitFor();
    await page.getByRole('option').first().waitFor();
    await look('command field');
    await page.keyboard.press('Escape');
    expect(language.changed()).toBeGreaterThan(Object.keys(en).length / 3);
    expect(looked).toBeGreaterThan(1000);
    expect([...found].map(([what, screen]) => `${screen}: ${what}`)).toEqual([]);
    // The check itself: a text that somebody wrote into the page is seen.
    await page.evaluate(() => { document.querySelector('main')?.append('Hard coded words'); });
    await look('planted');
    expect([...found.keys()].some((each) => each.endsWith(': Hard coded words'))).toBe(true);
  });
});
