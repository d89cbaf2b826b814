/** What a handout is about: kept while one looks at the paper and comes back; in memory only. */
import { create } from 'zustand';
import type { Field } from '../../shared/domain/facts.ts';

interface Handouts {
  readonly credentialIds: readonly string[];
  readonly field: Field | null;
}
export const useHandouts = create<Handouts>(() => ({ credentialIds: [], field: null }));
export const chooseForHandout = (credentialIds: readonly string[]): void => useHandouts.setState({ credentialIds });
export const chooseFieldForHandout = (field: Field): void => useHandouts.setState({ field });
