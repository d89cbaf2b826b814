/** The two ways in which people use a page: with a pointer, and with the keyboard alone. */
import type { Locator, Page } from 'playwright-core';

/** Presses of Tab after which something counts as out of reach. */
const FAR = 220;

export interface Hands {
  readonly name: 'pointer' | 'keyboard';
  /** Clicks and presses so far: what a task costs. */
  readonly count: { clicks: number; keys: number };
  /** Does what a button, link, box or row is for. */
  press(target: Locator, how?: 'Enter' | 'Space'): Promise<void>;
  /** Puts text into a field, in place of what is there. */
  type(target: Locator, text: string): Promise<void>;
  /** Types into the search of the top bar. */
  search(page: Page, text: string): Promise<void>;
  /** Chooses from a list that opens under a field or a button. */
  choose(page: Page, target: Locator, option: string): Promise<void>;
}

export const POINTER = (): Hands => {
  const count = { clicks: 0, keys: 0 };
  const click = async (target: Locator): Promise<void> => {
    count.clicks += 1;
    await target.click();
  };
  return {
    name: 'pointer',
    count,
    press: click,
    type: async (target, text) => {
      await click(target);
      count.keys += text.length;
      await target.fill(text);
    },
    search: async (page, text) => {
      const field = page.getByRole('searchbox', { name: 'Search' });
      await click(field);
      count.keys += text.length;
      await field.fill(text);
    },
    choose: async (page, target, option) => {
      await click(target);
      await click(page.getByRole('option', { name: option }));
    },
  };
};

export const KEYBOARD = (): Hands => {
  const count = { clicks: 0, keys: 0 };
  const key = async (page: Page, name: string): Promise<void> => {
    count.keys += 1;
    await page.keyboard.press(name);
  };
  const has = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let pressed = 0; pressed < FAR; pressed += 1) {
      if (await has(target)) return;
      await key(target.page(), 'Tab');
    }
    throw new Error(`not reached with ${FAR} presses of Tab: ${String(target)}`);
  };
  const write = async (page: Page, text: string): Promise<void> => {
    await key(page, 'ControlOrMeta+a');
    count.keys += text.length;
    await page.keyboard.type(text);
  };
  return {
    name: 'keyboard',
    count,
    press: async (target, how = 'Enter') => {
      await reach(target);
      await key(target.page(), how);
    },
    type: async (target, text) => {
      await reach(target);
      await write(target.page(), text);
    },
    search: async (page, text) => {
      // In a field a slash is a slash: out of it first.
      while (await page.evaluate(() => document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement)) await key(page, 'Tab');
      await key(page, '/');
      await write(page, text);
    },
    choose: async (page, target, option) => {
      await reach(target);
      await key(page, 'Enter');
      const wanted = page.getByRole('option', { name: option });
      await wanted.waitFor();
      for (let pressed = 0; pressed < FAR; pressed += 1) {
        const isThere = await wanted.evaluate((element) => element === document.activeElement || element.hasAttribute('data-focused'));
        if (isThere) break;
        await key(page, 'ArrowDown');
      }
      await key(page, 'Enter');
    },
  };
};
