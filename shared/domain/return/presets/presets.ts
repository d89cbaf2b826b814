/**
 * Published methods of measuring what study returns, as data: who published them, and the numbers
 * each fixes. Figures of two methods are not comparable with each other.
 */
export const LEVELS = ['bachelor', 'associate', 'certificate'] as const;
export type Level = (typeof LEVELS)[number];

/** What a preset is and where it comes from. */
export interface PresetSource {
  readonly name: string;
  readonly publisher: string;
  readonly year: number;
  readonly address: string;
}

/** Georgetown CEW, *A First Try at ROI*: no comparison with doing without, total years from entry. */
export const CEW_ROI = {
  source: { name: 'A First Try at ROI: Ranking 4,500 Colleges', publisher: 'Georgetown University Center on Education and the Workforce', year: 2019, address: 'https://cew.georgetown.edu/cew-reports/collegeroi/' },
  /** Real; the first flow is not discounted. */
  rate: 0.02,
  horizons: [10, 15, 20, 30, 40],
  /** Years that are paid for before earnings count. */
  pricedYears: { bachelor: 5, associate: 3, certificate: 1 },
} as const satisfies { readonly source: PresetSource; readonly rate: number; readonly horizons: readonly number[]; readonly pricedYears: Readonly<Record<Level, number>> };

/** Third Way, price-to-earnings premium. */
export const PRICE_TO_EARNINGS = {
  source: { name: 'Price-to-Earnings Premium: A New Way of Measuring Return on Investment in Higher Ed', publisher: 'Third Way', year: 2020, address: 'https://www.thirdway.org/report/price-to-earnings-premium-a-new-way-of-measuring-return-on-investment-in-higher-ed' },
  /** Years of net price that each level is taken to cost. */
  pricedYears: { bachelor: 4, associate: 2, certificate: 1 },
} as const satisfies { readonly source: PresetSource; readonly pricedYears: Readonly<Record<Level, number>> };

/** In the manner of FREOPP, *Is College Worth It?*: a working life, weighted by the chance to finish. */
export const FREOPP_STYLE = {
  source: { name: 'Is College Worth It? A Comprehensive Return on Investment Analysis', publisher: 'Foundation for Research on Equal Opportunity', year: 2021, address: 'https://freopp.org/is-college-worth-it-a-comprehensive-return-on-investment-analysis/' },
  rate: 0.03,
  /** First and last age at which a year counts. */
  fromAge: 18,
  toAge: 64,
} as const satisfies { readonly source: PresetSource; readonly rate: number; readonly fromAge: number; readonly toAge: number };
