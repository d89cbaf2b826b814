/**
 * Figures that others published with what they were computed from, to be reproduced by the
 * engine. `input` and `output` are fields of `waymark evaluate METHOD`; `within` is half a unit
 * of the last published digit, or what the note explains. A figure that is not reproduced says
 * why in `miss`: none is tuned away.
 */
export interface PublishedFigure {
  readonly method: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Published values by field; a dotted path reaches into objects. */
  readonly output: Readonly<Record<string, number | string | null>>;
  readonly within: number;
  readonly address: string;
  readonly note?: string;
  /** What the engine gives instead, and why. */
  readonly miss?: { readonly output: Readonly<Record<string, number | string | null>>; readonly why: string };
}

const WIZEDU = 'https://wizedu.com/questions/';
const EXCEL_IRR = 'https://support.microsoft.com/zh-cn/excel/irr-function';
const EXCEL_PMT = 'https://support.microsoft.com/zh-CN/Excel/pmt-function';
const EXCEL_PV = 'https://learn.microsoft.com/en-us/previous-versions/office/developer/office-2010/ff839551(v=office.14)';
const NUMPY_IRR = 'https://numpy.org/doc/1.16/reference/generated/numpy.irr.html';
const CALIFORNIA = 'https://github.com/malpasocodes/epanalysis/blob/main/data/roi_with_county_baseline_combined_clean.csv';
const CEW_2022 = 'https://vipfinancenews.com/public-colleges-with-the-best-return-on-investment';
const EFFECT_SIZE = 'https://metricgate.com/docs/mcgraw-wong-common-language';

const LOANS: readonly PublishedFigure[] = [
  { method: 'loan', input: { principal: 200000, annualRate: 0.06, months: 360 }, output: { monthly: 1199.1 }, within: 0.005, address: `${WIZEDU}10706/you-are-borrowing-200000-to-buy-a-house-the-terms` },
  { method: 'loan', input: { principal: 170000, annualRate: 0.03, months: 300 }, output: { monthly: 806.16 }, within: 0.005, address: `${WIZEDU}94026/calculate-the-present-value-of-the-annuity-round` },
  { method: 'loan', input: { principal: 200000, annualRate: 0.1, months: 360 }, output: { monthly: 1755.14 }, within: 0.005, address: `${WIZEDU}564617/suppose-that-you-take-out-a-30-year-mortgage-loan` },
  { method: 'loan', input: { principal: 35000, annualRate: 0.055, months: 120 }, output: { monthly: 380 }, within: 0.5, address: 'https://interestcal.com/blog/student-loan-repayment-strategies-standard-vs-extra-payments-calculator-guide.html' },
  { method: 'loan', input: { principal: 27000, annualRate: 0.039, months: 120 }, output: { monthly: 272 }, within: 0.5, address: 'https://www.hampshire.edu/sample-loan-repayment-schedule' },
  {
    method: 'loan', input: { principal: 12500, annualRate: 0.0825, months: 144 }, output: { annual: 1644.315 }, within: 0.0005, address: 'http://federal.elaws.us/cfr/title34.chaptervi.part685.subpartd.appendix_a_to_part_685', note: '34 CFR 685, appendix A, example 1, step 1: twelve years',
    miss: { output: { annual: 1644.311 }, why: 'The appendix multiplies by a constant printed to seven digits that lies 3 in ten million above the exact one.' },
  },
  {
    method: 'loan', input: { principal: 1, annualRate: 0.0825, months: 144 }, output: { annual: 0.1315452 }, within: 5e-8, address: 'http://federal.elaws.us/cfr/title34.chaptervi.part685.subpartd.appendix_a_to_part_685', note: 'the constant multiplier of the same appendix',
    miss: { output: { annual: 0.13154487 }, why: 'The exact multiplier is 0.13154487; a table of the rule rounds on the way.' },
  },
  { method: 'loan', input: { principal: 100000, annualRate: 0.08, months: 10 }, output: { monthly: 10370.3 }, within: 0.05, address: EXCEL_PMT, note: 'printed as 10,370.30; the exact payment is 10,370.32' },
  { method: 'loan', input: { principal: 10000, annualRate: 0.12, months: 48 }, output: { monthly: 263.33 }, within: 0.01, address: EXCEL_PV, note: 'printed cut, not rounded: 263.338' },
];

const ANNUITIES: readonly PublishedFigure[] = [
  { method: 'annuity', input: { payment: 2000, rate: 0.1, years: 6 }, output: { presentValue: 8710.52 }, within: 0.005, address: 'https://justaaa.com/finance/394239-you-are-buying-a-home-for-200000-with-no-down' },
];

const VALUES: readonly PublishedFigure[] = [
  { method: 'npv', input: { rate: 0.07, flows: [-500, 600, 600, 600] }, output: { npv: 1075 }, within: 0.5, address: 'https://gist.github.com/primaryobjects/82eb6bdfa39bc3b1dbeb8b02b612c7b4' },
  { method: 'npv', input: { rate: 0.07, flows: [-400, 700, 700, 700] }, output: { npv: 1437 }, within: 0.5, address: 'https://gist.github.com/primaryobjects/82eb6bdfa39bc3b1dbeb8b02b612c7b4' },
  { method: 'npv', input: { rate: 0.281, flows: [-100, 39, 59, 55, 20] }, output: { npv: -0.00847859163845488 }, within: 1e-12, address: 'https://numpy.org/doc/1.16/reference/generated/numpy.npv.html' },
  { method: 'payback', input: { totalNetPrice: 500, earnings: 600, baseline: 0 }, output: { years: 0.83 }, within: 0.005, address: 'https://gist.github.com/primaryobjects/82eb6bdfa39bc3b1dbeb8b02b612c7b4' },
  { method: 'payback', input: { totalNetPrice: 400, earnings: 700, baseline: 0 }, output: { years: 0.57 }, within: 0.005, address: 'https://gist.github.com/primaryobjects/82eb6bdfa39bc3b1dbeb8b02b612c7b4' },
];

const RATES: readonly PublishedFigure[] = [
  { method: 'irr', input: { flows: [-700000, 120000, 150000, 180000, 210000, 260000] }, output: { irr: 0.087 }, within: 0.0005, address: EXCEL_IRR },
  { method: 'irr', input: { flows: [-700000, 120000, 150000, 180000, 210000] }, output: { irr: -0.021 }, within: 0.0005, address: EXCEL_IRR },
  { method: 'irr', input: { flows: [-700000, 120000, 150000] }, output: { irr: -0.444 }, within: 0.0005, address: EXCEL_IRR },
  { method: 'irr', input: { flows: [-10000, 4000, 4000, 4000, 4000] }, output: { irr: 0.2186 }, within: 0.00005, address: 'https://docs.valq.com/model/formula-functions/finance-functions/irr' },
  { method: 'irr', input: { flows: [-250000, 100000, 150000, 200000, 250000, 300000] }, output: { irr: 0.5672303344358536 }, within: 1e-12, address: 'https://numpy.org/numpy-financial/latest' },
  { method: 'irr', input: { flows: [-100, 39, 59, 55, 20] }, output: { irr: 0.2809484211599611 }, within: 1e-12, address: 'https://docs.scipy.org/doc/numpy-1.3.x/reference/generated/numpy.irr.html' },
  { method: 'irr', input: { flows: [-100, 0, 0, 74] }, output: { irr: -0.0955 }, within: 0.000005, address: NUMPY_IRR },
  { method: 'irr', input: { flows: [-100, 100, 0, 7] }, output: { irr: 0.06206 }, within: 0.000005, address: NUMPY_IRR },
  {
    method: 'irr', input: { flows: [-100, 100, 0, -7] }, output: { irr: -0.0833 }, within: 0.000005, address: NUMPY_IRR,
    miss: { output: { irr: null, outcome: 'not unique', 'rates.1': -0.0833 }, why: 'Two rates zero these flows, about -63 and -8 percent; NumPy gives the one nearest to 0, and the engine neither.' },
  },
  { method: 'irr', input: { flows: [-2000, 10000, -10000] }, output: { outcome: 'not unique', 'rates.0': 0.38, 'rates.1': 2.6 }, within: 0.02, address: 'https://300hours.com/f/cfa/level-1/t/how-do-you-figure-out-the-irr-of-260', note: 'published as approximately 38 and 260 percent' },
  { method: 'irr', input: { flows: [-252, 1431, -3035, 2850, -1000] }, output: { outcome: 'not unique', 'rates.0': 0.25, 'rates.1': 1 / 3, 'rates.2': 3 / 7, 'rates.3': 2 / 3 }, within: 1e-6, address: 'https://brainmass.com/business/internal-rate-of-return/lt-problem-multiple-irrs-39308', note: 'a problem of Ross, Westerfield and Jordan made to break calculators: four rates, 25, 33.33, 42.86 and 66.67 percent' },
];

/** California community colleges: total net price over earnings above the state's high-school median of $32,476; printed to a tenth of a year. */
const COLLEGES: readonly (readonly [name: string, annualNetPrice: number, earnings: number, years: number])[] = [
  ['Skyline College', -1180, 55702, 0], ['De Anza College', 4667, 56596, 0.4], ['City College of San Francisco', 7272, 45805, 1.1], ['Evergreen Valley College', 12591, 53077, 1.2],
  ['Ohlone College', 14130, 54278, 1.3], ['Moreno Valley College', 1996, 52133, 0.2], ['Imperial Valley College', 1697, 34487, 1.7], ['College of Marin', 15517, 42654, 3],
  ['Beaumont Adult School', 30407, 50801, 3.3], ['Palo Verde College', 10543, 36389, 5.4], ['Laney College', 15805, 37282, 6.6], ['Barstow Community College', 12347, 35104, 9.4],
  ['Copper Mountain Community College', 7962, 33281, 19.8],
];
const YEARS: readonly PublishedFigure[] = [
  ...COLLEGES.map(([name, price, earnings, years]): PublishedFigure => ({
    method: 'payback', input: { totalNetPrice: price * 2, earnings, baseline: 32476 }, output: { years, outcome: 'years' }, within: 0.05, address: CALIFORNIA, note: `${name}, column "ROI: Years to Recoup Net Costs"`,
  })),
  // The same method from the price of a year, and with the county's median, printed in full.
  { method: 'price-to-earnings', input: { level: 'associate', netPrice: 1504, earnings: 54172, baseline: 32476 }, output: { years: 0.13864306784660768 }, within: 1e-12, address: CALIFORNIA, note: 'College of San Mateo, column roi_statewide_years' },
  { method: 'price-to-earnings', input: { level: 'associate', netPrice: 15805, earnings: 37282, baseline: 27137 }, output: { years: 3.1158206012814196 }, within: 1e-12, address: CALIFORNIA, note: 'Laney College, column roi_regional_years (county median 27,137)' },
  { method: 'price-to-earnings', input: { level: 'associate', netPrice: 10543, earnings: 36389, baseline: 25957 }, output: { years: 2.0212806748466257 }, within: 1e-12, address: CALIFORNIA, note: 'Palo Verde College, column roi_regional_years' },
  { method: 'price-to-earnings', input: { level: 'associate', netPrice: 11800, earnings: 41000, baseline: 36000 }, output: { years: 4.7 }, within: 0.05, address: 'https://twtext.com/article/1245721929673330689', note: 'Greenfield Community College: $11,800 a year, about $5,000 more a year, "a little less than five years"; only the difference of earnings is published' },
];

/** Percentiles of a normal of this median and deviation, moved far from 0 so that its logarithm is all but as straight. */
const normal = (shift: number): Record<string, number> => {
  const scale = 1e-4;
  const at = (z: number): number => Math.exp((z + shift) * scale) * 50000;
  return { p10: at(-1.2815515655446004), p25: at(-0.6744897501960817), p50: at(0), p75: at(0.6744897501960817), p90: at(1.2815515655446004) };
};
const OVERLAPS: readonly PublishedFigure[] = [[0.2, 0.56], [0.5, 0.64], [0.8, 0.71]].map(([shift = 0, probability = 0]): PublishedFigure => ({
  method: 'overlap', input: { a: normal(shift), b: normal(0) }, output: { probabilityAAboveB: probability }, within: 0.01, address: EFFECT_SIZE,
  note: `two normals ${shift} deviations apart, McGraw and Wong's common-language effect size; log-linear between five points is within a hundredth of the normal`,
}));

/** Quartiles and deciles of usual weekly earnings (BLS, 2013), a year, as printed. */
const HIGH_SCHOOL = { p10: 18772, p25: 24856, p50: 33852, p75: 48724, p90: 68744 };
const BACHELOR = { p10: 27508, p25: 38844, p50: 57616, p75: 85488, p90: 120952 };
const ADVANCED = { p10: 35360, p25: 49244, p50: 72228, p75: 104572, p90: 155116 };
const SHARES: readonly PublishedFigure[] = [
  { method: 'overlap', input: { a: HIGH_SCHOOL, b: BACHELOR }, output: { shareOfAAboveMedianOfB: 0.16 }, within: 0.02, address: 'https://collegetuitionadvisory.com/blog/the-college-payoff/', note: 'CEW, The College Payoff (2021): 16 percent; it publishes no percentiles a year, so BLS percentiles of full-time workers in 2013 stand in (http://www.freeby50.com/2014/03/income-distribution-by-education-level.html): 17.7 percent' },
  { method: 'overlap', input: { a: BACHELOR, b: ADVANCED }, output: { shareOfAAboveMedianOfB: 0.36 }, within: 0.02, address: 'https://wallyboston.com/?p=1141', note: "CEW: 36 percent of bachelor's earn more than the middle master's; the BLS group is all advanced degrees: 35.7 percent" },
];

/**
 * CEW publishes the value, earnings after 10 years and the net price of a college, not its
 * earnings after 6 and 8. The value lies between that of level earnings and that of earnings
 * which start at 70 percent: what `cewBounds` in the test checks.
 */
export const CEW_COLLEGES: readonly { readonly name: string; readonly p10: number; readonly netPrice: number; readonly npv40: number; readonly address: string }[] = [
  { name: 'Rutgers University-New Brunswick', p10: 65661, netPrice: 21654, npv40: 1_389_000, address: CEW_2022 },
  { name: 'New Mexico Institute of Mining and Technology', p10: 64650, netPrice: 14595, npv40: 1_393_000, address: CEW_2022 },
];

export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [...LOANS, ...ANNUITIES, ...VALUES, ...RATES, ...YEARS, ...OVERLAPS, ...SHARES];
