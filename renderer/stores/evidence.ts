/** Which figure is being explained, and what its source says. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { Explained } from '../components/explain.tsx';
import { onVaultLocked } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Request } from './request.ts';

interface EvidenceState {
  readonly figure: Explained | null;
  readonly found: Request<OutputOf<'reference.explainFigure'>>;
}

export const useEvidence = create<EvidenceState>(() => ({ figure: null, found: IDLE }));
const { getState: get, setState: set } = useEvidence;

const asker = createAsker('reference.explainFigure', () => get().found, (found) => set({ found }));

/** Opens the panel for a figure; another one takes its place. */
export function explainFigure(figure: Explained): void {
  asker.forget();
  set({ figure });
  if (!figure.own) void asker.ask({ source: figure.from.source, evidence: figure.from.evidence });
}
export function retryEvidence(): void {
  const { figure } = get();
  if (figure) explainFigure(figure);
}
export function closeEvidence(): void {
  asker.forget();
  set({ figure: null });
}
// A figure of a plan may name a student's goal.
onVaultLocked(closeEvidence);
