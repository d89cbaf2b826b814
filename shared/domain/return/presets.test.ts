import { describe, expect, it } from 'vitest';
import { cewFlows, cewRoi } from './presets/cew-roi.ts';
import { freoppStyle } from './presets/freopp-style.ts';
import { CEW_ROI, FREOPP_STYLE, LEVELS, PRICE_TO_EARNINGS } from './presets/presets.ts';
import { paybackYears, priceToEarnings } from './presets/years-to-recoup.ts';

describe("CEW's First Try at ROI", () => {
  const college = { p6: 30000, p8: 36000, p10: 40000, netPrice: 12000 };
  it('pays first, then earns: a step of the average change lower for each year before the sixth', () => {
    // The step is ((36,000 - 30,000) + (40,000 - 36,000)) / 4 = 2,500.
    expect(cewFlows({ ...college, level: 'bachelor' }, 12)).toEqual([-12000, -12000, -12000, -12000, -12000, 30000, 33000, 36000, 38000, 40000, 40000, 40000]);
    expect(cewFlows({ ...college, level: 'associate' }, 10)).toEqual([-12000, -12000, -12000, 25000, 27500, 30000, 33000, 36000, 38000, 40000]);
    expect(cewFlows({ ...college, level: 'certificate' }, 10)).toEqual([-12000, 20000, 22500, 25000, 27500, 30000, 33000, 36000, 38000, 40000]);
  });
  it('steps down also where earnings fall: the change counts without its sign', () => {
    expect(cewFlows({ level: 'certificate', p6: 40000, p8: 36000, p10: 30000, netPrice: 0 }, 10)).toEqual([-0, 30000, 32500, 35000, 37500, 40000, 38000, 36000, 33000, 30000]);
  });
  it('discounts at 2 percent, the first year not at all, at five horizons', () => {
    const values = cewRoi({ ...college, level: 'bachelor' });
    expect(values.map(({ years }) => years)).toEqual([10, 15, 20, 30, 40]);
    const flows = [-12000, -12000, -12000, -12000, -12000, 30000, 33000, 36000, 38000, 40000];
    expect(values[0]?.npv).toBeCloseTo(flows.reduce((sum, flow, year) => sum + flow / 1.02 ** year, 0), 6);
    expect((values[1]?.npv ?? 0) - (values[0]?.npv ?? 0)).toBeCloseTo([10, 11, 12, 13, 14].reduce((sum, year) => sum + 40000 / 1.02 ** year, 0), 6);
  });
});

describe('years to recoup', () => {
  it('divide a price by what is earned more', () => {
    expect(paybackYears(23600, 41000, 36000)).toEqual({ outcome: 'years', years: 4.72 });
    expect(paybackYears(-2360, 55702, 32476)).toEqual({ outcome: 'years', years: 0 });
    expect(paybackYears(0, 2, 1)).toEqual({ outcome: 'years', years: 0 });
  });
  it('are no return at or below the baseline, whatever the price', () => {
    expect(paybackYears(1, 36000, 36000)).toEqual({ outcome: 'no return', years: null });
    expect(paybackYears(-1, 35999, 36000)).toEqual({ outcome: 'no return', years: null });
  });
  it('count four, two or one year of price by level', () => {
    expect(LEVELS.map((level) => priceToEarnings(level, 10000, 30000, 20000).years)).toEqual([4, 2, 1]);
  });
});

describe("a working life in the manner of FREOPP", () => {
  const level = (dollars: number) => (): number => dollars;
  it('is 0 where nothing is paid and nothing gained', () => {
    expect(freoppStyle({ yearsEnrolled: 0, yearsUntilLeaving: 0, netTuition: 5000, earnings: level(30000), without: level(30000), completion: 0.5 })).toEqual({ finished: 0, expected: 0 });
  });
  it('gives up what would have been earned while enrolled, then gains the difference to 64', () => {
    const found = freoppStyle({ yearsEnrolled: 2, yearsUntilLeaving: 1, netTuition: 4000, earnings: level(50000), without: level(30000), completion: 0.6 });
    let finished = 0;
    for (let age = 18; age <= 64; age += 1) finished += (age < 20 ? -34000 : 20000) / 1.03 ** (age - 18);
    expect(found.finished).toBeCloseTo(finished, 6);
    expect(found.expected).toBeCloseTo(0.6 * finished + 0.4 * -34000, 6);
  });
  it('reads earnings by age', () => {
    const seen: number[] = [];
    freoppStyle({ yearsEnrolled: 0, yearsUntilLeaving: 0, netTuition: 0, earnings: (age) => { seen.push(age); return 0; }, without: level(0), completion: 1 });
    expect([Math.min(...seen), Math.max(...seen), seen.length]).toEqual([18, 64, 47]);
  });
});

describe('presets', () => {
  it('say who published them', () => {
    for (const { source } of [CEW_ROI, PRICE_TO_EARNINGS, FREOPP_STYLE]) expect(source).toMatchObject({ name: expect.stringMatching(/\w/) as string, publisher: expect.stringMatching(/\w/) as string, address: expect.stringMatching(/^https:/) as string });
  });
});
