/** The engine's judgement of an area: its classes at once, a single credential when it is asked for. Kept as long as the edition is open. */
import { groundOf } from '../../db/judge/area-ground.ts';
import type { ClassGround, GroundSource } from '../../db/judge/area-ground.ts';
import { judgeClasses } from '../../db/judge/judge-classes.ts';
import type { JudgedClasses } from '../../db/judge/judge-classes.ts';
import type { CandidateRow } from '../../db/reference/queries/list-candidates.ts';
import type { CredentialSummary } from '../../db/reference/queries/list-credential-summaries.ts';
import type { JudgedClass } from '../../db/reference/queries/list-judged-classes.ts';
import type { CredentialRow } from '../../shared/contract/schemas.ts';
import type { CredentialFacts, Field, OccupationFacts } from '../../shared/domain/facts.ts';
import { totalCost } from '../../shared/domain/money/costs.ts';
import { VERDICTS } from '../../shared/domain/results.ts';
import type { BaselinePay, GoodJobFloor, VerdictResult } from '../../shared/domain/results.ts';
import { shelve } from '../../shared/domain/value/better-choice.ts';
import type { Shelf } from '../../shared/domain/value/better-choice.ts';
import { judgeShelved } from '../../shared/domain/value/verdict.ts';
import { LazyMap } from './lazy-map.ts';

/** What is asked of the credentials of an edition in one area. */
export interface AreaCredentials extends ClassGround {
  classes(): readonly JudgedClass[];
  /** The first credentials of a class. */
  members(at: number, most: number): readonly string[];
  candidates(field: Field): readonly CandidateRow[];
  facts(id: string): CredentialFacts | undefined;
  summaries(ids: readonly string[]): readonly CredentialSummary[];
  ids(): readonly string[];
}

/** What judging needs of the reference database. */
export interface JudgeSource extends GroundSource {
  credentials(areaId: string): AreaCredentials;
}

export interface AreaJudgement {
  /** Columns by class, for lists of millions. */
  readonly classes: JudgedClasses;
  /** By id, each made when it is asked for: to go through one of these maps reads the whole edition. */
  readonly credentials: ReadonlyMap<string, CredentialFacts>;
  readonly verdicts: ReadonlyMap<string, VerdictResult>;
  readonly rows: ReadonlyMap<string, CredentialRow>;
  /** Rows of a list in the order asked, read together; an unknown id is left out. */
  rowsOf(ids: readonly string[]): readonly CredentialRow[];
  /** Read once, as a few hundred occupations are shown again and again. */
  occupation(soc: string): OccupationFacts | undefined;
  /** The first credentials of a class, by id. */
  members(at: number, most: number): readonly string[];
  /** What may stand for a field here, of each class and effort the first. */
  candidates(field: Field): readonly CandidateRow[];
  readonly baseline: BaselinePay | null;
  readonly floor: GoodJobFloor;
}

/** Areas kept at once; a counselor looks at one or two. */
const KEPT_AREAS = 2;
/** Credentials kept of an area: more than a page shows, and all of what ships. */
const KEPT_CREDENTIALS = 512;

function judgeArea(source: JudgeSource, areaId: string): AreaJudgement {
  const ground = groundOf(source, areaId);
  const asked = source.credentials(areaId);
  const classes = judgeClasses(asked.classes(), asked, ground);
  const shelfOf = shelvesOf(asked, classes);
  const credentials = new LazyMap(asked.facts, asked.ids, KEPT_CREDENTIALS);
  const verdicts = new LazyMap((id) => { const facts = credentials.get(id); return facts && judgeShelved(facts, { ...ground, credentials }, shelfOf); }, asked.ids, KEPT_CREDENTIALS);
  const rowsOf = (ids: readonly string[]): readonly CredentialRow[] => asked.summaries(ids).map((summary) => rowOf(summary, classes));
  const rows = new LazyMap((id) => rowsOf([id])[0], asked.ids, KEPT_CREDENTIALS);
  return { classes, credentials, verdicts, rows, rowsOf, occupation: asked.occupation, members: asked.members, candidates: asked.candidates, baseline: ground.baseline, floor: ground.floor };
}

/** Better choices of a field, set out when the first is asked for. */
function shelvesOf(asked: AreaCredentials, classes: JudgedClasses): (field: Field) => Shelf {
  const shelves = new Map<Field, Shelf>();
  return (field) => {
    const shelf = shelves.get(field) ?? shelve(asked.candidates(field).map(({ class: at, effort, credential }) => ({
      id: credential, field, verdict: VERDICTS[classes.alone[at] ?? -1] ?? 'unknown', work: classes.work[at] ?? null, effort, jobs: classes.jobs[at] ?? 0,
    })));
    shelves.set(field, shelf);
    return shelf;
  };
}

function rowOf({ times, costs, class: at, ...facts }: CredentialSummary, classes: JudgedClasses): CredentialRow {
  return {
    ...facts, verdict: VERDICTS[classes.verdict[at] ?? -1] ?? 'unknown', closeCall: classes.closeCall(at),
    time: times.find((each) => each.kind !== 'experience') ?? null, pay: classes.opened(at)?.pay ?? null, cost: totalCost(costs),
  };
}

/** A judge over one open edition: the first question about an area computes it whole, the next are look-ups. */
export function createJudge(source: JudgeSource): (areaId: string) => AreaJudgement {
  const kept = new Map<string, AreaJudgement>();
  return (areaId) => {
    const known = kept.get(areaId);
    if (known) {
      kept.delete(areaId);
      kept.set(areaId, known);
      return known;
    }
    const made = judgeArea(source, areaId);
    kept.set(areaId, made);
    const oldest = kept.size > KEPT_AREAS ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
