/**
 * A language for tests, made from English: every vowel of a message gets an accent and brackets stand
 * around it. What is shown without them did not come from the messages and cannot be translated.
 */
import type { Page } from 'playwright-core';
import { en } from '../../../shared/i18n/messages/en.ts';
import { enUpdates } from '../../../shared/i18n/messages/screens/en-updates.ts';
import type { MessageKey } from '../../../shared/i18n/messages/en.ts';
import { hasMessage } from '../../../shared/i18n/translator.ts';
import '../../../shared/i18n/words/updates.ts';

const ACCENTED: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' };
const accent = (text: string): string => text.replace(/[aeiou]/gi, (letter) => ACCENTED[letter] ?? letter);

/** A message with its own words accented; names of placeholders, their kinds and choices stay as they are. */
function accentMessage(message: string): string {
  let at = 0;
  const literal = (isInside: boolean): string => {
    let out = '';
    while (at < message.length && !(isInside && message[at] === '}')) {
      if (message[at] !== '{') { out += accent(message[at] ?? ''); at += 1; continue; }
      out += placeholder();
    }
    return out;
  };
  const raw = (stop: RegExp): string => {
    const start = at;
    while (at < message.length && !stop.test(message[at] ?? '')) at += 1;
    return message.slice(start, at);
  };
  const placeholder = (): string => {
    let out = raw(/[,}]/);
    if (message[at] === ',' && /^,\s*(plural|select|selectordinal)\s*,/.test(message.slice(at))) {
      for (out += raw(/[{}]/); message[at] === '{'; out += raw(/[{}]/)) {
        at += 1;
        out += `{${literal(true)}}`;
        at += 1;
      }
    } else {
      out += raw(/\}/);
    }
    at += 1;
    return `${out}}`;
  };
  return literal(false);
}
export const pseudo = (message: string): string => `[${accentMessage(message)}]`;

const messages: Readonly<Record<string, string>> = { ...en, ...enUpdates };
/** The words of a key as the page shows them; for messages that have nothing to fill in. */
export function pseudoWords(key: MessageKey): string {
  const message = messages[key];
  if (message === undefined || message.includes('{')) throw new Error(`${key} has no words of its own alone`);
  return pseudo(message);
}

/** A message as it stands in the built page: its key, and its text in quotes of any kind. */
const IN_BUNDLE = /"([\w.-]+)":(?:`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g;

/** From the next load on, every message of the page is in the test's language; how many were changed. */
export async function speakPseudo(page: Page): Promise<{ changed(): number }> {
  const keys = new Set<string>();
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(IN_BUNDLE, (whole, key: string) => {
      if (!hasMessage(key)) return whole;
      keys.add(key);
      return `${JSON.stringify(key)}:${JSON.stringify(pseudo(messages[key] ?? ''))}`;
    });
    await route.fulfill({ response, body });
  });
  return { changed: () => keys.size };
}
