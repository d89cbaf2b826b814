/**
 * Part: the service of the product over a data folder whose edition in use is the giant. `thread` runs it in this program's own thread
 * and times what that thread does for an answer; `round-trip` starts its worker as a host does, times what the page waits for,
 * and tells the memory of a program that holds nothing else.
 */
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts';
import { openDoor, type DoorOrder } from './door.ts';
import { asPart, progress, residentMegabytes } from './part.ts';
import { readQueries, type Query } from './queries.ts';
import { typeAll, type Typed } from './typing.ts';

export interface ServiceOrder extends DoorOrder {
  readonly queries: number;
  readonly seconds: number;
}
export interface ServiceFigures {
  readonly startMs: number;
  /** First search in each of some areas, which none was asked in before. */
  readonly firstMs: readonly number[];
  readonly typed: Typed;
  /** Whole queries, narrowed to certificates and ordered by verdict, pay, time and cost in turn. */
  readonly narrowed: Typed;
  readonly megabytes: { readonly before: number; readonly open: number; readonly first: number; readonly used: number };
}

/** As many as the page asks for at once: `AT_ONCE` of its search store. */
export const LIMIT = 40;
const AREA = '39';
const FIRST_AREAS = [AREA, '06', '48'];
const SORTS = ['verdict', 'pay', 'time', 'cost'] as const;

export async function measureService(order: ServiceOrder): Promise<ServiceFigures> {
  const queries = readQueries().slice(0, order.queries);
  const before = residentMegabytes();
  const began = performance.now();
  const door = await openDoor(order);
  try {
    await door.call('app.getStatus', {});
    const startMs = performance.now() - began;
    const opened = residentMegabytes();
    progress(`the service answers after ${Math.round(startMs)} ms`);
    const search = async (input: Partial<InputOf<'reference.search'>> & { readonly text: string }): Promise<number> => {
      const reply = await door.call('reference.search', { areaId: AREA, lang: 'en', limit: LIMIT, ...input });
      if (!reply.ok) throw new Error(`search: ${reply.code}`);
      return (reply.value as OutputOf<'reference.search'>).total;
    };
    const firstMs: number[] = [];
    for (const areaId of FIRST_AREAS) {
      const start = performance.now();
      await search({ text: 'nurse', areaId });
      firstMs.push(performance.now() - start);
      progress(`first search in area ${areaId} after ${Math.round(firstMs.at(-1) ?? 0)} ms`);
    }
    const first = residentMegabytes();
    const typed = await typeAll((text, { lang }: Query) => search({ text, lang }), { queries, seconds: order.seconds });
    let at = 0;
    const filters = { verdict: [], kind: ['certificate' as const], field: [], time: [], cost: [], pay: [], age: [], recognized: [], near: [], delivery: [], leaveOut: [] };
    const narrowed = await typeAll((text, { lang }: Query) => search({ text, lang, filters, sort: SORTS[at++ % SORTS.length] ?? 'pay' }), {
      queries, seconds: order.seconds / 4, textsOf: (text) => [text],
    });
    return { startMs, firstMs, typed, narrowed, megabytes: { before, open: opened, first, used: residentMegabytes() } };
  } finally {
    await door.stop();
  }
}

await asPart<ServiceOrder, ServiceFigures>(import.meta.url, measureService);
