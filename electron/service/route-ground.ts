/** The credentials that a question about routes can be answered from: what reaches the goal, and all that comes before it. */
import { listEdgesTo } from '../../db/reference/queries/list-edges.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import { FIELDS } from '../../shared/domain/facts.ts';
import type { CredentialFacts } from '../../shared/domain/facts.ts';
import type { ParsedInputOf } from '../../shared/contract/index.ts';
import { breathe } from './breathe.ts';
import type { AreaJudgement } from './judge.ts';
import { ofField } from './neighbors.ts';
import { openersOf } from './openers.ts';

/** Credentials that are looked at as the last step, unless people reviewed more; only the most common jobs of a national edition are opened by more. */
const LAST_STEPS = 240;
/** With all that comes before them. */
const MOST_STEPS = 900;
/** Read before others are let in between. */
const PIECE = 24;

async function lastSteps(db: ReferenceDb, judged: AreaJudgement, goal: ParsedInputOf<'routes.find'>['goal']): Promise<readonly string[]> {
  switch (goal.kind) {
    case 'occupation': return openersOf(judged, goal.soc, LAST_STEPS).openers.map(({ credential }) => credential);
    case 'field': return ofField(db, judged, goal.field, LAST_STEPS);
    // Most fields have some: each gives its best.
    case 'good-job': {
      const found: string[] = [];
      for (const field of FIELDS) {
        found.push(...ofField(db, judged, field, Math.ceil(LAST_STEPS / FIELDS.length)));
        await breathe();
      }
      return found;
    }
  }
}

/**
 * Facts for the route finder. Every step of a route reaches its last one over edges, so that the
 * goal's own credentials and their ancestors give the same routes as the whole edition, as far as
 * the goal has no more last steps than are looked at: then the best verdicts and the best paid are.
 * `named` are credentials asked about.
 */
export async function routeGround(db: ReferenceDb, judged: AreaJudgement, goal: ParsedInputOf<'routes.find'>['goal'], named: readonly string[]): Promise<readonly CredentialFacts[]> {
  const ids = new Set([...(await lastSteps(db, judged, goal)), ...named]);
  const found: CredentialFacts[] = [];
  // A set gives what is added while it is gone through.
  for (const id of ids) {
    if (found.length % PIECE === PIECE - 1) await breathe();
    const facts = judged.credentials.get(id);
    if (!facts) continue;
    found.push(facts);
    for (const { fromId } of listEdgesTo(db, id)) if (ids.size < MOST_STEPS) ids.add(fromId);
  }
  return found;
}
