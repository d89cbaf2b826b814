/** What the edition at hand says differently than the plans of the vault: per plan, and over all of them. */
import { setImmediate } from 'node:timers/promises';
import { getEdition } from '../../db/reference/queries/get-edition.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import { getPlan } from '../../db/vault/queries/get-plan.ts';
import { getStudent } from '../../db/vault/queries/get-student.ts';
import { listStudents } from '../../db/vault/queries/list-students.ts';
import type { PlanRecord } from '../../db/vault/records.ts';
import type { Vault } from '../../db/vault/vault.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import { planChanges, URGENCIES } from '../../shared/domain/plan/plan-changes.ts';
import type { PlanChanges } from '../../shared/domain/plan/plan-changes.ts';
import { createJudge } from './judge.ts';
import type { AreaJudgement } from './judge.ts';
import { createJudgeSource } from './judge-source.ts';
import { standingOf, takeSnapshot } from './reference-facts.ts';

type Judge = (areaId: string) => AreaJudgement;
type Touched = OutputOf<'plans.listTouched'>;
type TouchedStudent = Touched['students'][number];

export interface TouchedContext {
  readonly db: ReferenceDb;
  readonly vault: Pick<Vault, 'read'>;
  readonly judge: Judge;
  readonly today: () => string;
  /** The edition before, opened for a comparison; null where there is none. */
  readonly openBefore: () => Promise<{ readonly db: ReferenceDb } | null>;
}

/** Runs over the edition before, if it is here and anybody asks for it, and closes it. */
async function withBefore<T>({ openBefore, today }: TouchedContext, run: (before: () => Promise<{ readonly db: ReferenceDb; readonly judge: Judge } | null>) => Promise<T>): Promise<T> {
  let opened: { readonly db: ReferenceDb; readonly judge: Judge } | null | undefined;
  try {
    return await run(async () => {
      if (opened === undefined) {
        const found = await openBefore();
        opened = found && { db: found.db, judge: createJudge(createJudgeSource(found.db, today)) };
      }
      return opened;
    });
  } finally {
    opened?.db.close();
  }
}

/** Steps that are done are of no concern to anybody any more. */
const openIds = ({ steps }: PlanRecord): string[] => steps.flatMap(({ kind, credentialId, done }) => (kind === 'credential' && !done && credentialId !== null ? [credentialId] : []));

type AskBefore = () => Promise<{ readonly db: ReferenceDb; readonly judge: Judge } | null>;

/** A plan of a version that froze pay alone is told from the edition that it is of, while that one is on this machine. */
async function changesAgainst({ db, judge, today }: TouchedContext, plan: PlanRecord, before: AskBefore): Promise<PlanChanges> {
  if (plan.snapshot.digest === db.digest) return { changes: [], notRecorded: false };
  const now = takeSnapshot(db, judge(plan.areaId), plan, today());
  let then = plan.snapshot;
  if (then.credentials === undefined) {
    const older = await before();
    if (older?.db.digest === then.digest) then = { ...takeSnapshot(older.db, older.judge(plan.areaId), plan, then.takenOn), pays: then.pays, floor: then.floor };
  }
  return planChanges(then, now, openIds(plan));
}

const editionNow = (db: ReferenceDb): Touched['now'] => {
  const { edition, dataChecked, digest } = getEdition(db);
  return { edition, dataChecked, digest };
};
const asJson = ({ changes, notRecorded }: PlanChanges): Pick<OutputOf<'plans.getChanges'>, 'changes' | 'notRecorded'> =>
  ({ changes: structuredClone(changes) as OutputOf<'plans.getChanges'>['changes'], notRecorded });

/** Errors: not-found. */
export function changesOfPlan(context: TouchedContext, id: string): Promise<OutputOf<'plans.getChanges'>> {
  const plan = context.vault.read((reader) => getPlan(reader, id));
  return withBefore(context, async (before) => ({
    ...asJson(await changesAgainst(context, plan, before)), now: editionNow(context.db),
    notGiven: [...new Set(plan.steps.flatMap(({ kind, credentialId }) => (kind === 'credential' && credentialId !== null ? [credentialId] : [])))].flatMap((credentialId) => {
      const standing = standingOf(context.db, credentialId) ?? { status: 'missing' as const, successor: null };
      return standing.status === 'active' ? [] : [structuredClone({ credentialId, ...standing }) as OutputOf<'plans.getChanges'>['notGiven'][number]];
    }),
  }));
}

const worst = (changes: Touched['students'][number]['plans'][number]['changes']): number => (changes.length === 0 ? URGENCIES.length - 1 : Math.min(...changes.map(({ urgency }) => URGENCIES.indexOf(urgency))));

/** Every plan that is touched, by student: who needs it soonest first, then by name. Others may be answered between two plans. */
export async function listTouched(context: TouchedContext): Promise<Touched> {
  const { db, vault } = context;
  const students = vault.read(listStudents);
  // Plans of one area after one another: a judge keeps few areas.
  const all = students.flatMap(({ id }) => vault.read((reader) => getStudent(reader, id)).plans.map((line) => vault.read((reader) => getPlan(reader, line.id)))).sort((a, b) => (a.areaId < b.areaId ? -1 : a.areaId > b.areaId ? 1 : 0));
  const found = new Map<string, Touched['students'][number]['plans']>();
  const same: string[] = [];
  await withBefore(context, async (before) => {
    for (const plan of all) {
      await setImmediate();
      const told = asJson(await changesAgainst(context, plan, before));
      const { edition, dataChecked, digest } = plan.snapshot;
      if (told.changes.length > 0 || told.notRecorded) found.set(plan.studentId, [...(found.get(plan.studentId) ?? []), { ...told, id: plan.id, goal: plan.goal, from: { edition, dataChecked, digest }, meetingOn: plan.meetingOn }]);
      else if (digest !== db.digest) same.push(plan.id);
    }
  });
  const listed = students.flatMap(({ id, name, grade }): TouchedStudent[] => {
    const plans = found.get(id)?.sort((a, b) => worst(a.changes) - worst(b.changes) || (a.id < b.id ? -1 : 1));
    return plans ? [{ id, name, grade, plans, urgency: URGENCIES[Math.min(...plans.map(({ changes }) => worst(changes)))] ?? 'note' }] : [];
  });
  return { now: editionNow(db), plans: all.length, students: listed.sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency)), same };
}
