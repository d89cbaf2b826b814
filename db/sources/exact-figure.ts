/** Figures as publishers write them, as whole numbers of a smaller unit, never rounded. */
import { scaled } from './starter/decimal.ts';

const PLAIN = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** A plain decimal, as text; thousands may be grouped and a dollar sign may stand before it, as when a workbook was saved as CSV. Null when it is none. */
function plainOf(text: string): string | null {
  const bare = text.replace(/^\$\s*/, '');
  if (PLAIN.test(bare)) return bare;
  return GROUPED.test(bare) ? bare.replaceAll(',', '') : null;
}

/**
 * A figure in units `places` decimals smaller, exactly; null when it is no figure or has more decimals than that.
 *
 * @example unitsOf('309.39999999999998', 3) // 309400
 */
export function unitsOf(text: string, places: number): number | null {
  const plain = plainOf(text);
  if (plain === null) return null;
  try {
    return scaled(plain, places);
  } catch {
    // More decimals than the unit has, or beyond the safe integers: not the figure that is expected here.
    return null;
  }
}

/** A figure with as many decimals as it has; null when it is none. */
export function decimalOf(text: string): number | null {
  const plain = plainOf(text);
  return plain === null ? null : Number(plain);
}
