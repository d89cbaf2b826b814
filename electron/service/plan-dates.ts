/** What the rules of dates say of a plan: steps forward or back, what cannot start yet, and renewals. */
import type { Vault } from '../../db/vault/vault.ts';
import { getPlan } from '../../db/vault/queries/get-plan.ts';
import { getStudent } from '../../db/vault/queries/get-student.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import { renewalOf } from '../../shared/domain/plan/renewals.ts';
import { scheduleBackward, scheduleForward } from '../../shared/domain/plan/schedule.ts';
import { stepTimesOf } from '../../shared/domain/plan/step-times.ts';
import type { IsoDay, IsoMonth } from '../../shared/kernel/plain-date.ts';
import type { AreaJudgement } from './judge.ts';

type Proposed = OutputOf<'plans.proposeDates'>;

/** Dates of a plan's open steps; all done by `doneBy`, or from this month on. Errors: not-found (plan). */
export function proposeDates(vault: Vault, judge: (areaId: string) => AreaJudgement, today: IsoDay, id: string, doneBy: IsoMonth | null): Proposed {
  const plan = vault.read((reader) => getPlan(reader, id));
  const { student, earned } = vault.read((reader) => getStudent(reader, plan.studentId));
  const { credentials } = judge(plan.areaId);
  const held = earned.flatMap(({ credentialId }) => credentialId ?? []);
  const person = { birthMonth: student.birthMonth, graduates: student.graduates, hasDiploma: student.hasDiploma ?? (student.grade === null ? null : false), held };
  const times = stepTimesOf(plan.steps, credentials, held);
  const renewals = earned.map(({ id: key, credentialId, name, earnedOn, expiresOn }) => {
    const renewal = renewalOf({ id: key, earnedOn, expiresOn, renewMonths: credentialId === null ? null : (credentials.get(credentialId)?.renewMonths ?? null), neverRenewed: false }, today);
    return { name, state: renewal.state, reason: renewal.reason };
  });
  const forward = doneBy === null ? scheduleForward(times, person, today) : null;
  const back = doneBy === null ? null : scheduleBackward(times, person, doneBy, today);
  const steps = forward?.ok ? forward.value : back?.ok ? back.value.steps : [];
  const isCircle = (forward ?? back)?.ok === false;
  return structuredClone({ steps, circle: isCircle, summary: back?.ok ? back.value.reason : null, renewals }) as Proposed;
}
