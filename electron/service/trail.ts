/** The trail of a credential: what comes before it, and where it leads. */
import { listEdgesTo } from '../../db/reference/queries/list-edges.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { AreaJudgement } from './judge.ts';

type Trail = OutputOf<'reference.getCredential'>['trail'];

/** The steps before, here and after a credential, each once, along every typed edge. */
export function trailOf(db: ReferenceDb, id: string, { rows, credentials }: AreaJudgement): Trail {
  const here = rows.get(id);
  if (!here) return [];
  const step = (place: 'before' | 'after', other: string, edge: ReturnType<typeof listEdgesTo>[number]): Trail => {
    const row = rows.get(other);
    return row ? [{ row, place, skippable: edge.skippable, edge: edge.kind, terms: edge.terms, evidence: edge.evidence }] : [];
  };
  const once = (steps: Trail): Trail => steps.filter((each, index) => steps.findIndex((other) => other.row.id === each.row.id) === index);
  const before = once(listEdgesTo(db, id).flatMap((edge) => step('before', edge.fromId, edge)));
  const after = once((credentials.get(id)?.leadsTo ?? []).flatMap((edge) => step('after', edge.toId, edge)));
  return [...before, { row: here, place: 'here', skippable: false, edge: null, terms: null, evidence: null }, ...after];
}
