/** What the killed program does, step by step, by a seed: the same seed always gives the same vault, so that it can be done again elsewhere. */
import { CodedError } from '../../shared/kernel/errors.ts';
import type { VaultWorld } from '../../db/vault/handles.ts';
import type { Vault } from '../../db/vault/vault.ts';
import { editActions, performEdit } from './random-edits.ts';

/** A clock and ids that depend on nothing but the step: a program that starts again in the middle goes on as the first would have. */
export interface StepWorld extends VaultWorld {
  begin(step: number): void;
}
export function makeStepWorld(): StepWorld {
  let step = -1;
  let ids = 0;
  return {
    begin: (next) => { [step, ids] = [next, 0]; },
    now: () => new Date(Date.UTC(2026, 8, 1) + (step + 1) * 1000).toISOString(),
    newId: () => { ids += 1; return `s${step}-${ids}`; },
  };
}

/** Mulberry32 over seed and step: any step can be drawn without those before it. */
function draw(seed: number, step: number): number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(step + 1, 0x85ebca6b)) >>> 0;
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

/** Mostly things are added: a vault that is emptied again and again has little to lose. */
const MOSTLY = ['create-student', 'create-plan', 'put-step', 'put-cost', 'put-action', 'put-check', 'fields', 'update-student', 'snapshot'] as const;

/** One step: an edit, an undo or a redo, each one transaction. It is on the disk when this returns. */
export function performStep(vault: Vault, world: StepWorld, seed: number, step: number): void {
  world.begin(step);
  const [kind, drawn] = [draw(seed, step) % 20, draw(seed ^ 0x5bd1e995, step) % 1_000_000];
  if (kind >= 17) {
    try {
      if (kind === 19) vault.redo();
      else vault.undo();
    } catch (error) {
      if (!(error instanceof CodedError) || !['nothing-to-undo', 'nothing-to-redo'].includes(error.code)) throw error;
    }
    return;
  }
  const actions = kind < 11 ? MOSTLY : editActions;
  performEdit(vault, actions[drawn % actions.length] ?? 'create-student', drawn);
}

const TABLES = {
  student: 'id', earned_credential: 'id', plan: 'id', plan_step: 'id', plan_cost: 'id', plan_action: 'id', plan_check: 'id', figure_snapshot: 'id',
  disclosure: 'id', print_log: 'id', change_log: 'seq', change_row: 'seq', meta: 'key',
} as const;

/** Everything in the vault, its history too. */
export function dumpAll(vault: Vault): string {
  return vault.read(({ all, from }) =>
    Object.entries(TABLES).map(([table, key]) => {
      // The tables differ in their columns; all that is read of a row is its text.
      const rows: unknown[] = all(from(table as 'change_row').selectAll().orderBy(key as 'seq').orderBy((q) => q.ref(table === 'change_row' ? 'n' : key as 'seq')));
      return `${table}\n${rows.map((row) => JSON.stringify(row)).join('\n')}`;
    }).join('\n'));
}
