import type { ReactNode } from 'react';
import type { CurvePoint } from '../../shared/domain/results.ts';

/** One way of the cumulative picture. */
export interface CurveLine {
  readonly key: string;
  readonly name: string;
  /** Which of the four lines it is: color and dash follow the place in the comparison. */
  readonly line: 1 | 2 | 3 | 4;
  readonly points: readonly CurvePoint[];
  readonly breakEvenMonth: number | null;
  readonly aheadCents: number;
  /** An amount of money ahead by a month, as a figure that opens how it was made. */
  readonly say: (cents: number, months: number) => ReactNode;
}
