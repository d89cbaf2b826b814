import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ruleOn } from '../../shared/domain/rules/dated.ts';
import { EARNINGS_PREMIUM_SHAPE, EARNINGS_THRESHOLD_SHAPE, losesLoans } from '../../shared/domain/rules/earnings-premium.ts';
import { POVERTY_SHAPE, povertyMultiple } from '../../shared/domain/rules/poverty.ts';
import { valueAddedEarnings } from '../../shared/domain/rules/workforce-pell.ts';
import { lastDay, needRule, readRules } from './evaluate-data.ts';
import { runCli } from './run-cli.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const world = { resourcesDir: join(ROOT, 'resources') };

/** One figure as it was printed, where, and what reproduces it. */
interface Published {
  readonly id: string;
  readonly what: string;
  readonly by: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly within?: number;
  readonly source: string;
  readonly url: string;
}
const figures = JSON.parse(readFileSync(join(ROOT, 'test', 'published', 'rules.json'), 'utf8')) as readonly Published[];

async function evaluate(method: string, input: object): Promise<Record<string, unknown>> {
  let out = '';
  let err = '';
  const code = await runCli(['evaluate', method, '--json'], { out: (text) => { out += text; }, err: (text) => { err += text; }, input: () => Promise.resolve(JSON.stringify(input)), env: {}, ...world });
  expect(code, err).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
}
const number = (input: Published['input'], name: string): number => Number(input[name]);

/** How each kind of figure is made: the command where it has a method, else the engine's own function. */
async function reproduce({ by, input }: Published): Promise<Record<string, unknown>> {
  const rules = await readRules(world);
  const poverty = (): { readonly year: number; readonly onePerson: number } => needRule(rules, 'poverty-guideline', POVERTY_SHAPE, lastDay(number(input, 'year')), 'year');
  switch (by) {
    case 'poverty-multiple': return { dollars: povertyMultiple(poverty(), number(input, 'permille')) };
    case 'value-added': return { valueAddedEarnings: valueAddedEarnings(number(input, 'median'), number(input, 'priceParity'), poverty(), 1500) };
    case 'debt-to-earnings-month': return { monthly: Number((await evaluate('debt-to-earnings', input))['annualPayment']) / 12 };
    case 'floor-per-hour': return { hourly: Number((await evaluate('good-job', { ...input, annualPay: 0 }))['floor']) / 2080 };
    case 'rule': return { value: (rules.find(({ id }) => id === input['id'])?.params as Record<string, unknown>)[String(input['field'])] };
    case 'loses-loans': return { loses: losesLoans(needRule(rules, 'earnings-premium', EARNINGS_PREMIUM_SHAPE, '2027-07-01', 'input'), input['passes'] as readonly boolean[]) };
    default: return evaluate(by, input);
  }
}

describe('published figures of the rules', () => {
  test('are at least 30, each once, each with its address', () => {
    expect(figures.length).toBeGreaterThanOrEqual(30);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    for (const { url, source } of figures) expect([/^https?:\/\/\S+$/u.test(url), source.length > 10]).toEqual([true, true]);
  });
  test.each(figures)('$id: $what', async (figure) => {
    const found = await reproduce(figure);
    for (const [name, value] of Object.entries(figure.expect)) {
      if (typeof value === 'number') expect(Math.abs(Number(found[name]) - value), `${name}: ${String(found[name])}`).toBeLessThanOrEqual((figure.within ?? 0) + 1e-9);
      else expect(found[name], name).toEqual(value);
    }
  });

  const compiled = join(ROOT, '..', 'shared', 'data', 'education', 'earnings-benchmarks', 'state_thresholds_2024.csv');
  test.skipIf(!existsSync(compiled))('the 52 earnings thresholds of 2024 are those of the public compilation (needs ../shared)', async () => {
    const printed = readFileSync(compiled, 'utf8').trim().split(/\r?\n/u).slice(1).map((line) => Number(line.split(',').at(-1))).sort((a, b) => a - b);
    const found = ruleOn(await readRules(world), 'earnings-threshold', EARNINGS_THRESHOLD_SHAPE, '2026-11-25');
    expect(found.ok && [...Object.values(found.value.params.states), found.value.params.nation].sort((a, b) => a - b)).toEqual(printed);
    expect(printed).toHaveLength(52);
  });
});
