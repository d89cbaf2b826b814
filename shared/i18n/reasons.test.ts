import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { en } from './messages/en.ts';
import { es } from './messages/es.ts';
import { createTranslator, hasMessage } from './translator.ts';

const DOMAIN = join(dirname(dirname(fileURLToPath(import.meta.url))), 'domain');
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]));
/** Every reason code the engine's source can make, and the codes of methods of estimates. */
const codes = new Set(
  files(DOMAIN).filter((file) => !file.endsWith('.test.ts')).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/'((?:job|part|still|risk|compare|insight)\.[a-z-]+)'/g)].map((found) => found[1] ?? '').concat([...text.matchAll(/method: '([a-z-]+)'/g)].map((found) => `method.${found[1]}`));
  }),
);
/** Names of the arguments of a message, read from its syntax tree. */
function slots(message: string): string[] {
  const found = new Set<string>();
  const visit = (nodes: readonly MessageFormatElement[]): void => {
    for (const node of nodes) {
      if (node.type !== TYPE.literal && node.type !== TYPE.pound && 'value' in node) found.add(node.value);
      if ('options' in node && node.options) for (const option of Object.values(node.options)) visit(option.value);
    }
  };
  visit(parse(message, { ignoreTag: true }));
  return [...found].sort();
}

describe('reasons', () => {
  it('have a sentence for every code, and no sentence without a code', () => {
    expect(codes.size).toBeGreaterThan(35);
    expect([...codes].filter((code) => !hasMessage(`reason.${code}`))).toEqual([]);
    const sentences = Object.keys(en).filter((key) => key.startsWith('reason.') && !key.endsWith('.staff')).map((key) => key.slice(7));
    expect(sentences.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('can be said in both languages', () => {
    const params = { occupation: { en: 'Nurses', es: 'Enfermeras' }, to: { en: 'X', es: 'Y' }, area: 'Ohio', median: 60330, gap: 100, percent: 4, openings: 10, jobs: 20, count: 2, age: 18, months: 24, from: 50, year: '2033', n: 9, a: 'A', b: 'B', first: 'A', second: 'B', later: 'A', earlier: 'B' };
    for (const lang of ['en', 'es'] as const) {
      const { reason } = createTranslator(lang);
      for (const code of codes) expect(reason({ code, params })).not.toMatch(/[{}]|undefined/);
    }
    expect(createTranslator('en').reason({ code: 'job.pay-over-floor', params: { area: 'Ohio', median: 60330, gap: 13097 } })).toBe(
      'Ohio: the middle worker makes $60,330 a year. That is $13,097 over the good-job line.',
    );
  });
});

describe('messages', () => {
  it.each(Object.keys(en))('%s has the same slots in both languages', (key) => {
    expect(slots((es as Record<string, string>)[key] ?? '')).toEqual(slots((en as Record<string, string>)[key] ?? ''));
  });
});
