/** Mutants that no test finds, each with the reason. `npm run mutation` names those that are not here. */
export interface Survivor {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

const SAME = 'gives the same result for every input';

const of = (file: string, rows: readonly (readonly [before: string, after: string, why?: string])[]): Survivor[] =>
  rows.map(([before, after, why = SAME]) => ({ file: `shared/domain/${file}`, before, after, why }));

export const SURVIVORS: readonly Survivor[] = [
  ...of('return/irr.ts', [
    ['f(to) > f(from)', '(f(to)) >= (f(from))'],
  ]),
];
