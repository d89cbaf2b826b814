/**
 * What a printed document says, before it has a look. Every text in it is final: translated,
 * formatted and free of anything that may not leave the vault. The print page only lays it out.
 */

/** One pay strip; whole dollars a year. `hollow` marks what the others are compared with. */
export interface PrintStrip {
  readonly label: string;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly medianLabel: string;
  readonly hollow: boolean;
}

/** A column; the first names the row. A column of strips has one scale for all rows, one of lists is wide. */
export interface PrintColumn {
  readonly label: string;
  readonly kind: 'text' | 'list' | 'number' | 'strip';
}

/** One row of a table: `cells` has a text for each column after the first; that of a strip is the amount at its end. */
export interface PrintRow {
  readonly mark: string | null;
  readonly head: string;
  /** Code typed into the search, or an empty text. */
  readonly code: string;
  /** Said under the name in a lighter voice. */
  readonly sub: string;
  readonly cells: readonly string[];
  readonly strip: PrintStrip | null;
  /** The sentence for those who do not see the strip, or an empty text. */
  readonly alt: string;
}

export type PrintBlock =
  | { readonly type: 'goal'; readonly text: string }
  | {
      readonly type: 'next-three'; readonly title: string;
      /** `blanks` are labels each followed by a line to write on. */
      readonly items: readonly { readonly title: string; readonly who: string; readonly due: string; readonly blanks: readonly string[] }[];
    }
  | {
      readonly type: 'steps'; readonly title: string;
      readonly items: readonly { readonly title: string; readonly aside: string; readonly detail: string; readonly filled: boolean }[];
      /** A full page may leave out the details of all steps but the filled ones. */
      readonly mayBeBrief?: boolean;
    }
  | {
      readonly type: 'lines'; readonly title: string;
      /** `blanks` are labels each followed by a line to write on; `aside` is said below in a lighter voice; a row without a label spans the table. */
      readonly rows: readonly { readonly label: string; readonly text: string; readonly strong: string; readonly blanks: readonly string[]; readonly aside: string }[];
      /** As in `checks`, for the last rows; none where all rows have to stay. */
      readonly more?: readonly string[];
    }
  | {
      readonly type: 'pay'; readonly title: string; readonly paragraphs: readonly string[]; readonly strips: readonly PrintStrip[];
      /** The sentence for those who do not see the strips. */
      readonly alt: string; readonly floor: { readonly value: number; readonly label: string } | null;
    }
  | {
      readonly type: 'checks'; readonly title: string; readonly items: readonly { readonly text: string; readonly done: boolean }[];
      /** What is said of questions that are not here when so many of the last ones are left out too; a page that is full may leave out as many as it has sentences for. */
      readonly more: readonly string[];
    }
  | {
      readonly type: 'table'; readonly title: string; readonly mark: string | null; readonly columns: readonly PrintColumn[]; readonly rows: readonly PrintRow[];
      /** Said under the table, as that more is on the screen, or an empty text. */
      readonly more: string;
      readonly floor: { readonly value: number; readonly label: string } | null;
    }
  | { readonly type: 'text'; readonly title: string; readonly paragraphs: readonly string[] }
  | { readonly type: 'verdict'; readonly verdict: string; readonly word: string; readonly lines: readonly { readonly label: string; readonly text: string }[] }
  | { readonly type: 'signatures'; readonly note: string; readonly lines: readonly string[] }
  | { readonly type: 'code'; readonly label: string; readonly groups: readonly string[]; readonly note: string }
  | {
      /** One student in a list for staff: a box to tick for each thing to do, and room for notes. */
      readonly type: 'touched'; readonly name: string; readonly sub: string; readonly columns: { readonly what: string; readonly todo: string }; readonly notes: string;
      readonly plans: readonly { readonly goal: string; readonly from: string; readonly more: string; readonly rows: readonly { readonly what: string; readonly todo: string }[] }[];
    }
  | { readonly type: 'sources'; readonly text: string };

export interface PrintDocument {
  readonly kind: 'family-plan' | 'walk-in-plan' | 'credential-sheet' | 'comparison-sheet' | 'field-sheet' | 'jobs-sheet' | 'recovery-sheet' | 'touched-list';
  readonly lang: 'en' | 'es';
  readonly paper: 'letter' | 'a4';
  readonly large: boolean;
  /** Title of the PDF; holds no student's name. */
  readonly title: string;
  /** Said under the heading, as "Draft translation", or null. */
  readonly notice: string | null;
  readonly heading: string;
  /** Label of a blank line where a name is written by hand, or null. */
  readonly blankName: string | null;
  readonly under: readonly string[];
  readonly right: readonly string[];
  /** Runs of `main` and `side` sections flow through two columns; `full` spans them. Order is reading order. */
  readonly sections: readonly { readonly column: 'full' | 'main' | 'side'; readonly block: PrintBlock }[];
  /** Words of the running foot before the page number, and the pattern with {page} and {pages}. */
  readonly foot: string;
  readonly pageOf: string;
}
