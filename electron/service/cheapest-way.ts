/** The cheapest way to a job, to be frozen into a plan and asked again of a later edition. */
import { listEdgesTo } from '../../db/reference/queries/list-edges.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import type { CredentialFacts } from '../../shared/domain/facts.ts';
import type { FrozenWay } from '../../shared/domain/plan/frozen-figures.ts';
import { findFront } from '../../shared/domain/routes/find-routes.ts';
import { routeAtlas } from '../../shared/domain/routes/from-facts.ts';
import { routeQuestion } from '../../shared/domain/routes/question.ts';
import { compareRoutes, isWhole } from '../../shared/domain/routes/spread.ts';
import type { AreaJudgement } from './judge.ts';
import { openersOf } from './openers.ts';

/** Of a job that more credentials lead to than this, finding out would keep a person waiting. */
const MOST = 300;

/** What opens the job, and all that comes before it; null where that is too much. */
function waysInto(db: ReferenceDb, judged: AreaJudgement, soc: string): readonly CredentialFacts[] | null {
  const ids = new Set(openersOf(judged, soc, MOST + 1).openers.map(({ credential }) => credential));
  // What is put in meanwhile is gone through as well.
  for (const id of ids) {
    if (ids.size > MOST) return null;
    for (const { fromId } of listEdgesTo(db, id)) ids.add(fromId);
  }
  return [...ids].flatMap((id) => judged.credentials.get(id) ?? []);
}

/**
 * The way with the least cost among those whose cost and time are wholly known, for somebody with a diploma who holds nothing yet.
 * Null where no way is wholly known; undefined where it was not looked for.
 */
export function cheapestWay(db: ReferenceDb, judged: AreaJudgement, soc: string): FrozenWay | null | undefined {
  const facts = waysInto(db, judged, soc);
  if (facts === null) return undefined;
  const atlas = routeAtlas(facts);
  const occupation = atlas.occupations.findIndex((each) => each.soc === soc);
  if (occupation < 0) return null;
  const routes = findFront(atlas.graph, routeQuestion({ kind: 'occupation', occupation }, { ...atlas.area, baseline: null })).filter(isWhole);
  const [best] = [...routes].sort((a, b) => a.cents - b.cents || compareRoutes(a, b));
  if (!best) return null;
  const steps = best.nodes.flatMap((node) => atlas.credentials[node] ?? []);
  const names = (lang: 'en' | 'es'): string => steps.map(({ shortName }) => shortName[lang]).join(', ');
  return { soc, credentialIds: steps.map(({ id }) => id), names: { en: names('en'), es: names('es') }, cents: best.cents };
}
