/** Pay of one area in two editions, once prices are taken out. */
import { getOccupationFacts } from '../../db/reference/queries/get-occupation-facts.ts';
import { listPriceIndex } from '../../db/reference/queries/list-price-index.ts';
import { listWages, type AreaWage } from '../../db/reference/queries/list-wages.ts';
import { areaChain, type ReferenceDb } from '../../db/reference/reference-db.ts';
import type { ChangeLine } from '../../shared/contract/changes.ts';
import { realMove } from '../../shared/domain/plan/edition-news.ts';
import { monthOfVintage } from '../../db/judge/ground-source.ts';

const bySoc = (db: ReferenceDb, area: string): ReadonlyMap<string, AreaWage> => new Map(listWages(db, area).map((wage) => [wage.soc, wage]));

/** Occupations whose middle pay here really moved, the largest move first; where the area has no figure its state's counts, else the nation's, and both sides are of the same place. */
export function comparePay({ before, now, areaId }: { readonly before: ReferenceDb; readonly now: ReferenceDb; readonly areaId: string }): ChangeLine[] {
  const prices = listPriceIndex(now);
  const dateOf = (db: ReferenceDb, wage: AreaWage) => monthOfVintage(db.vintages.get(wage.source) ?? '');
  const done = new Set<string>();
  const moved: { readonly percent: number; readonly line: ChangeLine }[] = [];
  for (const area of areaChain(now, areaId)) {
    const then = bySoc(before, area);
    for (const [soc, wage] of bySoc(now, area)) {
      const was = then.get(soc);
      if (done.has(soc) || wage.p50 === null || was === undefined || was.p50 === null) continue;
      done.add(soc);
      const [from, to] = [dateOf(before, was), dateOf(now, wage)];
      const move = from && to ? realMove({ dollars: was.p50, date: from }, { dollars: wage.p50, date: to }, prices) : null;
      const title = move && getOccupationFacts(now, soc, area)?.title;
      if (move && title) moved.push({ percent: move.percent, line: { id: soc, name: title, field: null, reason: move.reason } });
    }
  }
  return moved.sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent) || (a.line.id < b.line.id ? -1 : 1)).map(({ line }) => line);
}
