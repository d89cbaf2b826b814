import { describe, expect, it } from 'vitest';
import { EVALUATE_METHODS } from '../../../db/cli/evaluate-registry.ts';
import { CEW_COLLEGES, PUBLISHED_FIGURES } from '../../../test/published/return-figures.ts';
import { cewRoi } from './presets/cew-roi.ts';

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, key) => (typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : undefined), value);

async function evaluate(method: string, input: unknown): Promise<unknown> {
  const found = EVALUATE_METHODS[method];
  if (!found) throw new Error(`no method ${method}`);
  return found.run(found.schema.parse(input), { resourcesDir: 'none' });
}

describe('published figures', () => {
  it('are at least forty, of every method of return and overlap', () => {
    expect(PUBLISHED_FIGURES.length).toBeGreaterThanOrEqual(40);
    expect([...new Set(PUBLISHED_FIGURES.map(({ method }) => method))].sort()).toEqual(['annuity', 'irr', 'loan', 'npv', 'overlap', 'payback', 'price-to-earnings']);
    expect(PUBLISHED_FIGURES.every(({ address }) => /^https?:\/\/\S+$/.test(address))).toBe(true);
  });

  it.each(PUBLISHED_FIGURES.map((figure) => ({ ...figure, name: `${figure.method} ${JSON.stringify(figure.input)} ${figure.note ?? ''}` })))('$name', async ({ method, input, output, within, miss }) => {
    const found = await evaluate(method, input);
    for (const [path, published] of Object.entries(miss?.output ?? output)) {
      const value = at(found, path);
      if (typeof published !== 'number') expect(value, path).toBe(published);
      else expect(Math.abs(Number(value) - published), `${path}: ${String(value)} for ${published}`).toBeLessThanOrEqual(within);
    }
    // A miss that has come right is no miss any more: the table would be wrong.
    if (miss) expect(Object.entries(output).every(([path, published]) => at(found, path) === published)).toBe(false);
  });

  it.each(CEW_COLLEGES)('CEW, $name: its value lies within what earnings before the tenth year leave open', ({ p10, netPrice, npv40 }) => {
    const value = (p6: number, p8: number): number => cewRoi({ level: 'bachelor', p6, p8, p10, netPrice }).find(({ years }) => years === 40)?.npv ?? NaN;
    expect(npv40).toBeLessThan(value(p10, p10) + 500);
    expect(npv40).toBeGreaterThan(value(0.7 * p10, 0.85 * p10) - 500);
    // The open part is small: the years that are published make up more than 95 percent.
    expect(value(0.7 * p10, 0.85 * p10) / value(p10, p10)).toBeGreaterThan(0.95);
  });
});
