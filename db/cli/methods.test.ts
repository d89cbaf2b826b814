import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { EVALUATE_METHODS } from './evaluate-registry.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const TEXT = readFileSync(join(ROOT, 'docs', 'methods.md'), 'utf8');
/** Blocks of two lines: what is asked, and what is given. */
const EXAMPLES = [...TEXT.matchAll(/^```evaluate ([\w-]+)\n(.+)\n(.+)\n```$/gm)].map(([, method = '', input = '', output = '']) => ({ method, input, output }));

/** The places after the point of a number as it is printed, so that 1272.79 stands for all that rounds to it. */
const places = (printed: number): number => (String(printed).split('.')[1] ?? '').length;

function agrees(found: unknown, printed: unknown, path: string): void {
  if (typeof printed === 'number') {
    expect(found, path).toBeTypeOf('number');
    expect(Math.abs(Number(found) - printed), `${path}: ${String(found)} for ${printed}`).toBeLessThanOrEqual(0.5 * 10 ** -places(printed) + 1e-9);
  } else if (Array.isArray(printed)) {
    expect(found, path).toHaveLength(printed.length);
    printed.forEach((each, index) => agrees((found as unknown[])[index], each, `${path}[${index}]`));
  } else if (typeof printed === 'object' && printed !== null) {
    expect(found, path).toBeTypeOf('object');
    for (const [key, each] of Object.entries(printed)) agrees((found as Record<string, unknown>)[key], each, `${path}.${key}`);
  } else expect(found, path).toBe(printed);
}

describe('docs/methods.md', () => {
  test('has an example of each method', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(12);
    expect([...TEXT.matchAll(/^```evaluate /gm)]).toHaveLength(EXAMPLES.length);
    const shown = new Set(EXAMPLES.map(({ method }) => method));
    expect(Object.keys(EVALUATE_METHODS).filter((each) => !shown.has(each))).toEqual([]);
  });

  test.each(EXAMPLES)('$method $input', async ({ method, input, output }) => {
    const found = EVALUATE_METHODS[method];
    if (!found) throw new Error(`no method ${method}`);
    agrees(await found.run(found.schema.parse(JSON.parse(input)), { resourcesDir: join(ROOT, 'resources') }), JSON.parse(output), method);
  });

  test('says of every section what it does not say', () => {
    const sections = TEXT.split(/^## /m).slice(1);
    expect(sections.filter((each) => !/does not say|Neither says/i.test(each)).map((each) => each.split('\n')[0])).toEqual([]);
  });
});
