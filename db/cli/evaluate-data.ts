/** Dated data that methods of `waymark evaluate` read: rules, prices and rubrics, from the starter's own files. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { IsoDay } from '../../shared/kernel/plain-date.ts';
import { never } from '../../shared/kernel/result.ts';
import type { PricePoint } from '../../shared/domain/money/prices.ts';
import { ruleOn } from '../../shared/domain/rules/dated.ts';
import type { NoRule, RuleRow } from '../../shared/domain/rules/dated.ts';
import type { Shaped } from '../../shared/domain/shape.ts';
import { readRubric } from '../../shared/domain/value/rubric.ts';
import type { Rubric } from '../../shared/domain/value/rubric.ts';
import type { Row } from '../pack/order.ts';
import { readTableFile } from '../pack/starter-table.ts';
import { tableNamed, type TableName } from '../pack/tables.ts';
import { RefusedInput, type EvaluateWorld } from './evaluate-method.ts';

async function rowsOf(world: EvaluateWorld, name: TableName): Promise<readonly Readonly<Record<string, Row[number]>>[]> {
  const table = tableNamed(name);
  const file = `${name}.csv`;
  const placed = readTableFile(table, file, await readFile(join(world.resourcesDir, 'starter', file)));
  return placed.map(({ row }) => Object.fromEntries(table.columns.map((column, index) => [column.name, row[index] ?? null])));
}

/** Every rule of the starter, its data not yet read. */
export async function readRules(world: EvaluateWorld): Promise<readonly RuleRow[]> {
  return (await rowsOf(world, 'rule')).map((row) => ({
    id: String(row['id']), kind: String(row['kind']), validFrom: String(row['valid_from']), validTo: row['valid_to'] === null ? null : String(row['valid_to']),
    params: JSON.parse(String(row['params'])) as unknown, source: String(row['source_id']),
  }));
}

/** The price index, with the average of every year that has all twelve months (BLS makes it the same way). */
export async function readPrices(world: EvaluateWorld): Promise<readonly PricePoint[]> {
  const prices = (await rowsOf(world, 'price_index')).map((row) => ({ year: Number(row['year']), month: Number(row['month']), cpiMilli: Number(row['cpi_milli']) }));
  const averages = [...new Set(prices.map((each) => each.year))].flatMap((year): PricePoint[] => {
    const months = prices.filter((each) => each.year === year && each.month > 0);
    if (months.length < 12 || prices.some((each) => each.year === year && each.month === 0)) return [];
    return [{ year, month: 0, cpiMilli: Math.round(months.reduce((sum, each) => sum + each.cpiMilli, 0) / 12) }];
  });
  return [...prices, ...averages];
}

/** Months by which OEWS and other May surveys are priced, for a year without an average. */
const MAY = 5;

/** The month whose index stands for a year: its average where the table has it, else May. */
export const priceMonth = (prices: readonly PricePoint[], year: number): number => (prices.some((each) => each.year === year && each.month === 0) ? 0 : MAY);

/** The last day of a year: a rule that came or went within it has done so by then. */
export const lastDay = (year: number): IsoDay => `${year}-12-31`;

function whyNot(none: NoRule): string {
  switch (none.why) {
    case 'no-such-rule': return 'there is no rule of this kind';
    case 'not-yet': return `no rule holds on ${none.day}; the first starts on ${none.from}`;
    case 'over': return `no rule holds on ${none.day}; the last ended on ${none.to}`;
    case 'gap': return `no rule holds on ${none.day}`;
    case 'unreadable': return `the rule ${none.id} cannot be read (${none.field})`;
    default: return never(none);
  }
}

/** The rule of a kind on a day; none is refused by the name of the field that asked for the day. */
export function needRule<P>(rules: readonly RuleRow[], kind: string, shape: Shaped<P>, day: IsoDay, field: string): P {
  const found = ruleOn(rules, kind, shape, day);
  if (!found.ok) throw new RefusedInput(field, whyNot(found.error));
  return found.value.params;
}

/** A rubric by id from the folder of rubrics, or one written out whole. */
export async function needRubric(world: EvaluateWorld, asked: unknown): Promise<Rubric> {
  if (typeof asked !== 'string') {
    const read = readRubric(asked);
    if (read.ok) return read.value;
    throw new RefusedInput(read.error.field === '' ? 'rubric' : `rubric.${read.error.field}`, read.error.fault);
  }
  const folder = join(world.resourcesDir, 'rubrics');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const bodies = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown));
  const found = bodies.map((body) => readRubric(body)).flatMap((read) => (read.ok ? [read.value] : [])).filter(({ id }) => id === asked);
  const [newest] = found.sort((a, b) => (a.edition < b.edition ? 1 : -1));
  if (!newest) throw new RefusedInput('rubric', `is none of ${names.map((name) => name.replace(/\.json$/u, '')).join(', ')}`);
  return newest;
}
