import { createContext, useContext } from 'react';
import type { Provenance } from '../../shared/domain/facts.ts';
import type { Reason } from '../../shared/domain/reason.ts';

/** Whose word a figure is that the school wrote itself. */
export interface OwnSaid {
  readonly school: string;
  readonly checkedOn: string;
  readonly checkedBy: string;
}

/** A figure whose origin somebody wants to see. */
export interface Explained {
  /** What the figure is, as "Middle pay, practical nurse". */
  readonly what: string;
  /** The figure as it is shown. */
  readonly value: string;
  readonly from: Provenance;
  /** What else was counted on, in sentences; for our own estimates. */
  readonly reasons?: readonly Reason[];
  /** The school's own: no publication stands behind it. */
  readonly own?: OwnSaid;
}

const Context = createContext<(figure: Explained) => void>(() => undefined);
/** Says what happens when a figure is pressed; the app opens the evidence panel. */
export const ExplainProvider = Context.Provider;
export const useExplain = (): ((figure: Explained) => void) => useContext(Context);
