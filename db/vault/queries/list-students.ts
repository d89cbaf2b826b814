import type { VaultReader } from '../handles.ts';
import type { Lang, StudentLine } from '../records.ts';

/** The caseload, by name without regard to case and accents. */
export function listStudents({ all, from }: VaultReader): StudentLine[] {
  const students = all(from('student').select(['id', 'name', 'grade', 'graduates', 'lang', 'updated_at']));
  const plans = all(
    from('plan').select((q) => ['student_id', q.fn.countAll<number>().as('plans'), q.fn.max('updated_at').as('updated_at')]).groupBy('student_id'),
  );
  const due = all(
    from('plan_action').innerJoin('plan', 'plan.id', 'plan_action.plan_id').where('done', '=', 0).where('due_on', 'is not', null)
      .select((q) => ['plan.student_id', q.fn.min('due_on').as('due_on')]).groupBy('plan.student_id'),
  );
  const planOf = new Map(plans.map((each) => [each.student_id, each]));
  const dueOf = new Map(due.map((each) => [each.student_id, each.due_on]));
  const collator = new Intl.Collator(['en', 'es'], { sensitivity: 'base', numeric: true });
  return students
    .map(({ id, name, grade, graduates, lang, updated_at }) => {
      const plan = planOf.get(id);
      const updatedAt = plan && plan.updated_at > updated_at ? plan.updated_at : updated_at;
      return { id, name, grade, graduates, lang: lang as Lang, plans: plan?.plans ?? 0, nextDue: dueOf.get(id) ?? null, updatedAt };
    })
    .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
