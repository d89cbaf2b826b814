/** Graded answers and what a list of results is worth by them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ROOT } from '../../../scripts/lib/paths.ts';

export interface GradedQuery {
  readonly typed: string;
  readonly lang: 'en' | 'es';
  /** 3 what was meant, 2 good, 1 near; what is not there was not judged. */
  readonly grades: ReadonlyMap<string, number>;
}

/** The hundred graded queries of test/bench/relevance.csv. */
export function readGradedQueries(): readonly GradedQuery[] {
  const rows = parse(readFileSync(join(ROOT, 'test', 'bench', 'relevance.csv')), { columns: true }) as readonly Readonly<Record<string, string>>[];
  return rows.map(({ typed = '', lang, judged = '' }) => ({
    typed, lang: lang === 'es' ? 'es' : 'en',
    grades: new Map(judged.split(' ').map((each) => [each.slice(0, each.lastIndexOf(':')), Number(each.slice(each.lastIndexOf(':') + 1))])),
  }));
}

const AT = 10;
const dcg = (grades: readonly number[]): number => grades.slice(0, AT).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);

/**
 * nDCG@10 with gains of 2^grade - 1 (Järvelin and Kekäläinen 2002; gains of Burges et al. 2005): what the first ten are worth
 * as a share of what the best ten could be. What was not judged is worth nothing.
 */
export function ndcg(ids: readonly string[], grades: ReadonlyMap<string, number>): number {
  return dcg(ids.map((id) => grades.get(id) ?? 0)) / dcg([...grades.values()].sort((a, b) => b - a));
}

/** The same of the list without what was not judged (Sakai 2007): fair where an edition holds thousands of things that nobody graded. */
export const ndcgOfJudged = (ids: readonly string[], grades: ReadonlyMap<string, number>): number => ndcg(ids.filter((id) => grades.has(id)), grades);

/** True when the results that both lists hold stand in one order, as far as the first ten of the shorter edition go. */
export function isSameOrder(small: readonly string[], large: readonly string[]): boolean {
  const own = new Set(small);
  const shared = large.filter((id) => own.has(id)).slice(0, AT);
  return shared.every((id, at) => small[at] === id);
}
