/** A rubric is data: thresholds with a name, an edition and a source. Rates are in tenths of a percent. */
export interface Rubric {
  readonly id: string;
  readonly edition: string;
  readonly goodJobFloor: string;
  /** A deciding figure within this distance of a line is a close call. */
  readonly closeCallPermille: number;
  /** Median pay of modest value, relative to jobs open without training. */
  readonly modestPermilleOfBaseline: number;
  readonly openings: { readonly changeBelowPermille: number; readonly employmentUnder: number };
  /** Above this share of self-employed workers the survey's pay is only partly known. */
  readonly selfEmployedPartlyAbovePermille: number;
}
