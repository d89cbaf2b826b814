/** What happened, for tests and for the self-test to ask about. */
export interface ShellRecord {
  /** Requests that nothing answered or refused: in Electron they would have gone to the network. */
  readonly escaped: string[];
  readonly violations: { readonly page: string; readonly directive: string; readonly blocked: string }[];
  /** What `net.fetch` was asked for, with the names of its headers. */
  readonly fetched: { readonly address: string; readonly headers: readonly string[] }[];
  readonly openedLinks: string[];
  readonly errorBoxes: { readonly title: string; readonly content: string }[];
  readonly printed: { readonly title: string; readonly options: unknown }[];
  readonly closedPopups: string[];
  /** Answers that a test has laid ready; a dialog without one throws. */
  readonly saveAnswers: (string | null)[];
  readonly openAnswers: (string | null)[];
  readonly printAnswers: { readonly success: boolean; readonly reason: string }[];
}
export const record: ShellRecord = { escaped: [], violations: [], fetched: [], openedLinks: [], errorBoxes: [], printed: [], closedPopups: [], saveAnswers: [], openAnswers: [], printAnswers: [] };
