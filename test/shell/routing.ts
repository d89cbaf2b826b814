/** Which window a request comes from, and the app's word on navigations and new windows. */
import type { Frame, Page, Route } from 'playwright-core';
import { answerRequests, watchPopups } from './browser.ts';
import type { StandInContents } from './contents.ts';
import { record } from './record.ts';
import { theSession } from './session.ts';

const owners = new WeakMap<Page, StandInContents>();
/** What new windows asked for, in the order they asked. */
const asked: string[] = [];
const LOOK_MS = 20;
const WAIT_LOOKS = 100;

export function own(contents: StandInContents): void {
  void contents.page().then((page) => owners.set(page, contents), () => undefined);
}

/** Null for the first request of a page that has no frame yet: a window that a page opens. */
function frameOf(route: Route): Frame | null {
  try {
    return route.request().frame();
  } catch {
    return null;
  }
}

async function answer(route: Route): Promise<void> {
  const frame = frameOf(route);
  const contents = frame ? owners.get(frame.page()) : undefined;
  // A window that a page opened is refused or reported where it appears; its requests go nowhere.
  if (!contents) {
    if (route.request().isNavigationRequest()) asked.push(route.request().url());
    return route.abort('blockedbyclient');
  }
  if (route.request().isNavigationRequest() && !contents.navigates(route, frame)) return route.abort('aborted');
  return theSession().answer(route);
}

async function popup(page: Page): Promise<void> {
  const opener = await page.opener();
  const contents = opener ? owners.get(opener) : undefined;
  for (let look = 0; look < WAIT_LOOKS && asked.length === 0; look += 1) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const url = asked.shift() ?? page.url();
  if (contents?.opens(url)) record.escaped.push(`window ${url}`);
  else record.closedPopups.push(url);
  await page.close();
}

export function startRouting(): void {
  answerRequests(answer);
  watchPopups((page) => void popup(page).catch(() => undefined));
}
