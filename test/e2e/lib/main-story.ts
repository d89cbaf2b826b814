/**
 * The main job, told once for every host and every way to use a page: find a credential, see
 * what it pays near here and where that comes from, compare, plan for a student, print, and find
 * it all again the next day.
 */
import type { Page } from 'playwright-core';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import type { Hands } from './hands.ts';

const { t } = createTranslator('en');
export const PASSPHRASE = 'violet tractor seven harbors';
export const STUDENT = 'Maya Ortega';

/** What a story needs of a host. */
export interface Stage {
  page(): Promise<Page>;
  /** Quits and starts again on the same data. */
  restart(): Promise<Page>;
  /** Does what saves a PDF, and gives its bytes. */
  savePdf(page: Page, save: () => Promise<void>): Promise<Uint8Array>;
}

/** Waits until something holds; tells what it was instead. */
async function eventually<T>(look: () => Promise<T>, holds: (value: T) => boolean): Promise<void> {
  const until = Date.now() + 15_000;
  for (;;) {
    const value = await look();
    if (holds(value)) return;
    if (Date.now() > until) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const go = (page: Page, name: RegExp) => page.getByRole('navigation', { name: t('nav.label') }).getByRole('link', { name });

async function chooseArea(page: Page, hands: Hands): Promise<void> {
  const area = page.getByRole('combobox', { name: 'Area' });
  await hands.type(area, 'ohio south');
  const option = page.getByRole('option', { name: 'Southern Ohio' });
  await option.waitFor();
  if (hands.name === 'pointer') await option.click();
  else {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  await page.getByText(/^Southern Ohio, outside metro areas\./).waitFor();
}

async function lookUp(page: Page, hands: Hands): Promise<void> {
  await hands.search(page, 'nurse');
  await heading(page, /credentials for “nurse”/).waitFor();
  await hands.press(button(page, /^Practical nurse license/));
  await heading(page, /^Practical nurse/).waitFor();
  // The figure of the survey for this area, and where it comes from.
  await hands.press(page.getByRole('main').getByRole('button', { name: /^\$60,330/ }).first());
  const panel = page.getByRole('complementary', { name: t('evidence.title') });
  await panel.getByText('Southern Ohio nonmetropolitan area').waitFor();
  await panel.getByText('May 2025').first().waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
}

async function compare(page: Page, hands: Hands): Promise<void> {
  await hands.press(button(page, t('credential.addToCompare')));
  for (const [typed, name] of [['nurse aide', /^Add to compare: Nurse aide/], ['registered nurse', /^Add to compare: Registered nurse by associate/]] as const) {
    await hands.search(page, typed);
    await hands.press(button(page, name));
  }
  await hands.press(go(page, /^Compare/));
  await heading(page, /^Three ways/).waitFor();
  const table = page.getByRole('table').first();
  for (const [way, pay] of [['Practical nurse', '$60,330'], ['Nurse aide', '$37,090'], ['RN, associate degree', '$78,610'], ['No training', '$34,850']] as const) {
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: way }) });
    await row.getByText(pay).first().waitFor();
  }
  // An assumption recomputes the picture as one types.
  const picture = page.getByRole('img', { name: /^Money ahead of a job without training/ });
  const before = await picture.getAttribute('aria-label');
  await hands.type(page.getByRole('textbox', { name: /^Hours of work a week in school/ }), '30');
  await eventually(() => picture.getAttribute('aria-label'), (now) => now !== before);
}

async function makePlan(page: Page, hands: Hands): Promise<void> {
  await hands.search(page, 'practical nurse');
  await hands.press(button(page, /^Practical nurse license/));
  await heading(page, /^Practical nurse/).waitFor();
  await hands.press(button(page, t('credential.plan')));
  // The first student asks for a vault, and shows its recovery code once.
  await hands.type(page.getByRole('textbox', { name: t('vault.passphrase.new') }), PASSPHRASE);
  await hands.type(page.getByRole('textbox', { name: t('vault.passphrase.again') }), PASSPHRASE);
  await hands.press(button(page, t('vault.create')));
  const code = page.getByRole('alertdialog', { name: t('vault.code.title') });
  await code.waitFor();
  await eventually(() => code.textContent(), (text) => /[0-9A-Z]{4}(.?[0-9A-Z]{4}){6}/.test(text ?? ''));
  const kept = code.getByRole('checkbox', { name: t('vault.code.kept') });
  if (hands.name === 'pointer') await code.getByText(t('vault.code.kept')).click();
  else await hands.press(kept, 'Space');
  await hands.press(code.getByRole('button', { name: t('vault.code.go') }));
  await code.waitFor({ state: 'detached' });

  await hands.press(button(page, t('students.choose.new')));
  const dialog = page.getByRole('dialog', { name: t('students.new.title') });
  await hands.type(dialog.getByRole('textbox', { name: t('student.name'), exact: true }), STUDENT);
  await hands.choose(page, dialog.getByRole('button', { name: /Grade/ }), 'Grade 11');
  await hands.press(dialog.getByRole('button', { name: t('students.new.save') }));
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('textbox', { name: t('plan.goal') }).waitFor();
}

async function editPlan(page: Page, hands: Hands): Promise<void> {
  await hands.type(page.getByRole('textbox', { name: t('plan.goal') }), 'Work as a nurse near home');
  await hands.type(page.getByRole('textbox', { name: t('plan.planB') }).or(page.getByRole('textbox', { name: t('plan.planB.label') })).first(), 'Medical assistant at the same school');
  await page.keyboard.press('Tab');
  await page.getByText(t('saved.saved')).first().waitFor();
  await hands.press(button(page, t('plan.actions.add')));
  const what = page.getByRole('textbox', { name: t('plan.action.text'), exact: true });
  await hands.type(what, 'Visit the nursing program');
  await hands.type(page.getByRole('textbox', { name: t('plan.action.due') }), 'December 12, 2026');
  await hands.press(page.getByRole('button', { name: t('plan.add'), exact: true }));
  await page.getByRole('checkbox', { name: /^Visit the nursing program/ }).waitFor();
  await page.getByText(t('saved.saved')).first().waitFor();
}

/** The whole story; gives the PDF of the plan. */
export async function tellMainStory(stage: Stage, hands: Hands): Promise<Uint8Array> {
  let page = await stage.page();
  await heading(page, t('home.title')).waitFor();
  await chooseArea(page, hands);
  await lookUp(page, hands);
  await compare(page, hands);
  await makePlan(page, hands);
  await editPlan(page, hands);
  await hands.press(button(page, t('plan.print')));
  await heading(page, t('print.title.family-plan')).waitFor();
  await page.getByText(/^(One page|2 pages)$/).waitFor();
  const pdf = await stage.savePdf(page, () => hands.press(button(page, t('print.savePdf'))));

  page = await stage.restart();
  await heading(page, t('home.title')).waitFor();
  // Nothing of a student is there before the passphrase.
  await eventually(() => page.locator('body').textContent(), (text) => text !== null && !text.includes(STUDENT));
  await hands.press(go(page, /^Students/));
  await hands.type(page.getByRole('textbox', { name: t('vault.passphrase'), exact: true }), PASSPHRASE);
  await hands.press(page.getByRole('main').getByRole('button', { name: t('vault.unlock'), exact: true }));
  await hands.press(page.getByRole('link', { name: STUDENT }).or(button(page, STUDENT)).first());
  await heading(page, STUDENT).waitFor();
  await hands.press(page.getByRole('link', { name: /Work as a nurse near home/ }).or(button(page, /Work as a nurse near home/)).first());
  await eventually(() => page.getByRole('textbox', { name: t('plan.goal') }).inputValue(), (text) => text === 'Work as a nurse near home');
  await page.getByText(/^Frozen /).waitFor();
  await page.getByRole('main').getByText(/\$60,330/).first().waitFor();
  await page.getByText('Visit the nursing program').first().waitFor();
  return pdf;
}
