/** The engine's judgement of an area: its classes at once, a single credential when it is asked for. Kept as long as the edition is open. */
import type { CandidateRow } from '../../db/reference/queries/list-candidates.ts';
import type { CredentialSummary } from '../../db/reference/queries/list-credential-summaries.ts';
import type { JudgedClass } from '../../db/reference/queries/list-judged-classes.ts';
import type { CredentialRow } from '../../shared/contract/schemas.ts';
import type { CredentialFacts, Field, OccupationFacts } from '../../shared/domain/facts.ts';
import { totalCost } from '../../shared/domain/money/costs.ts';
import type { PricePoint } from '../../shared/domain/money/prices.ts';
import { baselineWithoutTraining } from '../../shared/domain/pay/baseline.ts';
import type { BaselineRow } from '../../shared/domain/pay/baseline.ts';
import { goodJobFloor } from '../../shared/domain/pay/floor.ts';
import type { FloorDefinition } from '../../shared/domain/pay/floor.ts';
import { VERDICTS } from '../../shared/domain/results.ts';
import type { BaselinePay, GoodJobFloor, VerdictResult } from '../../shared/domain/results.ts';
import { shelve } from '../../shared/domain/value/better-choice.ts';
import type { Shelf } from '../../shared/domain/value/better-choice.ts';
import { floorAtPrices } from '../../shared/domain/value/price-parity.ts';
import type { Rubric } from '../../shared/domain/value/rubric.ts';
import { judgeShelved } from '../../shared/domain/value/verdict.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { judgeClasses } from './judged-classes.ts';
import type { ClassGround, JudgedClasses } from './judged-classes.ts';
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
export interface JudgeSource {
  /** The area and, where it has no figures of its own, whose are used: itself, its state, the nation. */
  areaName(areaId: string): string | null;
  parentOf(areaId: string): string | null;
  /** Regional price parity that holds for an area, in thousandths; null where nobody measured its prices. */
  priceParityMilli(areaId: string): number | null;
  credentials(areaId: string): AreaCredentials;
  baselineRows(areaId: string): readonly BaselineRow[];
  /** Source and vintage of an area's wages. */
  wageSource(areaId: string): { readonly source: string; readonly vintage: string; readonly year: number; readonly month: number } | null;
  prices(): readonly PricePoint[];
  floorDefinition(id: string): FloorDefinition | null;
  rubric(): Rubric;
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

/** The age whose floor a verdict is judged by: a grown worker at the start, for teens too. */
const JUDGED_AGE = 25;
/** Where the definitions draw a higher line: said beside a verdict that it would change. */
const OLDER_AGE = 45;
/** Areas kept at once; a counselor looks at one or two. */
const KEPT_AREAS = 2;
/** Credentials kept of an area: more than a page shows, and all of what ships. */
const KEPT_CREDENTIALS = 512;

function baselineOf(source: JudgeSource, areaId: string): BaselinePay | null {
  for (let id: string | null = areaId; id !== null; id = source.parentOf(id)) {
    const wages = source.wageSource(id);
    const found = wages && baselineWithoutTraining(source.baselineRows(id), { id, name: source.areaName(id) ?? id }, { source: wages.source, vintage: wages.vintage });
    if (found) return { ...found, pay: { ...found.pay, askedArea: areaId } };
  }
  return null;
}

/** The floor of an age, at the area's prices where the rubric asks for that; null when it cannot be made. */
function floorOf(source: JudgeSource, rubric: Rubric, areaId: string, age: number): GoodJobFloor | null {
  const definition = source.floorDefinition(rubric.goodJobFloor);
  const wages = source.wageSource(areaId) ?? source.wageSource('us');
  const floor = definition && wages ? goodJobFloor(definition, age, source.prices(), wages) : null;
  if (!floor?.ok) return null;
  return rubric.floorAtAreaPrices === true ? floorAtPrices(floor.value, source.priceParityMilli(areaId)) : floor.value;
}

function judgeArea(source: JudgeSource, areaId: string): AreaJudgement {
  if (source.areaName(areaId) === null) throw new CodedError('not-found', { what: 'area' });
  const rubric = source.rubric();
  const floor = floorOf(source, rubric, areaId, JUDGED_AGE);
  if (!floor) throw new CodedError('reference-damaged', { what: 'good-job floor' });
  const baseline = baselineOf(source, areaId);
  const older = floorOf(source, rubric, areaId, OLDER_AGE);
  const otherFloors = older && older.published !== floor.published ? [older] : [];
  const ground = { rubric, floor, baseline, otherFloors };
  const asked = source.credentials(areaId);
  const classes = judgeClasses(asked.classes(), asked, ground);
  const shelfOf = shelvesOf(asked, classes);
  const credentials = new LazyMap(asked.facts, asked.ids, KEPT_CREDENTIALS);
  const verdicts = new LazyMap((id) => { const facts = credentials.get(id); return facts && judgeShelved(facts, { ...ground, credentials }, shelfOf); }, asked.ids, KEPT_CREDENTIALS);
  const rowsOf = (ids: readonly string[]): readonly CredentialRow[] => asked.summaries(ids).map((summary) => rowOf(summary, classes));
  const rows = new LazyMap((id) => rowsOf([id])[0], asked.ids, KEPT_CREDENTIALS);
  return { classes, credentials, verdicts, rows, rowsOf, occupation: asked.occupation, members: asked.members, candidates: asked.candidates, baseline, floor };
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
