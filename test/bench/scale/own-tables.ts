/** What is told of the product itself: making an edition, and searching in it, by size. */
import { summarize } from '../../../scripts/lib/bench.ts';
import type { Edition, Making } from './edition.ts';
import type { Ended } from './child.ts';
import type { ServiceFigures } from './service.ts';
import { countOf, megabytesOf, msOf, ratioOf, secondsOf, sizeOf, type Table } from './tables.ts';
import type { Typed } from './typing.ts';

export interface OwnFigures {
  readonly edition: Edition;
  readonly thread: Ended<ServiceFigures>;
  readonly roundTrip: Ended<ServiceFigures>;
}

const made = (making: Making | null, isKept: boolean): readonly [string, string] =>
  making ? [`${secondsOf(making.seconds)}${isKept ? ' *' : ''}`, `${megabytesOf(making.peakMegabytes)}${isKept ? ' *' : ''}`] : ['kept', 'kept'];

export function editionTable(all: readonly OwnFigures[]): Table {
  const isKept = all.some(({ edition: { pack, database } }) => pack.isKept || database.isKept);
  return {
    title: 'From a seed to a database that answers',
    head: ['credentials', 'pack made in', 'peak memory', 'pack', 'database made in', 'peak memory', 'database', 'opened in p50', 'p95'],
    rows: all.map(({ edition: { size, pack, database } }) => {
      const { p50, p95 } = summarize(database.openMs);
      return [countOf(size), ...made(pack.made, pack.isKept), sizeOf(pack.bytes), ...made(database.made, database.isKept), sizeOf(database.bytes), msOf(p50), msOf(p95)];
    }),
    notes: isKept ? ['* made by an earlier run of the same work folder; "kept": there already, without a record of its making.'] : [],
  };
}

/** Percentiles, and how many of the queries could be typed in the time. */
export const cellsOf = ({ ms, queries, asked }: Typed): readonly string[] => [
  queries < asked ? `${countOf(ms.runs)} (${queries} of ${asked} queries)` : countOf(ms.runs), msOf(ms.p50), msOf(ms.p95), msOf(ms.p99), msOf(ms.most),
];
/** Processor time of the thread that answers; empty for a thread that only waits. */
export const processorOf = ({ cpuMs }: Typed): readonly string[] => [msOf(cpuMs.mean), msOf(cpuMs.p95)];

const WAITS = 'there and back';

export function searchTable(all: readonly OwnFigures[]): Table {
  const row = (size: number, what: string, ended: Ended<ServiceFigures>, typed: (figures: ServiceFigures) => Typed): readonly string[] =>
    [countOf(size), what, ...(ended.value ? [...cellsOf(typed(ended.value)), ...(what === WAITS ? ['', ''] : processorOf(typed(ended.value)))] : [ended.failure])];
  return {
    title: 'Search with total and all facets, each prefix of each recorded query',
    head: ['credentials', 'measured', 'searches', 'p50', 'p95', 'p99', 'slowest', 'processor mean', 'p95'],
    rows: all.flatMap(({ edition: { size }, thread, roundTrip }) => [
      row(size, 'in the service thread', thread, ({ typed }) => typed), row(size, WAITS, roundTrip, ({ typed }) => typed),
      row(size, 'narrowed and sorted', thread, ({ narrowed }) => narrowed),
    ]),
    notes: all.flatMap(({ edition: { size }, thread }) => (thread.value
      ? [`Slowest of ${countOf(size)}: ${thread.value.typed.slowest.map(({ text, ms, total }) => `"${text}" ${msOf(ms)} (${countOf(total)} found)`).join(', ')}.`] : [])),
  };
}

export function memoryTable(all: readonly OwnFigures[]): Table {
  const least = all[0]?.roundTrip.value;
  return {
    title: 'The service as a program: starting, and memory',
    head: ['credentials', 'start', 'first search in an area', 'before', 'open', 'after first searches', 'after all searches', 'peak', 'growth over the smallest'],
    rows: all.map(({ edition: { size }, roundTrip: { value, failure, peakMegabytes } }) => {
      if (!value) return [countOf(size), failure];
      const { before, open, first, used } = value.megabytes;
      return [
        countOf(size), msOf(value.startMs), msOf(summarize(value.firstMs).most), megabytesOf(before), megabytesOf(open), megabytesOf(first), megabytesOf(used), megabytesOf(peakMegabytes),
        least ? ratioOf(used, least.megabytes.used) : '–',
      ];
    }),
  };
}
