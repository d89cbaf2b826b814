/** What every verdict of an area rests on beside the credential itself: the rubric, the good-job line, and pay without training. */
import type { OccupationFacts } from '../../shared/domain/facts.ts';
import type { PricePoint } from '../../shared/domain/money/prices.ts';
import { baselineWithoutTraining } from '../../shared/domain/pay/baseline.ts';
import type { BaselineRow } from '../../shared/domain/pay/baseline.ts';
import { goodJobFloor } from '../../shared/domain/pay/floor.ts';
import type { FloorDefinition } from '../../shared/domain/pay/floor.ts';
import type { BaselinePay, GoodJobFloor } from '../../shared/domain/results.ts';
import { floorAtPrices } from '../../shared/domain/value/price-parity.ts';
import type { Rubric } from '../../shared/domain/value/rubric.ts';
import { CodedError } from '../../shared/kernel/errors.ts';

/** What of an edition an area's ground is made from. */
export interface GroundSource {
  /** The area and, where it has no figures of its own, whose are used: itself, its state, the nation. */
  areaName(areaId: string): string | null;
  parentOf(areaId: string): string | null;
  /** Regional price parity that holds for an area, in thousandths; null where nobody measured its prices. */
  priceParityMilli(areaId: string): number | null;
  baselineRows(areaId: string): readonly BaselineRow[];
  /** Source and vintage of an area's wages. */
  wageSource(areaId: string): { readonly source: string; readonly vintage: string; readonly year: number; readonly month: number } | null;
  prices(): readonly PricePoint[];
  floorDefinition(id: string): FloorDefinition | null;
  rubric(): Rubric;
}

/** Of an area, what class facts are made from: its chain, the nearest first, and its occupations. */
export interface ClassGround {
  readonly chain: readonly string[];
  occupation(soc: string): OccupationFacts | undefined;
}

export interface AreaGround {
  readonly rubric: Rubric;
  readonly floor: GoodJobFloor;
  readonly baseline: BaselinePay | null;
  readonly otherFloors: readonly GoodJobFloor[];
}

/** The age whose floor a verdict is judged by: a grown worker at the start, for teens too. */
const JUDGED_AGE = 25;
/** Where the definitions draw a higher line: said beside a verdict that it would change. */
const OLDER_AGE = 45;

function baselineOf(source: GroundSource, areaId: string): BaselinePay | null {
  for (let id: string | null = areaId; id !== null; id = source.parentOf(id)) {
    const wages = source.wageSource(id);
    const found = wages && baselineWithoutTraining(source.baselineRows(id), { id, name: source.areaName(id) ?? id }, { source: wages.source, vintage: wages.vintage });
    if (found) return { ...found, pay: { ...found.pay, askedArea: areaId } };
  }
  return null;
}

/** The floor of an age, at the area's prices where the rubric asks for that; null when it cannot be made. */
function floorOf(source: GroundSource, rubric: Rubric, areaId: string, age: number): GoodJobFloor | null {
  const definition = source.floorDefinition(rubric.goodJobFloor);
  const wages = source.wageSource(areaId) ?? source.wageSource('us');
  const floor = definition && wages ? goodJobFloor(definition, age, source.prices(), wages) : null;
  if (!floor?.ok) return null;
  return rubric.floorAtAreaPrices === true ? floorAtPrices(floor.value, source.priceParityMilli(areaId)) : floor.value;
}

/** Errors: not-found for an area that the edition does not have, reference-damaged where it has no sound rubric or no good-job line. */
export function groundOf(source: GroundSource, areaId: string): AreaGround {
  if (source.areaName(areaId) === null) throw new CodedError('not-found', { what: 'area' });
  const rubric = source.rubric();
  const floor = floorOf(source, rubric, areaId, JUDGED_AGE);
  if (!floor) throw new CodedError('reference-damaged', { what: 'good-job floor' });
  const older = floorOf(source, rubric, areaId, OLDER_AGE);
  return { rubric, floor, baseline: baselineOf(source, areaId), otherFloors: older && older.published !== floor.published ? [older] : [] };
}
