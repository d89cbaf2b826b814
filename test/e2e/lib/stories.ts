/** Three people who come to a counselor, each told once for every way to use the page. */
import type { Locator, Page } from 'playwright-core';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import type { Hands } from './hands.ts';

const en = createTranslator('en');
const es = createTranslator('es');
const { t } = en;

export interface Story {
  readonly name: string;
  /** Tells it; `print` does what saves a PDF and gives its text, `look` takes a picture for people to look at. */
  tell(page: Page, hands: Hands, tools: { print(save: () => Promise<void>): Promise<string>; look(name: string): Promise<void> }): Promise<void>;
}

const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name });
const place = (page: Page, name: RegExp): Locator => page.getByRole('navigation', { name: t('nav.label') }).getByRole('link', { name });
function need(text: string, ...wanted: readonly (string | RegExp)[]): void {
  for (const each of wanted) if (typeof each === 'string' ? !text.includes(each) : !each.test(text)) throw new Error(`the paper does not say ${String(each)}:\n${text}`);
}
async function choosePaper(page: Page, hands: Hands, lang: 'es'): Promise<void> {
  const radio = page.getByRole('radio', { name: t(`print.lang.${lang}`) });
  if (hands.name === 'pointer') {
    hands.count.clicks += 1;
    await page.getByText(t(`print.lang.${lang}`), { exact: true }).click();
    return;
  }
  // Radio buttons are one stop of Tab; the arrows choose among them.
  await hands.press(page.getByRole('radio', { name: t('print.lang.en') }), 'Space');
  await page.keyboard.press('ArrowDown');
  hands.count.keys += 1;
  if (!(await radio.isChecked())) throw new Error('the language was not chosen');
}

/** "I want to work in health but not four years": a junior in the country whose family reads Spanish; from search to two sheets. */
const health: Story = {
  name: 'health, not four years',
  async tell(page, hands, { print, look }) {
    await hands.search(page, 'nurse');
    await heading(page, /“nurse”/).waitFor();
    await look('found');
    await hands.press(button(page, /^Practical nurse license/).first());
    await heading(page, /^Practical nurse/).waitFor();
    await look('credential');
    await hands.press(button(page, t('credential.addToCompare')));
    await hands.search(page, 'nurse aide');
    await hands.press(button(page, /^Add to compare: Nurse aide/));
    await hands.press(place(page, /^Compare/));
    await heading(page, /^Two ways/).waitFor();
    await hands.press(button(page, t('compare.print', { count: 2 })));
    await heading(page, t('print.title.comparison-sheet')).waitFor();
    await choosePaper(page, hands, 'es');
    await page.frameLocator('iframe').locator('html[lang^=es]').waitFor();
    await look('comparison');
    need(await print(() => hands.press(button(page, t('print.savePdf')))), 'Southern Ohio', /\$\d{2},\d{3}/);
    await hands.press(place(page, /^Compare/));
    await hands.press(button(page, /^Take out: Nurse aide/));
    await heading(page, /^One way/).waitFor();
    await hands.press(button(page, t('compare.print', { count: 1 })));
    await heading(page, t('print.title.walk-in-plan')).waitFor();
    await choosePaper(page, hands, 'es');
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: es.t('paper.title.plan') }).waitFor();
    await look('plan');
    need(await print(() => hands.press(button(page, t('print.savePdf')))), es.t('paper.title.plan'));
  },
};

/** 38 years old, $17 an hour, sold a medical-billing certificate for $4,000. */
const adult: Story = {
  name: 'sold a certificate',
  async tell(page, hands, { print, look }) {
    await hands.search(page, 'medical billing');
    await heading(page, /“medical billing”/).waitFor();
    await hands.press(button(page, /^Medical billing/).first());
    await heading(page, /^Medical billing/).waitFor();
    // The engine's own word about it, and what is better.
    await page.getByRole('heading', { level: 2, name: /^(Limited on its own|Not enough evidence) here/ }).waitFor();
    const better = page.locator('.verdict-weak').getByRole('link').first();
    await better.waitFor();
    await look('credential');
    await hands.press(button(page, t('credential.addToCompare')));
    await hands.press(better);
    await hands.press(button(page, t('credential.addToCompare')));
    await hands.press(place(page, /^Compare/));
    await heading(page, /^Two ways/).waitFor();
    await hands.type(page.getByRole('textbox', { name: t('compare.counts.ownWage') }), '17');
    await page.getByRole('rowheader', { name: /^The job of now/ }).waitFor();
    const tuition = page.getByRole('textbox', { name: /^Tuition.*billing/i });
    if ((await tuition.count()) > 0) await hands.type(tuition, '4000');
    await page.getByRole('img', { name: /^Money ahead of the job of now/ }).or(page.getByText(t('compare.curve.none'))).first().waitFor();
    await look('compare');
    await hands.press(button(page, t('compare.print', { count: 2 })));
    await heading(page, t('print.title.comparison-sheet')).waitFor();
    await page.frameLocator('iframe').getByText('Medical billing').first().waitFor();
    await look('comparison');
    need(await print(() => hands.press(button(page, t('print.savePdf')))), /[Mm]edical billing/, /Limited on its own|Not enough evidence/);
  },
};

/** "Not sure yet": by what one likes, to three good jobs here and a plan. */
const unsure: Story = {
  name: 'not sure yet',
  async tell(page, hands, { print, look }) {
    await hands.press(button(page, t('home.area.open')));
    await heading(page, /^Good jobs here without a bachelor’s degree/).waitFor();
    for (const letter of ['R', 'C'] as const) await hands.press(button(page, new RegExp(`^${t(`here.like.${letter}`)}`)), 'Space');
    const jobs = page.locator('.here-job');
    await page.getByRole('heading', { level: 2, name: /jobs that fit$/ }).waitFor();
    if ((await jobs.count()) < 3) throw new Error('fewer than three good jobs fit');
    await look('jobs');
    await hands.press(jobs.getByRole('link', { name: /^Electricians/ }));
    await heading(page, /^Electricians/).waitFor();
    await look('job');
    await hands.press(page.getByRole('main').getByRole('link', { name: /^Electrician registered apprenticeship/ }).first());
    await heading(page, /^Electrician/).waitFor();
    await hands.press(button(page, t('credential.addToCompare')));
    await hands.press(place(page, /^Compare/));
    await heading(page, /^One way/).waitFor();
    await hands.press(button(page, t('compare.print', { count: 1 })));
    await heading(page, t('print.title.walk-in-plan')).waitFor();
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: t('paper.title.plan') }).waitFor();
    await look('plan');
    need(await print(() => hands.press(button(page, t('print.savePdf')))), t('paper.title.plan'), /[Aa]pprentice/);
  },
};

export const STORIES: readonly Story[] = [health, adult, unsure];
