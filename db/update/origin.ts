/** Where a repository is read from: over HTTPS, from a folder or from a stick. What comes is trusted by its signatures only, never by where it came from. */
export interface OpenedFile {
  /** First byte that {@link chunks} gives: the one asked for, or 0 when the origin cannot start in the middle. */
  readonly from: number;
  /** Bytes of the whole file, where the origin says so. */
  readonly total: number | null;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** To be called at the end, whatever the end was. */
  close(): Promise<void>;
}

export interface Origin {
  readonly way: 'https' | 'folder';
  /**
   * Opens a file by its path from the base, written as in an address (`names.ts`).
   * Errors: update-missing when there is none, and all of getting there.
   */
  open(path: string, ask: { readonly from: number; readonly signal: AbortSignal }): Promise<OpenedFile>;
}
