/** What is in a file and what would become of it, without importing it. */
import { openSource } from '../file/open-source.ts';
import { SourceFault } from '../file/source-fault.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { Recognised, SourceKind } from '../source-kind.ts';
import { SOURCE_KINDS } from './kinds.ts';
import { wordingFor } from './problems.ts';
import { Tally, type Problem } from './tally.ts';

/** Counts of one file: `read` is the sum of the other three. */
export interface SourceReport {
  readonly file: string;
  /** Null when it is no kind that is known. */
  readonly kind: string | null;
  readonly vintage: string | null;
  readonly read: number;
  readonly kept: number;
  readonly skipped: number;
  readonly refused: number;
  readonly problems: readonly Problem[];
}

/** The kind of an open file by its content, or of the name given; null when none claims it. */
export function kindOf(input: SourceInput, named: SourceKind | null): { readonly kind: SourceKind; readonly recognised: Recognised } | null {
  for (const kind of named === null ? SOURCE_KINDS : [named]) {
    const recognised = kind.recognise(input);
    if (recognised !== null) return { kind, recognised };
  }
  return null;
}

/** True when nothing of a file can be used: it was not recognised, broke off, or every record was refused. */
export const refusedWhole = (report: SourceReport): boolean =>
  report.kind === null || report.problems.some(({ code }) => code === 'broke-off') || (report.kept + report.skipped === 0 && report.refused > 0);

/**
 * Reads a whole file and reports on it; `take` gets each record that is kept. Never throws for what a file holds.
 */
export async function checkSource(path: string, named: SourceKind | null = null, take: (record: unknown, kind: SourceKind) => void = () => undefined): Promise<SourceReport> {
  const tally = new Tally();
  const empty = { file: path, kind: null, vintage: null, read: 0, kept: 0, skipped: 0, refused: 0 };
  let input: SourceInput;
  try {
    input = await openSource(path);
  } catch (error) {
    return { ...empty, problems: faultOf(tally, error) };
  }
  const found = kindOf(input, named);
  if (found === null) {
    if (!(await countBroken(input, tally))) tally.flag(named === null ? 'not-recognised' : 'not-this-kind', { row: 0 });
    return { ...empty, read: tally.refused, refused: tally.refused, problems: tally.problems(wordingFor({})) };
  }
  const { kind, recognised } = found;
  let kept = 0;
  try {
    for await (const record of kind.read(input, tally)) {
      kept += 1;
      take(record, kind);
    }
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    tally.flag(error.code, { row: error.row, value: error.near });
    tally.flag('broke-off', { row: error.row });
  }
  return {
    file: path, kind: kind.kind, vintage: recognised.vintage,
    read: kept + tally.skipped + tally.refused, kept, skipped: tally.skipped, refused: tally.refused, problems: tally.problems(wordingFor(kind.problems)),
  };
}

/** Of JSON in which no document can be read, what is wrong with each: that says more than that it is no known kind. */
async function countBroken(input: SourceInput, tally: Tally): Promise<boolean> {
  if (input.form !== 'json' || input.head.length === 0 || input.head.some((document) => 'value' in document)) return false;
  for await (const document of input.documents()) {
    if ('fault' in document) tally.refuse(document.fault, { row: document.row, column: `line ${document.line}`, value: document.near });
    else tally.refuse('not-recognised', { row: document.row });
  }
  return true;
}

function faultOf(tally: Tally, error: unknown): readonly Problem[] {
  if (!(error instanceof SourceFault)) throw error;
  tally.flag(error.code, { row: error.row, value: error.near });
  return tally.problems(wordingFor({}));
}
