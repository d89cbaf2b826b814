/** The catalogue is spread together from files: a key in two of them would silently take the words of the later one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const MESSAGES = fileURLToPath(new URL('./messages/', import.meta.url));
const files = (readdirSync(MESSAGES, { recursive: true }) as string[]).filter((name) => name.endsWith('.ts'));
/** Keys stand at the start of a line, each followed by its words. */
const keysIn = (file: string): readonly string[] => [...readFileSync(join(MESSAGES, file), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map((found) => found[1] ?? '');

it.each(['en', 'es'])('no key of %s stands in two files', (lang) => {
  const places = files.filter((file) => file.split(/[\\/]/).at(-1)?.startsWith(`${lang}-`)).flatMap((file) => keysIn(file).map((key) => ({ key, file })));
  expect(places.length).toBeGreaterThan(1000);
  const twice = [...Map.groupBy(places, ({ key }) => key)].filter(([, found]) => found.length > 1).map(([key, found]) => `${key}: ${found.map(({ file }) => file).join(', ')}`);
  expect(twice).toEqual([]);
});
