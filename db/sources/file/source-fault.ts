/** A file that cannot be read as what it seems to be. Its code has a sentence in check/problems.ts. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
  readonly code: string;
  readonly row: number;
  readonly near: string;
  constructor(code: string, at: { readonly row?: number; readonly near?: string } = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
    this.row = at.row ?? 0;
    this.near = at.near ?? '';
  }
}
