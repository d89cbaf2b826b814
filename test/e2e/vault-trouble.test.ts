/** What may happen to the file of students, as a person meets it: forgotten, mistyped, damaged, open twice. Nothing is lost. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { BROWSER_PATH, closeBrowser, openBrowser, openProduct, startHost } from './lib/product.ts';

const { t } = createTranslator('en');
const PASSPHRASE = 'violet tractor seven harbors';
const SECOND = 'seven green boats at noon';
const NAME = 'Zebulon Quint';

const go = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).first().click();
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** Reads the code that is shown, says that it is on paper, and goes on. */
async function takeCode(page: Page): Promise<string> {
  const groups = page.locator('.recovery-code span');
  await groups.first().waitFor();
  const code = (await groups.allInnerTexts()).join('-');
  await page.getByText(t('vault.code.kept')).click();
  await press(page, t('vault.code.go'));
  await groups.first().waitFor({ state: 'detached' });
  return code;
}

async function makeVault(page: Page): Promise<string> {
  await go(page, t('nav.students'));
  await field(page, t('vault.passphrase.new')).fill(PASSPHRASE);
  await field(page, t('vault.passphrase.again')).fill(PASSPHRASE);
  await press(page, t('vault.create'));
  const code = await takeCode(page);
  await press(page, t('students.add'));
  await field(page, t('student.name')).fill(NAME);
  await field(page, t('student.name')).press('Enter');
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  return code;
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await field(page, t('vault.passphrase')).fill(passphrase);
  await field(page, t('vault.passphrase')).press('Enter');
}

describe.skipIf(!BROWSER_PATH)('trouble with the file of students (skipped without Chrome, Edge or Chromium)', () => {
  afterAll(closeBrowser);

  it('opens with the recovery code when the passphrase is forgotten, and then only with the new one', async () => {
    const product = await openProduct();
    try {
      const { page } = product;
      const code = await makeVault(page);
      await press(page, t('vault.lock'));
      // A page of a student that was locked away says nothing of the student.
      await field(page, t('vault.passphrase')).waitFor();
      expect(await page.content()).not.toContain('Zebulon');
      await unlock(page, 'not the passphrase');
      await page.getByText(t('error.vault-wrong-passphrase')).waitFor();
      await press(page, t('vault.unlock.forgot'));
      await field(page, t('vault.recover.code')).fill(code.slice(0, -1));
      for (const name of [t('vault.passphrase.new'), t('vault.passphrase.again')]) await field(page, name).fill(SECOND);
      await press(page, t('vault.recover'));
      await page.getByText(t('error.vault-wrong-recovery-code', { reason: 'length' })).waitFor();
      // Read from paper: other case, other spaces.
      await field(page, t('vault.recover.code')).fill(code.toLowerCase().replaceAll('-', ' '));
      await press(page, t('vault.recover'));
      expect(await takeCode(page)).not.toBe(code);
      await page.getByRole('link', { name: NAME }).waitFor();
      await press(page, t('vault.lock'));
      await unlock(page, PASSPHRASE);
      await page.getByText(t('error.vault-wrong-passphrase')).waitFor();
      await unlock(page, SECOND);
      await page.getByRole('link', { name: NAME }).waitFor();
    } finally {
      await product.close();
    }
    expect(product.seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it('offers the newest backup for a damaged file, and keeps the damaged one', async () => {
    const product = await openProduct();
    try {
      await makeVault(product.page);
      await press(product.page, t('vault.lock'));
      await field(product.page, t('vault.passphrase')).waitFor();
      // Damaged while nobody has it open.
      const database = join(product.dataDir, 'vault', 'vault.db');
      const page = await product.restart();
      const bytes = await readFile(database);
      bytes.fill(7, 0, 4096);
      await writeFile(database, bytes);
      const before = await readdir(join(product.dataDir, 'backups'));
      await go(page, t('nav.students'));
      await unlock(page, PASSPHRASE);
      await page.getByText(t('vault.problem.vault-damaged.title')).waitFor();
      await page.getByRole('button', { name: /^Restore the backup of/ }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: t('vault.backups.restore'), exact: true }).click();
      await page.getByText(t('vault.restore.done')).waitFor();
      await unlock(page, PASSPHRASE);
      await page.getByRole('link', { name: NAME }).waitFor();
      expect((await readdir(join(product.dataDir, 'backups'))).length).toBeGreaterThan(before.length);
    } finally {
      await product.close();
    }
    expect(product.seen).toEqual({ outside: [], violations: [], errors: [] });
  });

  it('says that another Waymark has the file open, and opens it when that one is closed', async () => {
    const product = await openProduct();
    const other = await startHost(product.dataDir);
    const context = await (await openBrowser()).newContext({ locale: 'en-US' });
    try {
      await makeVault(product.page);
      const page = await context.newPage();
      await page.goto(other.address);
      await go(page, t('nav.students'));
      await unlock(page, PASSPHRASE);
      await page.getByText(t('vault.problem.vault-open-elsewhere.title')).waitFor();
      await press(product.page, t('vault.lock'));
      await field(product.page, t('vault.passphrase')).waitFor();
      // The file is let go of only when its backup is made; until then a person is told so again, and tries again.
      const there = page.getByRole('link', { name: NAME });
      await expect.poll(async () => {
        const again = page.getByRole('button', { name: t('vault.try'), exact: true });
        if (await again.isEnabled({ timeout: 200 }).catch(() => false)) await again.click({ timeout: 1000 }).catch(() => undefined);
        return there.isVisible();
      }, { timeout: 60_000, interval: 500 }).toBe(true);
    } finally {
      await context.close();
      await other.stop();
      await product.close();
    }
  });
});
