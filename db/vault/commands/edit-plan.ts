/** One edit of a plan. */
import { CodedError } from '../../../shared/kernel/errors.ts';
import { never } from '../../../shared/kernel/result.ts';
import type { VaultWriter } from '../handles.ts';
import { actionRow, checkRow, costRow, planColumns, planFields, stepRow } from '../plan-rows.ts';
import type { PlanEdit } from '../records.ts';

type Part = 'plan_step' | 'plan_cost' | 'plan_action' | 'plan_check';

/** The part, which must belong to the plan. */
function ownPart<T extends Part>(writer: VaultWriter, table: T, planId: string, id: string) {
  const row = writer.need(table, id);
  if (row.plan_id !== planId) throw new CodedError('not-found', { what: table });
  return row;
}

/** Where a part stands: where it was, or after the last one. */
function placeOf(writer: VaultWriter, table: Part, planId: string, id: string | null): number {
  if (id !== null) return ownPart(writer, table, planId, id).position;
  const { first, from } = writer;
  const last = first(from(table).where('plan_id', '=', planId).select((q) => q.fn.max('position').as('last')))?.last;
  return typeof last === 'number' ? last + 1 : 0;
}

/** Gives the steps the positions 0, 1, 2 … in the order of `ids`. */
function orderSteps(writer: VaultWriter, ids: readonly string[]): void {
  ids.forEach((id, position) => writer.patch('plan_step', id, { position }));
}

function stepIds({ all, from }: VaultWriter, planId: string): string[] {
  return all(from('plan_step').select('id').where('plan_id', '=', planId).orderBy('position').orderBy('id')).map(({ id }) => id);
}

function moveStep(writer: VaultWriter, planId: string, id: string, position: number): void {
  const others = stepIds(writer, planId).filter((each) => each !== id);
  others.splice(position, 0, id);
  orderSteps(writer, others);
}

/** A step's costs are part of it: without the step they would still be added up. */
function removeStep(writer: VaultWriter, planId: string, id: string): void {
  const { all, from } = writer;
  ownPart(writer, 'plan_step', planId, id);
  for (const cost of all(from('plan_cost').select('id').where('step_id', '=', id))) writer.remove('plan_cost', cost.id);
  writer.remove('plan_step', id);
  orderSteps(writer, stepIds(writer, planId));
}

function removePart(writer: VaultWriter, table: Part, planId: string, id: string): void {
  ownPart(writer, table, planId, id);
  writer.remove(table, id);
}

function apply(writer: VaultWriter, planId: string, edit: PlanEdit): string | null {
  const place = (table: Part, id: string | null) => ({ planId, position: placeOf(writer, table, planId, id) });
  switch (edit.type) {
    case 'fields': {
      const given = Object.fromEntries(Object.entries(edit.fields).filter(([, value]) => value !== undefined));
      writer.patch('plan', planId, planColumns({ ...planFields(writer.need('plan', planId)), ...given }));
      return null;
    }
    case 'put-step': {
      const id = edit.step.id ?? writer.newId();
      writer.put('plan_step', stepRow({ ...edit.step, id }, place('plan_step', edit.step.id)));
      if (edit.position !== null) moveStep(writer, planId, id, edit.position);
      return id;
    }
    case 'move-step':
      ownPart(writer, 'plan_step', planId, edit.id);
      moveStep(writer, planId, edit.id, edit.position);
      return edit.id;
    case 'put-cost': {
      const id = edit.cost.id ?? writer.newId();
      if (edit.cost.stepId !== null) ownPart(writer, 'plan_step', planId, edit.cost.stepId);
      writer.put('plan_cost', costRow({ ...edit.cost, id }, place('plan_cost', edit.cost.id)));
      return id;
    }
    case 'put-action': {
      const id = edit.action.id ?? writer.newId();
      writer.put('plan_action', actionRow({ ...edit.action, id }, place('plan_action', edit.action.id)));
      return id;
    }
    case 'put-check': {
      const id = edit.check.id ?? writer.newId();
      writer.put('plan_check', checkRow({ ...edit.check, id }, place('plan_check', edit.check.id)));
      return id;
    }
    case 'remove-step': removeStep(writer, planId, edit.id); return null;
    case 'remove-cost': removePart(writer, 'plan_cost', planId, edit.id); return null;
    case 'remove-action': removePart(writer, 'plan_action', planId, edit.id); return null;
    case 'remove-check': removePart(writer, 'plan_check', planId, edit.id); return null;
    default: return never(edit);
  }
}

/**
 * Makes one edit; returns the id of the part that was put or moved, else null. An edit that changes nothing leaves
 * the time of the last change. Positions beyond the end mean the end. Errors: not-found.
 */
export function editPlan(writer: VaultWriter, planId: string, edit: PlanEdit): string | null {
  writer.need('plan', planId);
  const before = writer.changed;
  const id = apply(writer, planId, edit);
  if (writer.changed > before) writer.patch('plan', planId, { updated_at: writer.now });
  return id;
}
