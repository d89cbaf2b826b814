import { quantile } from 'd3-array';
import type { SearchResult } from '../../../shared/contract/reference.ts';
import type { PayFacts } from '../../../shared/domain/facts.ts';
import { amountsOf, payScale } from '../../charts/pay-scale.ts';
import type { PayScale } from '../../charts/pay-scale.ts';
import { hasMedian } from './row-words.ts';

/** Of the jobs among the results, the part whose pay the scale holds; what is beyond is drawn as going on. */
const HELD = 0.8;
/** A short list holds every credential; a long one nearly all. */
const LONG = 12;
const HELD_IN_LONG = 0.95;

export const payOf = (result: SearchResult): PayFacts | null => (result.kind === 'credential' ? result.row.pay : result.kind === 'occupation' ? result.occupation.pay : null);

/**
 * One scale for all rows. It holds the pay of every credential of a short list; a job of surgeons
 * among them must not press all others into a corner, so of jobs, and of a long list, it holds most
 * and the rest goes on.
 */
export function listScale(results: readonly SearchResult[], floor: number | null): { readonly scale: PayScale; readonly hasPay: boolean } {
  const amounts = (kind: SearchResult['kind']): number[] => results.flatMap((result) => { const pay = payOf(result); return result.kind === kind && hasMedian(pay) ? amountsOf(pay) : []; });
  const [credentials, jobs] = [amounts('credential'), amounts('occupation')];
  const hasPay = credentials.length + jobs.length > 0;
  const isLong = results.filter((each) => each.kind === 'credential').length > LONG;
  const top = isLong ? (quantile(credentials, HELD_IN_LONG) ?? 0) : Math.max(0, ...credentials);
  const limit = Math.max(top, quantile(jobs, HELD) ?? 0);
  const held = [...credentials, ...jobs].filter((amount) => amount <= limit);
  return { scale: payScale([...held, ...(hasPay && floor !== null ? [floor] : [])]), hasPay };
}
