import type { Subject } from './subject.ts';

/** One failure condition of the Matterhorn Protocol 1.1, or of ISO 14289-1 where it has none. */
export interface Rule {
  /** Its number there, as 13-004. */
  readonly id: string;
  /** What is wrong, in our words. */
  readonly fault: string;
  /** Where it is wrong; nothing when all is well. */
  find(subject: Subject): readonly string[];
}

export const when = (wrong: boolean, where = 'the file'): readonly string[] => (wrong ? [where] : []);
