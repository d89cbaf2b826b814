/** What an edit makes of a plan, for showing it before the service has answered; the service's answer is what counts. */
import type { Plan, PlanEdit } from '../../shared/contract/plans.ts';

/** The list with a part put in place of the one with its id; a new part has no id yet and comes with the answer. */
function put<T extends { readonly id: string }>(parts: readonly T[], part: Omit<T, 'id'> & { readonly id: string | null }): T[] {
  return parts.map((each) => (each.id === part.id ? ({ ...part, id: each.id } as T) : each));
}

function move<T extends { readonly id: string }>(parts: readonly T[], id: string, position: number): T[] {
  const moved = parts.find((each) => each.id === id);
  if (!moved) return [...parts];
  const others = parts.filter((each) => each.id !== id);
  others.splice(position, 0, moved);
  return others;
}

const without = <T extends { readonly id: string }>(parts: readonly T[], id: string): T[] => parts.filter((each) => each.id !== id);

/** The plan after the edit, as far as it can be known here. */
export function applyEdit(plan: Plan, edit: PlanEdit): Plan {
  switch (edit.type) {
    case 'fields': return { ...plan, ...(Object.fromEntries(Object.entries(edit.fields).filter(([, value]) => value !== undefined)) as Partial<Plan>) };
    case 'put-step': {
      const steps = put(plan.steps, edit.step);
      return { ...plan, steps: edit.step.id !== null && edit.position !== null ? move(steps, edit.step.id, edit.position) : steps };
    }
    case 'move-step': return { ...plan, steps: move(plan.steps, edit.id, edit.position) };
    // A step's costs go with it.
    case 'remove-step': return { ...plan, steps: without(plan.steps, edit.id), costs: plan.costs.filter((cost) => cost.stepId !== edit.id) };
    case 'put-cost': return { ...plan, costs: put(plan.costs, edit.cost) };
    case 'remove-cost': return { ...plan, costs: without(plan.costs, edit.id) };
    case 'put-action': return { ...plan, actions: put(plan.actions, edit.action) };
    case 'remove-action': return { ...plan, actions: without(plan.actions, edit.id) };
    case 'put-check': return { ...plan, checks: put(plan.checks, edit.check) };
    case 'remove-check': return { ...plan, checks: without(plan.checks, edit.id) };
  }
}
