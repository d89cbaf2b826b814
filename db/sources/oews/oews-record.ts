/** One occupation in one area of the wage survey, from the cells of a row. */
import type { Place } from '../check/tally.ts';
import { unitsOf } from '../exact-figure.ts';
import { ANNUAL, headingOf, HOURLY, type FigureName, type OewsCells, type OewsColumn } from './oews-columns.ts';
import type { OewsArea } from './oews-areas.ts';

/** Null is unknown. */
export type Figures = Readonly<Record<FigureName, number | null>>;
export type PayBasis = 'both' | 'annual-only' | 'hourly-only';

export interface OewsRecord {
  readonly area: OewsArea;
  /** True of the first record of its area in the file. */
  readonly firstOfArea: boolean;
  readonly soc: string;
  readonly title: string;
  readonly employment: number | null;
  /** Whole dollars a year. */
  readonly annual: Figures;
  /** Cents an hour. */
  readonly hourlyCents: Figures;
  /** Null where the file does not say. */
  readonly payBasis: PayBasis | null;
  /** True when a figure is only known to be at or above the highest that is printed. */
  readonly topCoded: boolean;
}

/** What the survey writes in place of a figure, and the problem it is. */
const MARKS: Readonly<Record<string, string>> = { '*': 'not-published', '**': 'not-published', '#': 'top-coded', '~': 'under-half-percent', '': 'blank-figure' };

/** Reads the figures of one row, and gathers what there is to say of them until it is known that the row is kept. */
export class FigureReader {
  readonly flags: { readonly code: string; readonly place: Place }[] = [];
  /** The first cell that is neither a figure nor a mark. */
  bad: Place | null = null;
  topCoded = false;
  readonly #cells: OewsCells;
  readonly #row: number;

  constructor(cells: OewsCells, row: number) {
    this.#cells = cells;
    this.#row = row;
  }

  /** `expected` is true where a mark is the way the occupation is paid, and no news. */
  figure(column: OewsColumn, places: number, expected = false): number | null {
    const value = this.#cells[column];
    const place = { row: this.#row, column: headingOf(column), value };
    const mark = MARKS[value];
    if (mark !== undefined) {
      if (mark === 'top-coded') this.topCoded = true;
      if (!expected) this.flags.push({ code: mark, place });
      return null;
    }
    const units = unitsOf(value, places);
    if (units === null || units < 0) this.bad ??= place;
    return units;
  }

  figures(columns: Readonly<Record<FigureName, OewsColumn>>, places: number, expected: boolean): Figures {
    const read = (name: FigureName): number | null => this.figure(columns[name], places, expected);
    const figures = { p10: read('p10'), p25: read('p25'), p50: read('p50'), p75: read('p75'), p90: read('p90'), mean: read('mean') };
    const known = [figures.p10, figures.p25, figures.p50, figures.p75, figures.p90].filter((each) => each !== null);
    if (known.some((each, index) => each < (known[index - 1] ?? 0))) this.flags.push({ code: 'percentiles-fall', place: { row: this.#row, column: headingOf(columns.p10), value: known.join(' ') } });
    return figures;
  }
}

function payBasisOf({ annualOnly, hourlyOnly }: OewsCells): PayBasis {
  if (annualOnly.toUpperCase() === 'TRUE') return 'annual-only';
  return hourlyOnly.toUpperCase() === 'TRUE' ? 'hourly-only' : 'both';
}

/** The figures of a row; look at `reader.bad` before they are used. */
export function recordOf(cells: OewsCells, reader: FigureReader, area: OewsArea, firstOfArea: boolean, row: number): OewsRecord {
  const payBasis = payBasisOf(cells);
  if (payBasis !== 'both') reader.flags.push({ code: payBasis, place: { row, column: headingOf(payBasis === 'annual-only' ? 'annualOnly' : 'hourlyOnly'), value: cells.soc } });
  return {
    area, firstOfArea, soc: cells.soc, title: cells.title, payBasis,
    employment: reader.figure('employment', 0),
    annual: reader.figures(ANNUAL, 0, payBasis === 'hourly-only'),
    hourlyCents: reader.figures(HOURLY, 2, payBasis === 'annual-only'),
    topCoded: reader.topCoded,
  };
}
