/** The field of the product that a program belongs to, by the two digits of its CIP family (CIP 2020). */
import type { Rows } from '../pack/tables.ts';

type Field = Rows['credential']['field'];

const FAMILIES: readonly (readonly [Field, readonly string[]])[] = [
  ['agriculture', ['01', '03']],
  ['information-technology', ['11']],
  ['personal-services', ['12', '36']],
  ['education-care', ['13', '19', '44']],
  ['manufacturing', ['14', '15', '48', '41']],
  ['building-trades', ['46', '04']],
  ['transport', ['49', '47']],
  ['law-public-safety', ['22', '28', '29', '43']],
  ['health', ['51', '60', '61', '26', '34']],
  ['business', ['52', '09']],
  ['arts', ['10', '50', '23', '16']],
];
/** Programs whose family would put them elsewhere: cooking and hotels are in the families of services and business. */
const EXCEPTIONS: readonly (readonly [Field, RegExp])[] = [
  ['hospitality', /^12\.05|^52\.09|^01\.10/],
  // Alternative energy technology, power lines and plants; heating and cooling is a building trade.
  ['energy', /^15\.17|^46\.0303|^41\.02/],
  ['building-trades', /^47\.02/],
];

/** Example: `fieldOfCip('51.3901')` is `'health'`; `'general'` where nothing more is known. */
export function fieldOfCip(cip: string | undefined): Field {
  if (cip === undefined) return 'general';
  return EXCEPTIONS.find(([, pattern]) => pattern.test(cip))?.[0] ?? FAMILIES.find(([, families]) => families.includes(cip.slice(0, 2)))?.[0] ?? 'general';
}
