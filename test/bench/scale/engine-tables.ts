/** What is told of the other ways to search, beside ours at the same size of edition. */
import type { EngineFigures } from './measure-engines.ts';
import { HEAP_MEGABYTES } from './measure-engines.ts';
import { cellsOf, processorOf, type OwnFigures } from './own-tables.ts';
import { countOf, megabytesOf, ratioOf, secondsOf, sizeOf, type Table } from './tables.ts';
import type { Typed } from './typing.ts';

const typedOf = ({ index, search }: EngineFigures): Typed | null => search?.value?.typed ?? index.value?.typed ?? null;

/** Indexing, saving, loading and memory. */
export function engineIndexTable(all: readonly EngineFigures[], own: readonly OwnFigures[]): Table {
  return {
    title: `Other ways to index the same documents, each in a program of its own with at most ${HEAP_MEGABYTES} MB of heap`,
    head: ['credentials', 'with', 'indexed in', 'peak memory', 'saved', 'loaded in', 'memory loaded', 'memory after searches', 'against the service'],
    rows: [
      ...all.map(({ engine, size, index, search }) => {
        const used = search?.value?.megabytes.used ?? index.value?.megabytes;
        const ours = own.find(({ edition }) => edition.size === size)?.roundTrip.value?.megabytes.used;
        if (!index.value) return [countOf(size), engine, index.failure];
        return [
          countOf(size), engine, secondsOf(index.value.seconds), megabytesOf(index.peakMegabytes), index.value.savedBytes === null ? 'cannot be saved' : sizeOf(index.value.savedBytes),
          search?.value ? secondsOf(search.value.loadSeconds) : '–', search?.value ? megabytesOf(search.value.megabytes.loaded) : '–', used === undefined ? '–' : megabytesOf(used),
          used === undefined || ours === undefined ? '–' : ratioOf(used, ours),
        ];
      }),
    ],
    notes: all.flatMap(({ engine, failures, size, index }) => [
      ...failures.map((failure) => `${engine} at ${countOf(failure.size)}: ${failure.why}.`),
      ...(index.value?.saveFailure ? [`${engine} at ${countOf(size)}: ${index.value.saveFailure}; searched where it was indexed.`] : []),
    ]),
  };
}

/** Searching, as ratios to ours. */
export function engineSearchTable(all: readonly EngineFigures[], own: readonly OwnFigures[]): Table {
  const rows = own.flatMap(({ edition: { size }, thread }) => (thread.value ? [[countOf(size), 'ours', ...cellsOf(thread.value.typed), ...processorOf(thread.value.typed), '1 ×', '1 ×']] : []));
  const others = all.map((figures) => {
    const typed = typedOf(figures);
    const ours = own.find(({ edition }) => edition.size === figures.asked)?.thread.value?.typed;
    if (!typed) return [countOf(figures.size), figures.engine, figures.search?.failure ?? figures.index.failure];
    return [
      countOf(figures.size), figures.engine, ...cellsOf(typed), ...processorOf(typed),
      ...(ours ? [ratioOf(typed.ms.p95, ours.ms.p95), ratioOf(typed.cpuMs.mean, ours.cpuMs.mean)] : ['–', '–']),
    ];
  });
  const fewer = all.filter(({ size, asked }) => size < asked);
  return {
    title: 'First twenty, total and facets of the same queries: ours (all its facets, with verdicts and schools) and others (kind, field and area)',
    head: ['credentials', 'with', 'searches', 'p50', 'p95', 'p99', 'slowest', 'processor mean', 'p95', 'p95 to ours', 'processor mean to ours'],
    rows: [...rows, ...others],
    notes: fewer.map(({ engine, size, asked }) => `${engine} holds ${countOf(size)} credentials here; its ratio is to ours with ${countOf(asked)}.`),
  };
}
