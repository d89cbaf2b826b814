/**
 * Turns a published decimal into an integer of a smaller unit, exactly.
 *
 * Workbooks store 309.4 as `309.39999999999998`; the shortest decimal of the same double is the
 * figure that was published, so it is scaled as text and no rounding takes place.
 *
 * @param value the cell as read: decimal text or a number.
 * @param places how many decimal places the smaller unit adds (2 for dollars to cents, 3 for thousands to persons).
 * @throws when the value is no number or has more decimals than `places`: then the source is not what we think it is.
 * @example scaled('309.39999999999998', 3) // 309400
 */
export function scaled(value: string | number, places: number): number {
  const text = typeof value === 'number' ? String(value) : String(Number(value));
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null || String(value).trim() === '') throw new Error(`not a plain decimal: "${value}"`);
  const fraction = match[3] ?? '';
  if (fraction.length > places) throw new Error(`"${value}" has more than ${places} decimals`);
  const digits = Number((match[2] ?? '') + fraction.padEnd(places, '0'));
  if (!Number.isSafeInteger(digits)) throw new Error(`"${value}" is too large`);
  return match[1] === '-' && digits !== 0 ? -digits : digits;
}
