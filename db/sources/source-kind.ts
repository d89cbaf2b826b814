/** What an importer is: it tells its kind of file by the content and reads it record by record. */
import type { SourceInput } from './file/source-input.ts';
import type { Tally } from './check/tally.ts';
import type { StageContext, Staged } from './staged.ts';

/** What a file was recognised as. */
export interface Recognised {
  /** The edition as the file itself says it ("2025-05", "2024-34"); null when it does not say. */
  readonly vintage: string | null;
}

export interface SourceKind<R = unknown> {
  /** The word for it on the command line: "oews-national". */
  readonly kind: string;
  /** What it is, for people: "OEWS national wages and employment". */
  readonly title: string;
  /** A sentence for each code with which this kind skips, refuses or flags; common ones are in check/problems.ts. */
  readonly problems: Readonly<Record<string, string>>;
  /** Null when the content is not of this kind. Two kinds never claim one file: a test holds it over every file on hand. */
  readonly recognise: (input: SourceInput) => Recognised | null;
  /**
   * Gives each record that is kept. Of the others it tells `tally` why each was skipped (right, but not for this purpose)
   * or refused (wrong); what is doubtful in a kept record is flagged. Every record is one of the three.
   */
  readonly read: (input: SourceInput, tally: Tally) => AsyncIterable<R>;
  /** What a kept record brings to a pack; absent where a kind serves only to check or to join. */
  stage?(record: R, context: StageContext): Iterable<Staged>;
}
