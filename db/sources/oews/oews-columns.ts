/** Headings of the workbooks of Occupational Employment and Wage Statistics; those of the nation and of areas are the same. */

export const OEWS_HEADINGS = {
  area: ['AREA'], areaTitle: ['AREA_TITLE'], areaType: ['AREA_TYPE'], state: ['PRIM_STATE', 'ST'], industry: ['I_GROUP'], owner: ['OWN_CODE'],
  soc: ['OCC_CODE'], title: ['OCC_TITLE'], group: ['O_GROUP', 'OCC_GROUP'], employment: ['TOT_EMP'],
  hMean: ['H_MEAN'], aMean: ['A_MEAN'],
  h10: ['H_PCT10'], h25: ['H_PCT25'], h50: ['H_MEDIAN'], h75: ['H_PCT75'], h90: ['H_PCT90'],
  a10: ['A_PCT10'], a25: ['A_PCT25'], a50: ['A_MEDIAN'], a75: ['A_PCT75'], a90: ['A_PCT90'],
  annualOnly: ['ANNUAL'], hourlyOnly: ['HOURLY'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type OewsColumn = keyof typeof OEWS_HEADINGS;
export type OewsCells = Readonly<Record<OewsColumn, string>>;

/** The publisher's own spelling of a column, to name it in a problem. */
export const headingOf = (column: OewsColumn): string => OEWS_HEADINGS[column][0];

/** Columns of the six annual and the six hourly figures. */
export const ANNUAL = { p10: 'a10', p25: 'a25', p50: 'a50', p75: 'a75', p90: 'a90', mean: 'aMean' } as const satisfies Readonly<Record<string, OewsColumn>>;
export const HOURLY = { p10: 'h10', p25: 'h25', p50: 'h50', p75: 'h75', p90: 'h90', mean: 'hMean' } as const satisfies Readonly<Record<string, OewsColumn>>;
export type FigureName = keyof typeof ANNUAL;
