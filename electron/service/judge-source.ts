/** The judge's view of an open reference database. */
import { createClassGround, createGroundSource } from '../../db/judge/ground-source.ts';
import { getCredentialFacts } from '../../db/reference/queries/get-credential-facts.ts';
import { listCredentialIds } from '../../db/reference/queries/get-credential.ts';
import { listCandidates } from '../../db/reference/queries/list-candidates.ts';
import { listCredentialSummaries } from '../../db/reference/queries/list-credential-summaries.ts';
import { listClassMembers, listJudgedClasses } from '../../db/reference/queries/list-judged-classes.ts';
import type { JudgedClass } from '../../db/reference/queries/list-judged-classes.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import type { AreaCredentials, JudgeSource } from './judge.ts';

/** What is asked of credentials in one area. */
function credentialsOf(db: ReferenceDb, areaId: string, classes: () => readonly JudgedClass[]): AreaCredentials {
  const ground = createClassGround(db, areaId);
  return {
    ...ground, classes,
    members: (at, most) => listClassMembers(db, at, most),
    candidates: (field) => listCandidates(db, field, areaId),
    facts: (id) => getCredentialFacts(db, id, areaId, ground.occupation),
    summaries: (ids) => listCredentialSummaries(db, ids, areaId),
    ids: () => listCredentialIds(db),
  };
}

/** A source over one edition as it stands on a day; judged by the rubric asked for, or by the usual one where the edition does not have it. */
export function createJudgeSource(db: ReferenceDb, today: () => string, rubricId?: string): JudgeSource {
  let known: readonly JudgedClass[] | undefined;
  const classes = (): readonly JudgedClass[] => (known ??= listJudgedClasses(db));
  return { ...createGroundSource(db, today, rubricId), credentials: (areaId) => credentialsOf(db, areaId, classes) };
}
