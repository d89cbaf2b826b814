/** Orders of a list of credentials by something other than how well each matches. */
import { walk } from '../../db/reference/search/bitmap.ts';
import type { Bitmap } from '../../db/reference/search/bitmap.ts';
import { NO_COST } from '../../db/reference/search/columns.ts';
import type { Columns } from '../../db/reference/search/columns.ts';
import type { SearchIndex } from '../../db/reference/search/index.ts';
import type { Sort } from '../../shared/domain/bands.ts';
import type { CredentialList } from './credential-list.ts';

type Ordering = 'months' | 'cost';
/** What lists were last ordered by, of one area: megabytes that would be read anew at every letter. */
const lastOrdered = new WeakMap<SearchIndex, { readonly areaId: string; readonly columns: Map<Ordering, Columns[Ordering]> }>();

function orderingOf(index: SearchIndex, areaId: string, name: Ordering): Columns[Ordering] {
  const known = lastOrdered.get(index);
  const last = known?.areaId === areaId ? known : { areaId, columns: new Map<Ordering, Columns[Ordering]>() };
  lastOrdered.set(index, last);
  const column = last.columns.get(name) ?? index.column(name, areaId);
  last.columns.set(name, column);
  return column;
}

/** What an order goes by, least first; unknown is Infinity and comes last. */
function keyOf(sort: Exclude<Sort, 'best'>, list: CredentialList, index: SearchIndex, lang: 'en' | 'es'): (doc: number) => number {
  const { classes, pay, verdict, distance } = list;
  switch (sort) {
    case 'verdict': return (doc) => verdict[classes[doc] ?? 0] ?? Infinity;
    case 'pay': return (doc) => { const middle = pay[classes[doc] ?? 0] ?? -1; return middle < 0 ? Infinity : -middle; };
    case 'time': {
      const months = orderingOf(index, list.areaId, 'months');
      return (doc) => months[doc] ?? Infinity;
    }
    case 'cost': {
      const cost = orderingOf(index, list.areaId, 'cost');
      return (doc) => { const cents = cost[doc] ?? NO_COST; return cents === NO_COST ? Infinity : cents; };
    }
    case 'distance': return (doc) => distance[doc] ?? Infinity;
    case 'name': {
      const places = index.nameOrder(lang);
      return (doc) => places[doc] ?? Infinity;
    }
  }
}

/** Collected before the worst are dropped: few sortings, and room for a thousand rows. */
const COLLECTED = 8192;

/** The first `limit` credentials in an order; among equals the more useful, which has the lower number. */
export function firstBy(sort: Exclude<Sort, 'best'>, kept: Bitmap, limit: number, list: CredentialList, index: SearchIndex, lang: 'en' | 'es'): readonly number[] {
  const key = keyOf(sort, list, index, lang);
  let best: { readonly doc: number; readonly key: number }[] = [];
  let worst = Infinity;
  let isFull = false;
  const drop = (): void => {
    best = best.sort((a, b) => (a.key === b.key ? a.doc - b.doc : a.key - b.key)).slice(0, limit);
    isFull = best.length === limit;
    worst = best.at(-1)?.key ?? Infinity;
  };
  walk(kept, (doc) => {
    // Occupations come after all credentials.
    if (doc > index.credentials) return false;
    const own = key(doc);
    // A later one loses against an equal one before it.
    if (isFull && own >= worst) return true;
    best.push({ doc, key: own });
    if (best.length >= limit + COLLECTED) drop();
    return true;
  });
  drop();
  return best.map(({ doc }) => doc);
}
