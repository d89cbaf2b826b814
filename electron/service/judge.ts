/** Facts of an area with the engine's judgement of them, kept as long as the edition is open. */
import type { CredentialRow } from '../../shared/contract/schemas.ts';
import type { CredentialFacts } from '../../shared/domain/facts.ts';
import { totalCost } from '../../shared/domain/money/costs.ts';
import type { PricePoint } from '../../shared/domain/money/prices.ts';
import { baselineWithoutTraining } from '../../shared/domain/pay/baseline.ts';
import type { BaselineRow } from '../../shared/domain/pay/baseline.ts';
import { goodJobFloor } from '../../shared/domain/pay/floor.ts';
import type { FloorDefinition } from '../../shared/domain/pay/floor.ts';
import type { BaselinePay, GoodJobFloor, VerdictResult } from '../../shared/domain/results.ts';
import { floorAtPrices } from '../../shared/domain/value/price-parity.ts';
import type { Rubric } from '../../shared/domain/value/rubric.ts';
import { judgeAll, openedOccupation } from '../../shared/domain/value/verdict.ts';
import { CodedError } from '../../shared/kernel/errors.ts';

/** What judging needs of the reference database. */
export interface JudgeSource {
  /** The area and, where it has no figures of its own, whose are used: itself, its state, the nation. */
  areaName(areaId: string): string | null;
  parentOf(areaId: string): string | null;
  /** Regional price parity that holds for an area, in thousandths; null where nobody measured its prices. */
  priceParityMilli(areaId: string): number | null;
  credentials(areaId: string): readonly CredentialFacts[];
  baselineRows(areaId: string): readonly BaselineRow[];
  /** Source and vintage of an area's wages. */
  wageSource(areaId: string): { readonly source: string; readonly vintage: string; readonly year: number; readonly month: number } | null;
  prices(): readonly PricePoint[];
  floorDefinition(id: string): FloorDefinition | null;
  rubric(): Rubric;
}

export interface AreaJudgement {
  readonly credentials: ReadonlyMap<string, CredentialFacts>;
  readonly verdicts: ReadonlyMap<string, VerdictResult>;
  readonly rows: ReadonlyMap<string, CredentialRow>;
  readonly baseline: BaselinePay | null;
  readonly floor: GoodJobFloor;
}

/** The age whose floor a verdict is judged by: a grown worker at the start, for teens too. */
const JUDGED_AGE = 25;
/** Where the definitions draw a higher line: said beside a verdict that it would change. */
const OLDER_AGE = 45;
/** Areas kept at once; a counselor looks at one or two. */
const KEPT_AREAS = 4;

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
  const credentials = new Map(source.credentials(areaId).map((each) => [each.id, each]));
  const older = floorOf(source, rubric, areaId, OLDER_AGE);
  const otherFloors = older && older.published !== floor.published ? [older] : [];
  const verdicts = judgeAll({ rubric, floor, baseline, credentials, otherFloors });
  const rows = new Map([...credentials].map(([id, facts]) => [id, rowOf(facts, verdicts.get(id))]));
  return { credentials, verdicts, rows, baseline, floor };
}

function rowOf(facts: CredentialFacts, verdict: VerdictResult | undefined): CredentialRow {
  const opened = facts.role === 'main' ? openedOccupation(facts.links) : null;
  return {
    id: facts.id, code: facts.code, name: facts.name, shortName: facts.shortName, kind: facts.kind, role: facts.role, field: facts.field,
    jurisdiction: facts.jurisdiction, verdict: verdict?.verdict ?? 'unknown', closeCall: verdict?.closeCall ?? false,
    time: facts.times.find((each) => each.kind !== 'experience') ?? null,
    pay: opened?.occupation.pay ?? null, cost: totalCost(facts.costs), minAge: facts.minAge,
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
