import fc from 'fast-check';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const resourcesDir = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'resources');
/** An input that is taken, for each method of money, return and overlap. */
const TAKEN: Readonly<Record<string, unknown>> = {
  annuity: { payment: 1000, rate: 0.05, years: 10 },
  loan: { principal: 10000, annualRate: 0.05, months: 120 },
  npv: { rate: 0.1, flows: [-100, 60, 60] },
  irr: { flows: [-100, 230, -132, 4] },
  'cew-roi': { level: 'bachelor', p6: 30000, p8: 36000, p10: 40000, netPrice: 12000 },
  payback: { totalNetPrice: 23600, earnings: 41000, baseline: 36000 },
  'price-to-earnings': { level: 'associate', netPrice: 11800, earnings: 41000, baseline: 36000 },
  overlap: { a: { p10: 1, p25: 2, p50: 3, p75: 4, p90: 5 }, b: { p25: 2, p50: 4 } },
  return: {
    route: { steps: [{ months: 12, waitMonths: 1, costs: [{ line: 'exam', amount: { low: 1, high: 2 }, per: 'once' }], grants: [{ payer: 'pell', amount: 1, per: 'year' }], apprenticeship: { journeyPay: 5, periods: [{ months: 6, low: 0.5, high: 0.6 }] }, payAfter: { low: 1, middle: 2, high: 3 }, completion: 0.5, renewal: { amount: 1, everyMonths: 12 } }] },
    baseline: { low: 1, middle: 2, high: 3 }, options: { rate: 0.03, horizons: [5, 10] },
  },
};
const odd = fc.constantFrom<unknown>(0, -0, 1, -1, 0.5, -0.99, -0.999999999, 10, 1e12, -1e12, 1e-300, 1e300, 2400, 60, 61, null, true, '', 'x', '5', [], {}, [1], [-1, 1], { p50: 1 }, { low: 2, high: 1 });

/** The input with the value at one place changed, taken out (JSON leaves out what is undefined), or a field put in. */
function changed(input: unknown, path: readonly number[], value: unknown, how: 'set' | 'remove' | 'add'): unknown {
  if (typeof input !== 'object' || input === null) return value;
  const keys = Object.keys(input);
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)];
  if (how === 'add' && path.length <= 1 && !Array.isArray(input)) return { ...input, surprise: value };
  if (key === undefined) return value;
  const copy: Record<string, unknown> = { ...(input as Record<string, unknown>) };
  if (path.length > 1) copy[key] = changed(copy[key], path.slice(1), value, how);
  else if (how === 'remove') copy[key] = undefined;
  else copy[key] = value;
  return Array.isArray(input) ? Object.values(copy) : copy;
}

describe('waymark evaluate', () => {
  test.each(Object.entries(TAKEN))('%s answers or refuses in one sentence, whatever it is given', async (method, taken) => {
    const ask = async (input: unknown): Promise<{ code: number; out: string; err: string }> => {
      let [out, err] = ['', ''];
      const code = await runCli(['evaluate', method, '--json'], { out: (text) => { out += text; }, err: (text) => { err += text; }, input: () => Promise.resolve(JSON.stringify(input)), env: {}, resourcesDir });
      return { code, out, err };
    };
    expect((await ask(taken)).code).toBe(0);
    await fc.assert(fc.asyncProperty(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 }), odd, fc.constantFrom('set', 'remove', 'add'), async (path, value, how) => {
      const { code, out, err } = await ask(changed(taken, path, value, how));
      if (code === 0) {
        expect(err).toBe('');
        // JSON has no word for NaN and Infinity: they would come out as null where a number belongs.
        const told: unknown = JSON.parse(out);
        expect(told).toBeTypeOf('object');
        if (['annuity', 'loan', 'npv', 'cew-roi'].includes(method)) expect(out).not.toContain('null');
        if (method === 'return') for (const { lines, total } of Object.values((told as { breakdown: Record<string, { lines: { amount: number }[]; total: number }> | null }).breakdown ?? {})) expect(Math.abs(lines.reduce((sum, line) => sum + line.amount, 0) - total)).toBeLessThan(1e-4 + Math.abs(total) * 1e-9);
      } else {
        expect(code).toBe(1);
        expect(out).toBe('');
        expect(err).toMatch(/^[A-Za-z][^\n]*\.\n$/);
        if (how === 'add' && err.includes('no such field')) expect(err).toContain('surprise');
      }
    }), { numRuns: 1500 });
  });
});
