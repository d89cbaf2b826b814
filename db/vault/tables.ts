/** The rows of the vault as SQLite holds them: booleans are 0 or 1, lists are JSON text. */

export interface StudentRow {
  readonly id: string; readonly name: string; readonly grade: number | null; readonly graduates: string | null; readonly birth_month: string | null;
  readonly lang: string; readonly area_id: string | null; readonly large_print: number; readonly student_number: string;
  readonly has_diploma: number | null; readonly wage_cents: number | null; readonly hours_per_week: number | null; readonly note: string;
  readonly created_at: string; readonly updated_at: string;
}
export interface EarnedRow {
  readonly id: string; readonly student_id: string; readonly credential_id: string | null; readonly name: string;
  readonly earned_on: string | null; readonly expires_on: string | null;
}
export interface PlanRow {
  readonly id: string; readonly student_id: string; readonly goal: string; readonly plan_b: string; readonly area_id: string; readonly lang: string;
  readonly meeting_on: string | null; readonly talked_on: string; readonly high_school: string; readonly created_at: string; readonly updated_at: string;
}
export interface StepRow {
  readonly id: string; readonly plan_id: string; readonly position: number; readonly kind: string; readonly credential_id: string | null;
  readonly title: string; readonly starts_on: string | null; readonly ends_on: string | null; readonly skippable: number; readonly done: number; readonly note: string;
}
export interface CostRow {
  readonly id: string; readonly plan_id: string; readonly position: number; readonly step_id: string | null; readonly label: string;
  readonly low_cents: number | null; readonly high_cents: number | null; readonly at_least: number; readonly unknown: string | null;
  readonly price_year: number | null; readonly payers: string; readonly ask_whom: string; readonly phone: string; readonly evidence: string | null;
}
export interface ActionRow {
  readonly id: string; readonly plan_id: string; readonly position: number; readonly text: string; readonly who: string; readonly phone: string;
  readonly due_on: string | null; readonly done: number;
}
export interface CheckRow {
  readonly id: string; readonly plan_id: string; readonly position: number; readonly label: string; readonly answer: string;
  readonly done: number; readonly evidence: string | null;
}
/** `id` is the plan's: a plan has exactly one snapshot. `figures` holds all else that was frozen, as JSON. */
export interface SnapshotRow {
  readonly id: string; readonly edition: string; readonly digest: string; readonly data_checked: string; readonly taken_on: string; readonly figures: string;
}
export interface DisclosureRow {
  readonly id: string; readonly student_id: string; readonly at: string; readonly party: string; readonly purpose: string; readonly what: string;
}
/** What was printed stays on record when the student is removed, so `student_id` refers to nothing that must exist. */
export interface PrintRow {
  readonly id: string; readonly at: string; readonly what: string; readonly student_id: string | null; readonly way: string;
}
export interface ChangeLogRow { readonly seq: number; readonly operation: string; readonly at: string; readonly undone: number }
export interface ChangeRowRow {
  readonly seq: number; readonly n: number; readonly table_name: string; readonly row_id: string; readonly before: string | null; readonly after: string | null;
}
export interface MetaRow { readonly key: string; readonly value: string }

/** Tables whose every change can be undone; each has a text `id`. */
export interface UndoableTables {
  student: StudentRow; earned_credential: EarnedRow; plan: PlanRow; plan_step: StepRow; plan_cost: CostRow; plan_action: ActionRow;
  plan_check: CheckRow; figure_snapshot: SnapshotRow; disclosure: DisclosureRow;
}
export interface VaultTables extends UndoableTables {
  print_log: PrintRow; change_log: ChangeLogRow; change_row: ChangeRowRow; meta: MetaRow;
}

export type ChangedKind = 'students' | 'plans' | 'history' | 'prints';

/** Which views show rows of a table. A student's line shows the number of plans and the next due date. */
export const KINDS_OF = {
  student: ['students'], earned_credential: ['students'], disclosure: ['students'],
  plan: ['plans', 'students'], plan_step: ['plans', 'students'], plan_cost: ['plans', 'students'], plan_action: ['plans', 'students'],
  plan_check: ['plans', 'students'], figure_snapshot: ['plans'],
} as const satisfies Readonly<Record<keyof UndoableTables, readonly ChangedKind[]>>;

export function isUndoable(table: string): table is keyof UndoableTables {
  return Object.hasOwn(KINDS_OF, table);
}
