/** Credentials that somebody chose for a plan, on the way to where a student is chosen. */
import { create } from 'zustand';
import { selectAreaId, useApp } from './app.ts';
import { go } from './navigation.ts';

interface PlanDraft {
  /** Empty when no plan is being started. */
  readonly credentialIds: readonly string[];
  readonly areaId: string;
}

export const usePlanDraft = create<PlanDraft>(() => ({ credentialIds: [], areaId: 'us' }));

/** Goes to the students, where the plan is put with one of them. */
export function startPlan(credentialIds: readonly string[]): void {
  usePlanDraft.setState({ credentialIds: [...credentialIds], areaId: selectAreaId(useApp.getState()) });
  go({ page: 'students' });
}

/** After the plan is made, or when nobody wants it any more. */
export const clearPlanDraft = (): void => usePlanDraft.setState({ credentialIds: [] });
