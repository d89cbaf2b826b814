/**
 * Money with the year of its dollars in the type: a sum of 2015 dollars and 2025 dollars does not
 * compile. Whole cents; nothing here has a fraction of a cent.
 */
export interface Money<Y extends number = number> {
  readonly cents: number;
  /** The year whose dollars these are. */
  readonly year: Y;
}

/** `amount` dollars of a year, to the nearest cent. Example: dollarsOf(2025, 12.5) gives { cents: 1250, year: 2025 }. */
export function dollarsOf<Y extends number>(year: Y, amount: number): Money<Y> {
  return { cents: Math.round(amount * 100), year };
}

/** Years known only at run time may still differ: that is a mistake of the caller, never a figure. */
function sameYear(a: Money, b: Money): void {
  if (a.year !== b.year) throw new RangeError(`dollars of ${a.year} and of ${b.year}: convert one first`);
}

/**
 * Sum of two amounts of the same year's dollars. Throws RangeError when the years differ at run time.
 *
 * Example: plus(dollarsOf(2025, 1), dollarsOf(2025, 2)).cents gives 300.
 */
export function plus<Y extends number>(a: Money<Y>, b: Money<NoInfer<Y>>): Money<Y> {
  sameYear(a, b);
  return { cents: a.cents + b.cents, year: a.year };
}

/**
 * Difference of two amounts of the same year's dollars. Throws RangeError when the years differ at run time.
 *
 * Example: minus(dollarsOf(2025, 1), dollarsOf(2025, 2)).cents gives -100.
 */
export function minus<Y extends number>(a: Money<Y>, b: Money<NoInfer<Y>>): Money<Y> {
  sameYear(a, b);
  return { cents: a.cents - b.cents, year: a.year };
}

/** An amount times a number, to the nearest cent. Example: times(dollarsOf(2025, 10), 1 / 3).cents gives 333. */
export function times<Y extends number>(a: Money<Y>, factor: number): Money<Y> {
  return { cents: Math.round(a.cents * factor), year: a.year };
}
