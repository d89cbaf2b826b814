/** `npm run screenshots`: a picture of each main screen for the README, taken from the running app. Its people do not exist. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openProduct } from '../../test/e2e/lib/product.ts';
import { buildAll } from '../lib/build.ts';
import { ROOT } from '../lib/paths.ts';

const { t } = createTranslator('en');
const FOLDER = join(ROOT, 'docs', 'screens');
const PASSPHRASE = 'violet tractor seven harbors';
const STUDENTS = [['Maya Ortega', 'Grade 11'], ['Devon Price', 'Grade 12'], ['Lucía Herrera', 'Grade 10']] as const;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const go = (page: Page, name: RegExp) => page.getByRole('navigation', { name: t('nav.label') }).getByRole('link', { name }).click();

async function search(page: Page, text: string, result: RegExp): Promise<void> {
  await page.getByRole('searchbox', { name: t('app.search') }).fill(text);
  await button(page, result).first().waitFor();
}

async function addStudent(page: Page, name: string, grade: string): Promise<void> {
  await button(page, t('students.add')).first().click();
  const dialog = page.getByRole('dialog', { name: t('students.new.title') });
  await dialog.getByRole('textbox', { name: t('student.name'), exact: true }).fill(name);
  await dialog.getByRole('button', { name: /Grade/ }).click();
  await page.getByRole('option', { name: grade }).click();
  await dialog.getByRole('button', { name: t('students.new.save') }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function run(): Promise<number> {
  if (!BROWSER_PATH) {
    process.stderr.write('Pictures need a Chrome, Edge or Chromium; install one and run the command again.\n');
    return 1;
  }
  await buildAll();
  mkdirSync(FOLDER, { recursive: true });
  const product = await openProduct({ reducedMotion: 'reduce' });
  const { page } = product;
  const picture = async (name: string): Promise<void> => {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // The pointer and the focus ring are not part of a page.
    await page.mouse.move(1, 700);
    await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
    process.stdout.write(`docs/screens/${name}.png\n`);
  };
  try {
    await page.getByRole('combobox', { name: 'Area' }).fill('ohio south');
    await page.getByRole('option', { name: 'Southern Ohio' }).click();
    await page.getByText(/^Southern Ohio, outside metro areas\./).waitFor();
    await picture('home');
    await search(page, 'nurse', /^Practical nurse license/);
    await picture('explore');
    await button(page, /^Add to compare: Nurse aide/).click();
    await button(page, /^Add to compare: Registered nurse by associate/).click();
    await button(page, /^Practical nurse license/).click();
    await heading(page, /^Practical nurse/).waitFor();
    await picture('credential');
    for (const theme of ['dark', 'contrast', 'light']) {
      await page.evaluate(async (to) => {
        await fetch('/call/app.setSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ theme: to }) });
      }, theme);
      await page.locator(`html[data-theme=${theme}]`).waitFor();
      if (theme !== 'light') await picture(`credential-${theme}`);
    }
    await button(page, t('credential.addToCompare')).click();
    await search(page, '29-1141', /^Registered Nurses/);
    await button(page, /^Registered Nurses/).first().click();
    await heading(page, 'Registered Nurses').waitFor();
    await picture('occupation');
    await go(page, /^Near here/);
    await page.locator('.here-job').first().waitFor();
    await picture('here');
    await button(page, t('warnings.open')).click();
    await page.locator('.warning').first().waitFor();
    await picture('warnings');
    await go(page, /^Compare/);
    await heading(page, /^Three ways/).waitFor();
    await picture('compare');
    await go(page, /^Students/);
    await page.getByRole('textbox', { name: t('vault.passphrase.new') }).fill(PASSPHRASE);
    await page.getByRole('textbox', { name: t('vault.passphrase.again') }).fill(PASSPHRASE);
    await button(page, t('vault.create')).click();
    const code = page.getByRole('alertdialog', { name: t('vault.code.title') });
    await code.getByText(t('vault.code.kept')).click();
    await code.getByRole('button', { name: t('vault.code.go') }).click();
    for (const [name, grade] of STUDENTS) {
      await addStudent(page, name, grade);
      await go(page, /^Students/);
    }
    await search(page, 'practical nurse', /^Practical nurse license/);
    await button(page, /^Practical nurse license/).click();
    await heading(page, /^Practical nurse/).waitFor();
    await button(page, t('credential.plan')).click();
    await page.getByRole('link', { name: t('students.choose.for', { name: STUDENTS[0][0] }) }).click();
    const goal = page.getByRole('textbox', { name: t('plan.goal') });
    await goal.fill('Work as a nurse near home, without waiting four years for a paycheck.');
    await goal.blur();
    await page.getByText(t('saved.saved')).first().waitFor();
    await picture('plan');
    await go(page, /^Students/);
    await heading(page, t('students.title')).waitFor();
    await picture('students');
    await page.goBack();
    await button(page, t('plan.print')).click();
    await page.getByText(/^(One page|2 pages)$/).waitFor();
    await picture('print');
    await go(page, /^Data/);
    // Below the list of folders, which are those of whoever takes the pictures.
    await page.getByRole('heading', { name: /^\d+ sources$/ }).evaluate((element) => element.closest('section')?.scrollIntoView({ block: 'start' }));
    await picture('data');
    await go(page, /^Settings/);
    await heading(page, /./).waitFor();
    await picture('settings');
    return 0;
  } finally {
    await product.close();
    await closeBrowser();
  }
}
