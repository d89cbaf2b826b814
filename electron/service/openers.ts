/** What opens an occupation, from the classes of an area: the best first, so many at most. */
import { RELATIONS } from '../../shared/domain/facts.ts';
import type { Relation } from '../../shared/domain/facts.ts';
import type { AreaJudgement } from './judge.ts';

export interface Opener {
  readonly credential: string;
  readonly relation: Relation;
}

/**
 * The first by id of the credentials of some classes. Classes are numbered in order of their first
 * credential, so that the first so many classes hold them.
 */
export function firstMembers({ members }: Pick<AreaJudgement, 'members'>, classes: readonly number[], most: number): readonly string[] {
  return [...classes].sort((a, b) => a - b).slice(0, most).flatMap((at) => members(at, most)).sort().slice(0, most);
}

/** Credentials that directly open an occupation in the area: best verdict first, then by id. `total` is how many there are. */
export function openersOf(judged: AreaJudgement, soc: string, most: number): { readonly total: number; readonly openers: readonly Opener[] } {
  const { classes } = judged;
  const opening = classes.openers.get(soc) ?? [];
  const openers: Opener[] = [];
  const groups = [...Map.groupBy(opening, (each) => classes.verdict[each.class] ?? 0)].sort(([a], [b]) => a - b);
  for (const [, group] of groups) {
    if (openers.length >= most) break;
    const found = [...Map.groupBy(group, ({ relation }) => relation)].flatMap(([relation, own]) => firstMembers(judged, own.map((each) => each.class), most).map((credential): Opener => ({ credential, relation })));
    openers.push(...found.sort((a, b) => (a.credential < b.credential ? -1 : 1)).slice(0, most - openers.length));
  }
  return { total: opening.reduce((sum, each) => sum + (classes.members[each.class] ?? 0), 0), openers };
}

/** As a list of an occupation shows them: the firmest relation first, then by id. */
export const byRelation = (openers: readonly Opener[]): Opener[] =>
  [...openers].sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || (a.credential < b.credential ? -1 : 1));
