/**
 * A nation of credentials from the starter's: every round copies each credential once, with
 * time and cost moved a little; an edge leads to some copy of the same neighbor, so that the
 * distribution of degrees stays that of the starter. By a seed: the same graph each time.
 */
import type { RouteNode } from '../../shared/domain/routes/graph.ts';

/** A small generator of uniform numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * `size` nodes from `templates` (which must name earlier templates only), over an occupation
 * table of `occupations`. Most copies open the occupation of their template; the others one
 * drawn so that a few occupations have many credentials and most have few.
 */
export function* nationalNodes(templates: readonly RouteNode[], size: number, occupations: number, seed: number): Generator<RouteNode> {
  const random = seeded(seed);
  const some = (mean: number): number => Math.round(mean * (0.6 + 0.8 * random()));
  const copyOf = (template: number, round: number): number => Math.floor(random() * (round + 1)) * templates.length + template;
  for (let at = 0; at < size; at += 1) {
    const round = Math.floor(at / templates.length);
    const template = templates[at % templates.length];
    if (!template) return;
    const moved = random() < 0.6;
    yield {
      ...template,
      id: `c${at}`,
      months: template.months === null ? null : Math.max(1, some(template.months)),
      cents: some(template.cents / 100) * 100,
      risk: Math.max(1, template.risk + Math.floor(random() * 3) - 1),
      opens: template.opens.map((each) => (moved ? Math.floor(occupations * random() ** 2) : each)),
      required: template.required.map(({ from, kind }) => ({ from: copyOf(from, round), kind })),
      credits: template.credits.map(({ from, months, cents }) => ({ from: copyOf(from, round), months, cents })),
    };
  }
}
