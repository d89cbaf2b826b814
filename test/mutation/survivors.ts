/** Mutants that no test can or need find, each with the reason. `npm run mutation` names those that are not here. */
import { JUDGEMENT_SURVIVORS } from './survivors-judgement.ts';
import { ROUTE_SURVIVORS } from './survivors-routes.ts';

export interface Survivor {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

const EDGE = 'both sides give the same at the edge';
const GUARD = 'a guard that only the type checker needs: the case does not arise';
const SIGN = 'only whether the sum is 0, or the ratio of two such sums, counts';
const EMPTY = 'books or counts nothing there';
const FREE = 'any other word serves as well';

const of = (file: string, rows: readonly (readonly [before: string, after: string, why: string])[]): Survivor[] =>
  rows.map(([before, after, why]) => ({ file: `shared/domain/${file}`, before, after, why }));

export const SURVIVORS: readonly Survivor[] = [
  ...of('compare.ts', [
    ['after === null', 'false', 'no point of the curve stands at null'],
    ['curve[after]?.month', 'curve[after].month', GUARD],
    ['tuition === null', 'false', 'null counts as 0 in the sum'],
    ["'hour'", '""', FREE],
    ['time?.fromHours', 'time.fromHours', GUARD],
    ['time?.paid', 'time.paid', GUARD],
    ['second.route.curve?.[index]?.cents', 'second.route.curve?.[index].cents', GUARD],
    ['second.route.curve?.[index]?.cents', 'second.route.curve[index]?.cents', GUARD],
    ['after !== null', 'true', 'a lead that ends at or above 0 always has a month from which it stays there'],
    ['occupation?.pay', 'true', GUARD],
    ['occupation?.pay', 'occupation.pay', GUARD],
    ['a && b', 'true', GUARD],
    ['a && b', '(a) || (b)', GUARD],
    ['first.occupation?.soc', 'first.occupation.soc', GUARD],
    ['second.occupation?.soc', 'second.occupation.soc', GUARD],
  ]),
  ...of('money/time.ts', [['found.low === null', 'false', GUARD]]),
  ...of('percentiles/distribution.ts', [
    ['lowest && highest', '(lowest) || (highest)', GUARD],
    ['knot.log > log', '(knot.log) >= (log)', 'a knot at exactly this pay was answered before, and quadrature never asks at one'],
    ['log < first.log', '(log) <= (first.log)', 'quadrature never asks at a knot'],
    ['log >= last.log', '(log) > (last.log)', 'quadrature never asks at a knot'],
    ['atOrBelow > below', 'true', EMPTY],
    ['atOrBelow > below', '(atOrBelow) >= (below)', EMPTY],
  ]),
  ...of('percentiles/normal.ts', [
    ['sum * x + each', '(sum * x) - (each)', SIGN],
    ['far > FAR', '(far) >= (FAR)', EDGE],
    ['z > 0', '(z) >= (0)', EDGE],
    ['far < SPLIT', '(far) <= (SPLIT)', EDGE],
    ['share < TAIL_FROM', '(share) <= (TAIL_FROM)', EDGE],
  ]),
  ...of('percentiles/overlap.ts', [
    ['index + 1', '(index) - (1)', 'tails followed two spreads less far: the difference is under a billionth'],
    ['log < firstB.log', '(log) <= (firstB.log)', EDGE],
    ['log >= lastB.log', '(log) > (lastB.log)', EDGE],
  ]),
  ...of('percentiles/quantile.ts', [
    ['share >= last.share', '(share) > (last.share)', EDGE],
    ['knot.share >= share', '(knot.share) > (share)', EDGE],
  ]),
  ...of('return/from-facts.ts', [
    ['time?.paid', 'time.paid', GUARD],
    ["'once'", '""', FREE],
    ["'other'", '""', FREE],
  ]),
  ...of('return/irr.ts', [
    ['f(to) > f(from)', '(f(to)) >= (f(from))', 'the ends of an interval with one root have different signs'],
    ['value === 0', 'false', 'halving goes on to the same last digit'],
    ['value > 0', '(value) >= (0)', EDGE],
    ['sum === 0', 'false', 'halving comes to the same end'],
    ['sum > 0', '(sum) >= (0)', EDGE],
    ['(kept.at(-1) ?? 0) > 0', '((kept.at(-1) ?? 0)) >= (0)', EDGE],
    ['changes === 1', 'false', 'a shorter way to the same rate'],
    ['sum + each', '(sum) - (each)', SIGN],
    ['sum + each * BigInt(year)', '(sum) - (each * BigInt(year))', SIGN],
    ['only !== undefined', 'true', GUARD],
  ]),
  ...of('return/ledger.ts', [
    ['this.#length - from', '(this.#length) + (from)', 'what lies beyond the last month is not read'],
    ['[]', '["mutated"]', EMPTY],
    ['months - at', '(months) + (at)', EMPTY],
    ['month < months', '(month) <= (months)', EMPTY],
  ]),
  ...of('return/return-of.ts', [
    ['0', 'undefined', 'the sum starts from 0 where nothing is'],
    ["'missing'", '""', GUARD],
    ["'missing' in left", 'false', GUARD],
    ["earning.kind === 'apprentice'", 'true', 'only an apprentice has periods that can be null'],
  ]),
  ...of('return/root-count.ts', [
    ['value > 0', '(value) >= (0)', EDGE],
    ['value > 0', '(value) <= (0)', 'turning every sign around leaves as many changes'],
    ['result.length - 1', '(result.length) + (1)', EMPTY],
    ['start < result.length - 1', '(start) <= (result.length - 1)', EMPTY],
    ['coefficients.length - 1', '(coefficients.length) + (1)', 'every coefficient grows by the same factor'],
  ]),
  ...JUDGEMENT_SURVIVORS, ...ROUTE_SURVIVORS,
];
