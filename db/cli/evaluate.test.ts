import { beforeEach, describe, expect, test } from 'vitest';
import { EVALUATE_METHODS } from './evaluate-registry.ts';
import { runCli } from './run-cli.ts';

let out = '';
let err = '';
beforeEach(() => { out = err = ''; });

const run = (input: string, ...args: string[]) => runCli(['evaluate', ...args], {
  out: (text) => { out += text; }, err: (text) => { err += text; }, input: () => Promise.resolve(input), env: {}, resourcesDir: 'none',
});
async function ask(method: string, input: object): Promise<Record<string, unknown>> {
  out = '';
  expect(await run(JSON.stringify(input), method, '--json'), err).toBe(0);
  expect(out).toMatch(/^\{.*\}\n$/);
  return JSON.parse(out) as Record<string, unknown>;
}
async function refused(method: string, input: object | string): Promise<string> {
  out = err = '';
  expect(await run(typeof input === 'string' ? input : JSON.stringify(input), method, '--json')).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(/^[^\n]+\.\n$/);
  return err.trim();
}

describe('waymark evaluate', () => {
  test.each([[[]], [['nonsense', '--json']], [['annuity', 'npv']], [['annuity', '--nonsense']], [['toString']], [['--schema']]])('answers a wrong use (%j) with one sentence and 2', async (args) => {
    expect(await run('{}', ...args)).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^[^\n]+\.\n$/);
  });
  test('prints a schema for every method, of an object that takes no other field', async () => {
    for (const name of Object.keys(EVALUATE_METHODS)) {
      out = '';
      expect(await run('', name, '--schema')).toBe(0);
      expect(JSON.parse(out), name).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });
  test('lists every method in its help', async () => {
    expect(await run('', '--help')).toBe(0);
    for (const [name, { summary }] of Object.entries(EVALUATE_METHODS)) expect(out).toMatch(new RegExp(`${name} +${summary.slice(0, 10)}`));
  });
  test('indents for reading without --json', async () => {
    expect(await run('{"rate":0,"flows":[1,2]}', 'npv')).toBe(0);
    expect(out).toBe('{\n  "npv": 3\n}\n');
  });
  test('refuses what is not one JSON object, and names a number that is none', async () => {
    expect(await refused('npv', '')).toBe('input: must be one JSON object.');
    expect(await refused('npv', '{"rate":0,"flows":[1]} {}')).toBe('input: must be one JSON object.');
    expect(await refused('npv', '[]')).toMatch(/must be object/);
    expect(await refused('npv', '{"rate": NaN, "flows": [1]}')).toBe('rate: NaN is not a number.');
    expect(await refused('npv', '{"rate": 0, "flows": [1, -Infinity]}')).toBe('flows: Infinity is not a number.');
    expect(await refused('npv', '{"rate": 1e999, "flows": [1]}')).toMatch(/^rate: must be number/);
    expect(await refused('npv', `{"rate":0,"flows":[${'1,'.repeat(2_000_001)}1]}`)).toBe('input: must be at most 4000000 characters.');
  });
});

describe('plain finance', () => {
  test('annuity, loan, npv, irr', async () => {
    expect(await ask('annuity', { payment: 1000, rate: 0.05, years: 10 })).toEqual({ presentValue: expect.closeTo(7721.7349, 4) as number });
    expect(await ask('loan', { principal: 10000, annualRate: 0.05, months: 120 })).toEqual({ monthly: expect.closeTo(106.0655, 4) as number, annual: expect.closeTo(1272.7862, 4) as number });
    expect(await ask('npv', { rate: 0.1, flows: [-100, 60, 60] })).toEqual({ npv: expect.closeTo(4.1322, 4) as number });
    expect(await ask('irr', { flows: [-100, 110] })).toEqual({ outcome: 'unique', irr: expect.closeTo(0.1, 9) as number });
    expect(await ask('irr', { flows: [-100, 230, -132] })).toMatchObject({ outcome: 'not unique', irr: null });
    expect(await ask('irr', { flows: [100, 100] })).toEqual({ outcome: 'none', irr: null });
  });
  test.each([
    ['annuity', { payment: 1, rate: -1, years: 1 }, 'rate: must be greater than -1.'],
    ['annuity', { payment: 1, rate: 0.1, years: -1 }, 'years: must not be negative.'],
    ['annuity', { payment: 1, rate: 0.1 }, 'years: is missing.'],
    ['annuity', { payment: '1', rate: 0.1, years: 1 }, 'payment: must be number, received string.'],
    ['annuity', { payment: 1, rate: 0.1, years: 1, extra: 2 }, 'extra: there is no such field.'],
    ['annuity', { payment: 1, rate: 5.1e9, years: 1 }, 'rate: must be a fraction of at most 10 (0.03 is 3 percent).'],
    ['loan', { principal: -1, annualRate: 0.05, months: 12 }, 'principal: must not be negative.'],
    ['loan', { principal: 1, annualRate: 0.05, months: 0 }, 'months: must be at least 1.'],
    ['loan', { principal: 1, annualRate: 0.05, months: 1.5 }, 'months: must be whole.'],
    ['loan', { principal: 1, annualRate: -0.05, months: 1 }, 'annualRate: must not be negative.'],
    ['npv', { rate: 0.1, flows: [] }, 'flows: must hold at least one flow.'],
    ['npv', { rate: 0.1, flows: [1, null] }, 'flows[1]: must be number, received null.'],
    ['irr', { flows: Array.from({ length: 241 }, () => 1) }, 'flows: must hold at most 240 flows for this method.'],
    ['cew-roi', { level: 'master', p6: 1, p8: 1, p10: 1, netPrice: 1 }, 'level: must be one of bachelor, associate, certificate.'],
    ['cew-roi', { level: 'bachelor', p6: -1, p8: 1, p10: 1, netPrice: 1 }, 'p6: must not be negative.'],
    ['payback', { totalNetPrice: 1, earnings: -1, baseline: 1 }, 'earnings: must not be negative.'],
    ['price-to-earnings', { level: 'bachelor', netPrice: 1, earnings: 1 }, 'baseline: is missing.'],
    ['overlap', { a: { p50: 5, p25: 6 }, b: { p50: 5 } }, 'a.p50: must not be below a lower percentile.'],
    ['overlap', { a: { p50: 5 }, b: { p50: 5, p75: 4 } }, 'b.p75: must not be below a lower percentile.'],
    ['overlap', { a: { p25: 5 }, b: { p50: 5 } }, 'a.p50: is missing.'],
    ['overlap', { a: { p50: 0 }, b: { p50: 5 } }, 'a.p50: must be above 0.'],
    ['overlap', { a: { p50: 5, p40: 4 }, b: { p50: 5 } }, 'a.p40: there is no such field.'],
    ['overlap', { programMedians: { p50: 5 }, b: { p50: 5 } }, 'a: is missing.'],
  ])('%s refuses %j', async (method, input, sentence) => {
    expect(await refused(method, input)).toBe(sentence);
  });
});

describe('published methods and pay', () => {
  test('cew-roi gives a value for each horizon', async () => {
    const { npv } = await ask('cew-roi', { level: 'certificate', p6: 30000, p8: 30000, p10: 30000, netPrice: 10000 });
    expect(npv).toEqual({ 10: expect.closeTo(234867.1, 1) as number, 15: expect.closeTo(353187.46, 1) as number, 20: expect.closeTo(460353.86, 1) as number, 30: expect.closeTo(645331.54, 1) as number, 40: expect.closeTo(797077.66, 1) as number });
  });
  test('payback and price-to-earnings give years or no return', async () => {
    expect(await ask('payback', { totalNetPrice: 23600, earnings: 41000, baseline: 36000 })).toEqual({ outcome: 'years', years: 4.72 });
    expect(await ask('payback', { totalNetPrice: 1, earnings: 36000, baseline: 36000 })).toEqual({ outcome: 'no return', years: null });
    expect(await ask('price-to-earnings', { level: 'associate', netPrice: 11800, earnings: 41000, baseline: 36000 })).toEqual({ outcome: 'years', years: 4.72 });
  });
  test('overlap', async () => {
    const a = { p10: 20000, p25: 25000, p50: 30000, p75: 40000, p90: 50000 };
    expect(await ask('overlap', { a, b: a })).toMatchObject({ shareOfAAboveMedianOfB: 0.5, probabilityAAboveB: 0.5, extrapolated: false });
    expect(await ask('overlap', { a: { p50: 1, p75: 2 }, b: { p50: 9, p75: 10 } })).toMatchObject({ extrapolated: true });
    expect(await ask('overlap', { a: { p50: 1 }, b: { p50: 9 } })).toEqual({ shareOfAAboveMedianOfB: null, probabilityAAboveB: null, extrapolated: null, outcome: 'spread unknown' });
  });
});

describe('return', () => {
  const steps = [{ months: 12, costs: [{ line: 'exam', amount: 275 }], payAfter: { low: 50790, middle: 60330, high: 63310 } }];
  const baseline = { low: 29936, middle: 34850, high: 41194 };
  test('is the engine\'s, in dollars, with a breakdown that adds up', async () => {
    const found = await ask('return', { route: { steps }, baseline, options: { rate: 0, horizons: [2, 10] } });
    expect(found).toMatchObject({
      outcome: 'known', npv: { 2: -9645, 10: 194195 }, breakEvenMonth: 29, breakEven: 'reached', irrOutcome: 'unique', completionWeightedNpv: null,
      cost: { low: 275, high: 275, atLeast: false }, atMost: false, trainingMonths: 12,
      breakdown: { 10: { lines: [{ line: 'cost:exam', amount: -275 }, { line: 'pay', amount: 542970 }, { line: 'baseline', amount: -348500 }], total: 194195 } },
    });
    expect(found['curve']).toHaveLength(121);
    expect(found['range']).toMatchObject({ low: { npv: { 2: 50790 - 2 * 29936 - 275 } }, high: { npv: { 2: 63310 - 2 * 41194 - 275 } } });
    expect(found['assumptions']).toContainEqual({ assumes: 'real-rate', rate: 0 });
  });
  test('takes every part of a route', async () => {
    const all = [{
      months: 48, waitMonths: 3, costs: [{ line: 'tuition', amount: { low: 500, high: 900 }, per: 'year' }, { line: 'exam', amount: { atLeast: 80 } }, { line: 'medical', amount: null }],
      grants: [{ payer: 'sponsor', amount: 500, per: 'year' }], apprenticeship: { journeyPay: 60000, periods: [{ months: 12, low: 0.5, high: 0.6 }] },
      payAfter: 60000, completion: 0.8, renewal: { amount: 50, everyMonths: 24 },
    }, { months: 6, workShare: 0.5, completion: 0.9 }];
    expect(await ask('return', { route: { steps: all }, baseline: 35000 })).toMatchObject({
      outcome: 'known', atMost: true, cost: { low: 2080, high: 3680, atLeast: true }, range: { low: null, high: null },
      npv: { 5: expect.any(Number) as number, 10: expect.any(Number) as number, 20: expect.any(Number) as number, 40: expect.any(Number) as number }, completionWeightedNpv: { 5: expect.any(Number) as number },
    });
  });
  test('says what is not known', async () => {
    expect(await ask('return', { route: { steps: [{ months: null }] }, baseline })).toMatchObject({ outcome: 'unknown', missing: 'time', npv: null });
    expect(await ask('return', { route: { steps }, baseline: null })).toMatchObject({ outcome: 'unknown', missing: 'baseline' });
    expect(await ask('return', { route: { steps: [{ months: 1, payAfter: null }] }, baseline })).toMatchObject({ outcome: 'unknown', missing: 'pay' });
    expect(await ask('return', { route: { steps }, baseline, options: { horizons: [1] } })).toMatchObject({ breakEvenMonth: null, breakEven: 'not within 1 years', irr: null });
  });
  test.each([
    [{ route: { steps: [{ months: -1 }] }, baseline: 1 }, 'route.steps[0].months: must not be negative.'],
    [{ route: { steps: [{ months: 1, payAfter: { low: 1, middle: 2, high: 3, top: 4 } }] }, baseline: 1 }, 'route.steps[0].payAfter.top: there is no such field.'],
    [{ route: { steps: [{ months: 1, payAfter: -1 }] }, baseline: 1 }, 'route.steps[0].payAfter: must not be negative.'],
    [{ route: { steps: [] }, baseline: 'x' }, 'baseline: is not of a kind that is taken here.'],
    [{ route: { steps: [] }, baseline: 1, options: { rate: -1 } }, 'options.rate: must be greater than -1.'],
    [{ route: { steps: [] }, baseline: 1, options: { horizons: [5, 5] } }, 'options.horizons: must ascend.'],
    [{ route: { steps: [{ months: 1, costs: [{ line: 'exam', amount: { low: 5, high: 3 } }] }] }, baseline: 1 }, 'route.steps[0].costs[0].amount.high: must not be below low.'],
    [{ route: { steps: [{ months: 1, workShare: 0.5, apprenticeship: { journeyPay: 1 } }] }, baseline: 1 }, 'route.steps[0].workShare: is not given together with apprenticeship.'],
    [{ route: { steps: [{ months: 1, completion: 1.1 }] }, baseline: 1 }, 'route.steps[0].completion: must be from 0 to 1.'],
    [{ route: { steps: [{ months: 1, apprenticeship: { journeyPay: 1, periods: [{ months: 1, low: 0.9, high: 0.5 }] } }] }, baseline: 1 }, 'route.steps[0].apprenticeship.periods[0].high: must not be below low.'],
  ])('refuses %j', async (input, sentence) => {
    expect(await refused('return', input)).toBe(sentence);
  });
});
