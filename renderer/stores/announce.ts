/** What is said once to those who do not see it happen: the app's one live region reads it out. */
import { create } from 'zustand';

interface Announcement {
  readonly text: string;
  /** Grows with each, so that the same words are said again. */
  readonly at: number;
}
export const useAnnouncement = create<Announcement>(() => ({ text: '', at: 0 }));
export const announce = (text: string): void => useAnnouncement.setState(({ at }) => ({ text, at: at + 1 }));
