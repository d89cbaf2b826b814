/** What the rules of dates say of a plan: steps forward or back, what cannot start yet, and renewals. */
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import type { Vault } from '../../db/vault/vault.ts';
import { getPlan } from '../../db/vault/queries/get-plan.ts';
import { getStudent } from '../../db/vault/queries/get-student.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { PlanStep } from '../../shared/contract/plans.ts';
import { renewalOf } from '../../shared/domain/plan/renewals.ts';
import { scheduleBackward, scheduleForward } from '../../shared/domain/plan/schedule.ts';
import type { DatedStep } from '../../shared/domain/plan/schedule.ts';
import { stepTimesOf } from '../../shared/domain/plan/step-times.ts';
import { addMonths } from '../../shared/kernel/plain-date.ts';
import type { IsoDay, IsoMonth } from '../../shared/kernel/plain-date.ts';
import type { AreaJudgement } from './judge.ts';
import { neighborsOf } from './neighbors.ts';

type Proposed = OutputOf<'plans.proposeDates'>;

type PlanSteps = readonly PlanStep[];

/** The first day after the high school that a plan begins with, or today when that is later. */
function firstDayAfterSchool(steps: PlanSteps, today: IsoDay): IsoDay {
  const end = steps.find((step) => step.kind === 'high-school' && !step.done)?.endsOn ?? null;
  const first: IsoDay | null = end === null ? null : `${addMonths(end, 1)}-01`;
  return first !== null && first > today ? first : today;
}

/** Work starts in the month after all that comes before it; without a date when that has none. */
function workAfter(steps: PlanSteps, dated: readonly DatedStep[]): DatedStep[] {
  const ends = dated.map(({ endsOn }) => endsOn);
  const last = ends.reduce<IsoMonth | null>((latest, end) => (end !== null && (latest === null || end > latest) ? end : latest), null);
  if (last === null) return [];
  const startsOn = ends.includes(null) ? null : addMonths(last, 1);
  return steps.filter((step) => step.kind === 'work' && !step.done && !step.skippable).map(({ id }) => ({ id, startsOn, endsOn: null, atLeast: dated.some((each) => each.atLeast), blocked: [] }));
}

/** Dates of a plan's open steps; all done by `doneBy`, or from this month on. Errors: not-found (plan). */
export function proposeDates(db: ReferenceDb, vault: Vault, judge: (areaId: string) => AreaJudgement, today: IsoDay, id: string, doneBy: IsoMonth | null): Proposed {
  const plan = vault.read((reader) => getPlan(reader, id));
  const { student, earned } = vault.read((reader) => getStudent(reader, plan.studentId));
  const held = earned.flatMap(({ credentialId }) => credentialId ?? []);
  const credentials = neighborsOf(db, judge(plan.areaId), [...held, ...plan.steps.flatMap(({ credentialId }) => credentialId ?? [])]);
  const person = { birthMonth: student.birthMonth, graduates: student.graduates, hasDiploma: student.hasDiploma ?? (student.grade === null ? null : false), held };
  const times = stepTimesOf(plan.steps, credentials, held);
  const renewals = earned.map(({ id: key, credentialId, name, earnedOn, expiresOn }) => {
    const renewal = renewalOf({ id: key, earnedOn, expiresOn, renewMonths: credentialId === null ? null : (credentials.get(credentialId)?.renewMonths ?? null), neverRenewed: false }, today);
    return { name, state: renewal.state, reason: renewal.reason };
  });
  const isBefore = (first: string, then: string): boolean => plan.steps.findIndex((step) => step.id === first) < plan.steps.findIndex((step) => step.id === then);
  /** What stands in the right order already need not be said. */
  const told = (step: DatedStep): DatedStep => (times.find((each) => each.id === step.id)?.needs.every((need) => isBefore(need, step.id)) === true ? { ...step, blocked: step.blocked.filter(({ code }) => code !== 'plan.needs-first') } : step);
  const now = scheduleForward(times, person, today);
  const back = doneBy === null ? null : scheduleBackward(times, person, doneBy, today);
  if (!now.ok || back?.ok === false) return structuredClone({ steps: [], circle: true, summary: null, renewals }) as Proposed;
  const later = scheduleForward(times, person, firstDayAfterSchool(plan.steps, today));
  // Dates begin after high school; what stands in the way is said as of today.
  const dated = back?.ok ? back.value.steps : (later.ok ? later.value : []).map((step) => ({ ...step, blocked: now.value.find((each) => each.id === step.id)?.blocked ?? [] }));
  const steps = [...dated.map(told), ...workAfter(plan.steps, dated)];
  return structuredClone({ steps, circle: false, summary: back?.ok ? back.value.reason : null, renewals }) as Proposed;
}
