/** How long it takes from a key or a press to the picture that answers it, measured in the page. */
import type { Page } from 'playwright-core';

interface Timing { waymarkPainted?: Promise<number> }

/**
 * Milliseconds from the next key or press, done by `act`, to the first picture after something within `where` has changed
 * and `until` (a selector; any change when empty) is there.
 */
export async function painted(page: Page, where: string, act: () => Promise<void>, until = ''): Promise<number> {
  await page.evaluate(([within, wanted]) => {
    (globalThis as Timing).waymarkPainted = new Promise((resolve) => {
      let pressed = 0;
      const start = (): void => { pressed ||= performance.now(); };
      for (const kind of ['keydown', 'pointerdown']) document.addEventListener(kind, start, { once: true, capture: true });
      const seen = new MutationObserver((changes) => {
        // The field itself changes at once; what counts is what answers it.
        if (pressed === 0 || !changes.some(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(within))) return;
        if (wanted !== '' && !document.querySelector(wanted)) return;
        seen.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
      });
      seen.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['d', 'aria-label', 'class'] });
    });
  }, [where, until] as const);
  await act();
  return page.evaluate(() => (globalThis as Timing).waymarkPainted ?? Promise.resolve(NaN));
}
