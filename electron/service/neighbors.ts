/** The credentials that a question needs beside those it names: what stands before and after them, and what may stand in their place. */
import { listEdgesTo } from '../../db/reference/queries/list-edges.ts';
import { listPrinted } from '../../db/reference/queries/list-printed.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import type { CredentialFacts, Field } from '../../shared/domain/facts.ts';
import { trainingTime } from '../../shared/domain/money/time.ts';
import { effortOf } from '../../shared/domain/value/effort.ts';
import type { AreaJudgement } from './judge.ts';

/** Second choices looked at for each credential: the best paid of their kind. */
const SECOND_CHOICES = 60;

const byId = (a: CredentialFacts, b: CredentialFacts): number => (a.id < b.id ? -1 : 1);
const known = ({ credentials }: AreaJudgement, ids: Iterable<string>): readonly CredentialFacts[] => [...new Set(ids)].flatMap((id) => credentials.get(id) ?? []);

/** Some credentials with those that lead to them and those they lead to, by id. */
export function neighborsOf(db: ReferenceDb, judged: AreaJudgement, ids: readonly string[]): ReadonlyMap<string, CredentialFacts> {
  const before = ids.flatMap((id) => listEdgesTo(db, id).map(({ fromId }) => fromId));
  const after = known(judged, ids).flatMap(({ leadsTo }) => leadsTo.map(({ toId }) => toId));
  return new Map([...known(judged, [...ids, ...before, ...after])].sort(byId).map((facts) => [facts.id, facts]));
}

/** Of the field of a credential, what pays best among that which takes hardly longer; the draft of a plan compares the months. */
function secondChoices({ candidates, classes }: AreaJudgement, { field, times }: CredentialFacts): readonly string[] {
  if (field === 'general') return [];
  const most = trainingTime(times)?.paid === false ? Math.max(1, effortOf(times)) : Infinity;
  const pay = (at: number): number => classes.pay[at] ?? -1;
  return candidates(field).filter(({ class: at, effort }) => effort <= most && pay(at) >= 0)
    .sort((a, b) => pay(b.class) - pay(a.class) || (a.credential < b.credential ? -1 : 1)).slice(0, SECOND_CHOICES).map(({ credential }) => credential);
}

/** All that drafting a plan for some credentials looks up: their neighbors, their better choices and second choices, by id. */
export function draftGround(db: ReferenceDb, judged: AreaJudgement, ids: readonly string[]): readonly CredentialFacts[] {
  const chosen = known(judged, ids);
  const better = chosen.flatMap(({ id }) => judged.verdicts.get(id)?.better?.credentialId ?? []);
  const second = chosen.flatMap((facts) => secondChoices(judged, facts));
  return known(judged, [...neighborsOf(db, judged, ids).keys(), ...better, ...second]).toSorted(byId);
}

/** What speaks for a field in the area: what people reviewed, then of each kind the first, the better verdict and pay first; `most` at most unless more was reviewed. */
export function ofField(db: ReferenceDb, { candidates, classes }: AreaJudgement, field: Field, most: number): readonly string[] {
  const printed = listPrinted(db, [field]);
  const others = candidates(field).toSorted((a, b) => (classes.verdict[a.class] ?? 0) - (classes.verdict[b.class] ?? 0) || (classes.pay[b.class] ?? -1) - (classes.pay[a.class] ?? -1)
    || a.effort - b.effort || (a.credential < b.credential ? -1 : 1)).map(({ credential }) => credential);
  return [...new Set([...printed, ...others.slice(0, Math.max(0, most - printed.length))])];
}
