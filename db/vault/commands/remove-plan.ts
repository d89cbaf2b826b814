import type { VaultWriter } from '../handles.ts';

/** Removes a plan with all its parts, those that point at others first. Errors: not-found. */
export function removePlan(writer: VaultWriter, id: string): void {
  writer.need('plan', id);
  const { all, from } = writer;
  for (const table of ['plan_cost', 'plan_step', 'plan_action', 'plan_check'] as const) {
    for (const part of all(from(table).select('id').where('plan_id', '=', id))) writer.remove(table, part.id);
  }
  if (writer.get('figure_snapshot', id)) writer.remove('figure_snapshot', id);
  writer.remove('plan', id);
}
