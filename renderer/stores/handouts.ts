/** What a handout is about: kept while one looks at the paper and comes back; in memory only. */
import { create } from 'zustand';

interface Handouts {
  readonly credentialIds: readonly string[];
}
export const useHandouts = create<Handouts>(() => ({ credentialIds: [] }));
export const chooseForHandout = (credentialIds: readonly string[]): void => useHandouts.setState({ credentialIds });
