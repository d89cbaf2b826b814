/** What making paper needs, and what it is asked for. */
import type { Settings } from '../../shared/contract/app.ts';
import type { PrintRequest } from '../../shared/contract/print.ts';
import type { OverlayEntry } from '../../shared/domain/overlay/entry.ts';
import type { TouchedContext } from './touched-plans.ts';

export interface PrintContext extends Omit<TouchedContext, 'openBefore'> {
  readonly settings: () => Settings;
  readonly today: () => string;
  /** What the school knows itself. */
  readonly own: () => readonly OverlayEntry[];
}

/** The request of one kind of paper. */
export type Asked<K extends PrintRequest['kind']> = Extract<PrintRequest, { kind: K }>;
