/** A pathway as an ordered ladder: what comes before stands before, terms in their order, else as the document lists them. */
import type { Component, Condition, Pathway } from './pathway.ts';

export type Ladder = { readonly steps: readonly Component[] } | { readonly circle: readonly Component[] };

/**
 * Puts components in order: of those that nothing open precedes, the one of the earliest term, then the one listed first; the goal last.
 * What precedes itself by way of others is a circle, and no order is made up for it.
 */
export function ladderOf({ components, destinations }: Pathway): Ladder {
  const open = new Map(components.map(({ id, before }) => [id, new Set(before)]));
  const follows = new Map<string, string[]>();
  for (const { id, before } of components) for (const first of before) follows.set(first, [...(follows.get(first) ?? []), id]);
  const place = new Map(components.map((component, index) => [component.id, { component, index }]));
  const ready = components.filter(({ before }) => before.length === 0);
  const rank = ({ id, term }: Component): readonly [number, number, number] => [destinations.includes(id) ? 1 : 0, term ?? Number.MAX_SAFE_INTEGER, place.get(id)?.index ?? 0];
  const earlier = (a: Component, b: Component): number => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1] || rank(a)[2] - rank(b)[2];
  const steps: Component[] = [];
  while (ready.length > 0) {
    ready.sort(earlier);
    const next = ready.shift();
    if (!next) break;
    steps.push(next);
    for (const id of follows.get(next.id) ?? []) {
      const left = open.get(id);
      left?.delete(next.id);
      const then = place.get(id)?.component;
      if (left?.size === 0 && then) ready.push(then);
    }
  }
  if (steps.length === components.length) return { steps };
  const done = new Set(steps.map(({ id }) => id));
  return { circle: components.filter(({ id }) => !done.has(id)) };
}

const titleOf = ({ name, code }: Component): string => (code === null ? name : `${name} (${code})`);

/** A condition in words. */
export function conditionWords({ name, needed, of, elsewhere, constraints }: Condition, nameOf: (id: string) => string): string {
  const all = of.length + elsewhere;
  const many = needed === null || (needed >= all && elsewhere === 0) ? (all === 1 ? '' : 'all of: ') : `${needed} of: `;
  const listed = [...of.map(nameOf), ...(elsewhere > 0 ? ['others that the file does not hold'] : [])].join(', ');
  return [`${name === null ? '' : `${name}: `}${many}${listed}`, ...constraints].filter((part) => part !== '').join('; where ');
}

/** The ladder as lines of text. */
export function ladderLines(pathway: Pathway, steps: readonly Component[]): readonly string[] {
  const number = new Map(steps.map((step, index) => [step.id, index + 1]));
  const byId = new Map(steps.map((step) => [step.id, step]));
  const nameOf = (id: string): string => {
    const step = byId.get(id);
    return step ? `${titleOf(step)} [${number.get(id) ?? 0}]` : id;
  };
  return [pathway.name, ...steps.flatMap((step, index) => {
    const marks = [step.termName ?? (step.term === null ? null : `term ${step.term}`), pathway.destinations.includes(step.id) ? 'goal' : null].filter((mark) => mark !== null);
    const said = new Set(step.conditions.flatMap(({ of }) => of));
    const rest = step.before.filter((id) => !said.has(id));
    return [
      `${String(index + 1).padStart(3)}. ${titleOf(step)}${marks.length > 0 ? ` - ${marks.join(', ')}` : ''}`,
      ...step.conditions.map((condition) => `       needs ${conditionWords(condition, nameOf)}`), ...(rest.length > 0 ? [`       after ${rest.map(nameOf).join(', ')}`] : []),
    ];
  })];
}
