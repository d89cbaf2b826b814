/** How well each engine answers the graded queries, on the starter and on an edition that holds thousands of other things beside it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, RESOURCES } from '../../../scripts/lib/paths.ts';
import { runPart } from './child.ts';
import type { Edition } from './edition.ts';
import { isSameOrder, ndcg, ndcgOfJudged, readGradedQueries } from './grades.ts';
import type { EngineName, ScaleOptions } from './options.ts';
import type { Lists, RelevanceOrder } from './relevance-part.ts';
import { countOf, type Table } from './tables.ts';

export interface Relevance {
  readonly engine: EngineName;
  readonly starter: Lists | null;
  readonly edition: Lists | null;
  readonly failure: string;
}
const SECONDS = 1800;

/** Asks every engine on both. */
export async function measureRelevance(edition: Edition, { engines, work }: ScaleOptions, tell: (text: string) => void): Promise<readonly Relevance[]> {
  const emptyDir = await mkdtemp(join(tmpdir(), 'waymark relevance '));
  const all: Relevance[] = [];
  for (const engine of engines) {
    tell(`graded queries, ${engine}`);
    const ask = (dataDir: string, made: number) => runPart<Lists>('./relevance-part.ts', {
      engine, database: edition.database.path, made, folder: join(work, `graded-${engine}`), door: { mode: 'thread', dataDir, resourcesDir: RESOURCES, worker: join(DIST, 'service', 'worker.js') },
    } satisfies RelevanceOrder, { timeoutSeconds: SECONDS });
    // An empty data folder opens the starter that ships.
    const [starter, large] = [await ask(emptyDir, 0), await ask(edition.dataDir, edition.size)];
    all.push({ engine, starter: starter.value, edition: large.value, failure: starter.failure || large.failure });
  }
  await rm(emptyDir, { recursive: true, force: true });
  return all;
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
const PLACES = 3;

export function relevanceTable(all: readonly Relevance[], edition: Edition): Table {
  const queries = readGradedQueries();
  const score = (lists: Lists | null, measure: typeof ndcg): string => (lists ? mean(queries.map(({ grades }, at) => measure(lists[at] ?? [], grades))).toFixed(PLACES) : '–');
  return {
    title: `nDCG@10 over ${queries.length} graded queries`,
    head: ['with', 'starter', `starter in ${countOf(edition.size)}`, 'the same, judged results only', 'queries in one order on both'],
    rows: all.map(({ engine, starter, edition: large, failure }) => (failure === '' ? [
      engine, score(starter, ndcg), score(large, ndcg), score(large, ndcgOfJudged),
      starter && large ? String(queries.filter((_, at) => isSameOrder(starter[at] ?? [], large[at] ?? [])).length) : '–',
    ] : [engine, failure])),
    notes: ['What was made for the larger edition is not graded and counts as worth nothing in the first two figures; "judged results only" leaves it out of the lists.'],
  };
}

/** Queries that ours answers worse than the best of the others on the starter, or worse than well. */
export function lossesTable(all: readonly Relevance[]): Table {
  const WELL = 0.8;
  const ours = all.find(({ engine }) => engine === 'ours')?.starter ?? [];
  const rows = readGradedQueries().flatMap(({ typed, grades }, at) => {
    const own = ndcg(ours[at] ?? [], grades);
    const others = all.flatMap(({ engine, starter }) => (engine === 'ours' || !starter ? [] : [{ engine, value: ndcg(starter[at] ?? [], grades) }])).sort((a, b) => b.value - a.value);
    const best = others[0];
    if (own >= WELL && own >= (best?.value ?? 0)) return [];
    return [{ own, row: [typed, own.toFixed(2), best ? `${best.value.toFixed(2)} ${best.engine}` : '–', (ours[at] ?? []).slice(0, 5).join(' ')] }];
  });
  return { title: 'Queries that ours answers worse than another, or under 0.8', head: ['typed', 'ours', 'best other', 'first of ours'], rows: rows.sort((a, b) => a.own - b.own).map(({ row }) => row) };
}
