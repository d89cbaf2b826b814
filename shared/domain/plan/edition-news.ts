/** What a newer edition says that is no difference of one credential's own facts: new ones, lists of states, and pay in the same dollars. */
import type { Localized } from '../facts.ts';
import { convertDollars } from '../money/prices.ts';
import type { PriceDate, PricePoint } from '../money/prices.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';

/** A credential that the edition before did not have, or no longer gave. */
export const newcomer = (wasThere: boolean): Reason => (wasThere ? reason('change.again') : reason('change.new'));

/** How a state's list names a credential now, against before. */
export function listingChange(wasOn: boolean, isOn: boolean, list: Localized): Reason {
  if (!wasOn) return reason('change.listed', { list });
  return isOn ? reason('change.listing', { list }) : reason('change.unlisted', { list });
}

export interface RealMove {
  readonly reason: Reason;
  /** Share of the older pay, hundredths, signed. */
  readonly percent: number;
}

/**
 * How pay moved once prices are taken out: the older median in the dollars of the newer one (CPI-U), and the difference in whole
 * hundredths of it. Null where that is less than one, or where the index does not know a date.
 *
 * Example: 50,000 of 2022 and 60,000 of May 2025 are a real rise of 9 in 100 where prices rose by a tenth.
 */
export function realMove(
  from: { readonly dollars: number; readonly date: PriceDate }, to: { readonly dollars: number; readonly date: PriceDate }, prices: readonly PricePoint[],
): RealMove | null {
  const same = from.date.year === to.date.year && from.date.month === to.date.month;
  const was = same ? from.dollars : convertDollars(from.dollars, prices, from.date, to.date);
  const before = typeof was === 'number' ? was : was.ok ? was.value : 0;
  if (before <= 0) return null;
  const percent = Math.round(((to.dollars - before) * 100) / before);
  if (percent === 0) return null;
  const month = `${to.date.year}-${String(to.date.month).padStart(2, '0')}`;
  return { percent, reason: reason('change.pay-real', { move: percent > 0 ? 'rose' : 'fell', percent: Math.abs(percent), from: before, to: to.dollars, month }) };
}
