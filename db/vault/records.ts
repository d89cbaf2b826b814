/** What the vault gives and takes: text ids, ISO dates, integers in the smallest unit. */
import type { Figure, Localized, PayFacts, Payer, UnknownWord } from '../../shared/domain/facts.ts';
import type { FrozenCredential, FrozenWay } from '../../shared/domain/plan/frozen-figures.ts';

export type Lang = 'en' | 'es';
/** A change of some fields; undefined leaves one as it is. */
export type Partially<T> = { readonly [K in keyof T]?: T[K] | undefined };

export interface StudentFields {
  readonly name: string;
  readonly grade: number | null;
  readonly graduates: string | null;
  readonly birthMonth: string | null;
  readonly lang: Lang;
  readonly areaId: string | null;
  readonly largePrint: boolean;
  readonly studentNumber: string;
  readonly hasDiploma: boolean | null;
  readonly wageCents: number | null;
  readonly hoursPerWeek: number | null;
  /** Private to the counselor. */
  readonly note: string;
}
export interface StudentRecord extends StudentFields { readonly id: string; readonly createdAt: string; readonly updatedAt: string }
export interface EarnedRecord {
  readonly id: string; readonly credentialId: string | null; readonly name: string; readonly earnedOn: string | null; readonly expiresOn: string | null;
}
export interface StudentLine {
  readonly id: string; readonly name: string; readonly grade: number | null; readonly graduates: string | null; readonly lang: Lang;
  readonly plans: number;
  /** Earliest due day of an action that is not done, over all plans. */
  readonly nextDue: string | null;
  /** Last change of the student or of a plan. */
  readonly updatedAt: string;
}
export interface PlanLine { readonly id: string; readonly goal: string; readonly steps: number; readonly updatedAt: string; readonly nextDue: string | null }
export interface StudentFile { readonly student: StudentRecord; readonly earned: EarnedRecord[]; readonly plans: PlanLine[] }

export interface PlanFields {
  readonly goal: string; readonly planB: string; readonly areaId: string; readonly lang: Lang; readonly meetingOn: string | null;
  readonly talkedOn: string; readonly highSchool: string;
}
export interface StepRecord {
  readonly id: string; readonly kind: 'high-school' | 'credential' | 'work' | 'other'; readonly credentialId: string | null; readonly title: string;
  readonly startsOn: string | null; readonly endsOn: string | null; readonly skippable: boolean; readonly done: boolean; readonly note: string;
}
export interface CostRecord {
  readonly id: string; readonly stepId: string | null; readonly label: string; readonly lowCents: number | null; readonly highCents: number | null;
  readonly atLeast: boolean; readonly unknown: UnknownWord | null; readonly priceYear: number | null; readonly payers: Payer[];
  readonly askWhom: string; readonly phone: string; readonly evidence: string | null;
}
export interface ActionRecord {
  readonly id: string; readonly text: string; readonly who: string; readonly phone: string; readonly dueOn: string | null; readonly done: boolean;
}
export interface CheckRecord {
  readonly id: string; readonly label: string; readonly answer: 'yes' | 'ask'; readonly done: boolean; readonly evidence: string | null;
}
/** What the plan said when it was made, from which edition. */
export interface SnapshotRecord {
  readonly edition: string; readonly digest: string; readonly dataChecked: string; readonly takenOn: string;
  readonly pays: { readonly credentialId: string; readonly soc: string; readonly title: Localized; readonly pay: PayFacts }[];
  readonly baseline: PayFacts | null;
  readonly floor: Figure | null;
  readonly sources: { readonly publisher: string; readonly title: string; readonly vintage: string }[];
  /** Absent in plans of a version that froze pay alone. */
  readonly credentials?: FrozenCredential[];
  readonly cheapest?: FrozenWay | null;
}
export interface PlanRecord extends PlanFields {
  readonly id: string; readonly studentId: string; readonly createdAt: string; readonly updatedAt: string;
  readonly steps: StepRecord[]; readonly costs: CostRecord[]; readonly actions: ActionRecord[]; readonly checks: CheckRecord[];
  readonly snapshot: SnapshotRecord;
}
/** A whole plan to be stored; its ids are the caller's, since costs name steps. */
export type NewPlan = Omit<PlanRecord, 'createdAt' | 'updatedAt'>;

type Put<T extends { readonly id: string }> = Omit<T, 'id'> & { readonly id: string | null };
/** One edit, one undo. Put with id null adds; positions count from 0, null means the end or where it was. */
export type PlanEdit =
  | { readonly type: 'fields'; readonly fields: Partially<PlanFields> }
  | { readonly type: 'put-step'; readonly step: Put<StepRecord>; readonly position: number | null }
  | { readonly type: 'move-step'; readonly id: string; readonly position: number }
  | { readonly type: 'remove-step'; readonly id: string }
  | { readonly type: 'put-cost'; readonly cost: Put<CostRecord> }
  | { readonly type: 'remove-cost'; readonly id: string }
  | { readonly type: 'put-action'; readonly action: Put<ActionRecord> }
  | { readonly type: 'remove-action'; readonly id: string }
  | { readonly type: 'put-check'; readonly check: Put<CheckRecord> }
  | { readonly type: 'remove-check'; readonly id: string };

export interface PrintEntry {
  readonly id: string; readonly at: string; readonly what: string; readonly studentId: string | null; readonly way: 'pdf' | 'printer';
}
