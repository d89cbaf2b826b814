/** Monthly series of the Consumer Price Index as a third party copied them (JSON). Only the one that money is compared by is kept. */
import type { Tally } from '../check/tally.ts';
import type { JsonInput } from '../file/source-input.ts';
import { headObjects, isObject, objectsOf, type JsonObject } from '../json-values.ts';
import type { SourceKind } from '../source-kind.ts';

/** The index in thousandths (1982-84 = 100000); month 0 is the annual average. */
export interface PriceIndexPoint {
  readonly series: string;
  readonly year: number;
  readonly month: number;
  readonly milli: number;
}

/** All urban consumers, U.S. city average, all items, not seasonally adjusted. */
const ALL_ITEMS = 'CUUR0000SA0';
/** BLS's own name of a series that the copy calls otherwise. */
const TRUE_NAMES: Readonly<Record<string, string>> = { CUSR0000SEHF01: 'Electricity' };

const isSeries = (value: unknown): value is JsonObject => isObject(value) && Array.isArray(value['data']);

/** A year and a period M01 to M12, or M13 for the year as a whole. */
function pointOf(value: unknown, series: string): PriceIndexPoint | null {
  if (!isObject(value)) return null;
  const { year, period, value: index } = value;
  const month = typeof period === 'string' ? Number(/^M(0[1-9]|1[0-3])$/.exec(period)?.[1] ?? Number.NaN) : Number.NaN;
  if (typeof year !== 'number' || !Number.isInteger(year) || Number.isNaN(month) || typeof index !== 'number' || index <= 0) return null;
  const milli = Math.round(index * 1000);
  return milli / 1000 === index ? { series, year, month: month === 13 ? 0 : month, milli } : null;
}

function flagMissing(months: ReadonlySet<number>, tally: Tally): void {
  const known = [...months].sort((a, b) => a - b);
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  for (let month = first; month <= last; month += 1) {
    if (!months.has(month)) tally.flag('month-missing', { row: 0, column: ALL_ITEMS, value: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` });
  }
}

async function* read(input: JsonInput, tally: Tally): AsyncGenerator<PriceIndexPoint> {
  let row = 0;
  for await (const { value } of objectsOf(input, tally)) {
    for (const [id, series] of Object.entries(isObject(value['series']) ? value['series'] : {})) {
      if (!isSeries(series)) continue;
      const name = series['name'];
      if (TRUE_NAMES[id] !== undefined && name !== TRUE_NAMES[id]) tally.flag('label-wrong', { row: row + 1, column: id, value: String(name) });
      const months = new Set<number>();
      for (const each of series['data'] as readonly unknown[]) {
        row += 1;
        const point = pointOf(each, id);
        if (point === null) tally.refuse('not-a-number', { row, column: id, value: JSON.stringify(each) ?? '' });
        else if (id !== ALL_ITEMS) tally.skip('other-series', { row, column: id, value: String(name) });
        else if (months.has(point.year * 12 + point.month - 1)) tally.skip('duplicate', { row, column: id, value: `${point.year}-${point.month}` });
        else {
          if (point.month > 0) months.add(point.year * 12 + point.month - 1);
          yield point;
        }
      }
      if (id === ALL_ITEMS) flagMissing(months, tally);
    }
  }
}

export const cpi: SourceKind<PriceIndexPoint> = {
  kind: 'cpi',
  title: 'Consumer Price Index by month (re-shaped JSON)',
  problems: {
    'other-series': 'Not the index of all items, not seasonally adjusted, that money is compared by.',
    'label-wrong': 'The copy gives the series a name that is not that of BLS. Go by the code.',
    'month-missing': 'BLS published no index for this month.',
  },
  recognise(input) {
    const [first] = headObjects(input);
    const series = first?.['series'];
    if (!isObject(series) || !isSeries(series[ALL_ITEMS])) return null;
    const { startYear, endYear } = first ?? {};
    return { vintage: typeof startYear === 'number' && typeof endYear === 'number' ? `${startYear}-${endYear}` : null };
  },
  async* read(input, tally) {
    if (input.form === 'json') yield* read(input, tally);
  },
  * stage({ year, month, milli }) {
    yield { what: 'row', table: 'price_index', cells: { year, month, cpi_milli: milli } };
  },
};
