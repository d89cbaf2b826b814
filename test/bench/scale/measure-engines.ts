/** Each other way to search, at a size of an edition or at the largest below it that it can hold in the memory it is given. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runPart, type Ended } from './child.ts';
import type { Edition } from './edition.ts';
import type { OtherEngine } from './make-engine.ts';
import type { EngineOrder, IndexFigures } from './index-engine.ts';
import type { ScaleOptions } from './options.ts';
import type { SearchFigures } from './search-engine.ts';

export interface EngineFigures {
  readonly engine: OtherEngine;
  /** Credentials asked for, and the size that these figures are of. */
  readonly asked: number;
  readonly size: number;
  readonly index: Ended<IndexFigures>;
  /** Null where nothing was saved to be loaded. */
  readonly search: Ended<SearchFigures> | null;
  /** Larger sizes at which it failed, with why. */
  readonly failures: readonly { readonly size: number; readonly why: string }[];
}

export const HEAP_MEGABYTES = 8192;
/** Tried in turn where a size cannot be held. */
const SMALLER = [1, 1 / 2, 1 / 4, 1 / 10];
const INDEX_SECONDS = 3600;

async function measureAt(engine: OtherEngine, size: number, edition: Edition, { work, queries, searchSeconds }: ScaleOptions): Promise<Pick<EngineFigures, 'index' | 'search'>> {
  const order: EngineOrder = { engine, database: edition.database.path, made: size, folder: join(work, `index-${engine}`), queries, seconds: searchSeconds };
  const limits = { timeoutSeconds: INDEX_SECONDS + searchSeconds, heapMegabytes: HEAP_MEGABYTES };
  const index = await runPart<IndexFigures>('./index-engine.ts', order, limits);
  const search = index.value === null || index.value.savedBytes === null ? null : await runPart<SearchFigures>('./search-engine.ts', order, limits);
  await rm(order.folder, { recursive: true, force: true });
  return { index, search };
}

/** Documents that a program had taken in when it ran out of memory: what is larger than that it cannot hold either. */
const mostOf = ({ progress, failure }: Ended<IndexFigures>): number => (/memory/.test(failure) ? Number(/^(\d+) documents$/.exec(progress)?.[1] ?? Infinity) : Infinity);

async function measureAnew(engine: OtherEngine, edition: Edition, options: ScaleOptions, tell: (text: string) => void): Promise<EngineFigures> {
  const failures: { size: number; why: string }[] = [];
  let most = Infinity;
  for (const share of SMALLER) {
    const size = Math.round(edition.size * share);
    if (size > most && share !== SMALLER.at(-1)) continue;
    tell(`${engine}, ${size} credentials`);
    const { index, search } = await measureAt(engine, size, edition, options);
    const why = index.failure || (search?.failure ?? '');
    const isLast = share === SMALLER.at(-1);
    if (why === '' || isLast) return { engine, asked: edition.size, size, index, search, failures };
    failures.push({ size, why });
    most = Math.min(most, mostOf(index));
  }
  throw new Error('no size to try');
}

/**
 * `tell` hears of each size that is tried, and of figures that are taken from the record of an earlier run: with `reuse`, of the same queries and time.
 * Hours pass between the engines, so each has its record in the work folder as soon as it is measured.
 */
export async function measureEngine(engine: OtherEngine, edition: Edition, options: ScaleOptions, tell: (text: string) => void): Promise<EngineFigures> {
  const record = join(options.work, 'figures', `${engine}-${edition.size}-${options.queries}-${options.searchSeconds}.json`);
  if (options.reuse && existsSync(record)) {
    tell(`${engine}, ${edition.size} credentials: from the record of an earlier run`);
    return JSON.parse(await readFile(record, 'utf8')) as EngineFigures;
  }
  const figures = await measureAnew(engine, edition, options, tell);
  await mkdir(dirname(record), { recursive: true });
  await writeFile(record, JSON.stringify(figures));
  return figures;
}
