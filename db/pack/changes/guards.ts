/** What about a new edition a person is asked about first. */
import type { ChangeWarning, MovedMedian, TableTally, Told, VerdictTally } from './report.ts';

/** More than one row of so many is gone, or one verdict of so many is another. */
const ONE_OF = 10;

export interface Guarded {
  readonly tables: readonly TableTally[];
  /** Rows of the older edition by table. */
  readonly before: ReadonlyMap<string, number>;
  /** Null where they could not be judged. */
  readonly verdicts: Pick<VerdictTally, 'of' | 'changed' | 'gone'> | null;
  /** Names of some rows of a table that are gone. */
  readonly gone: (table: string) => readonly string[];
  readonly moved: Told<MovedMedian>;
}

/** Rows count as gone by their key, even where others came: what refers to them from a plan finds them no more. */
export function warningsOf({ tables, before, verdicts, gone, moved }: Guarded): readonly ChangeWarning[] {
  const warnings: ChangeWarning[] = tables.flatMap(({ table, removed, added }): readonly ChangeWarning[] => {
    const of = before.get(table) ?? 0;
    return removed * ONE_OF > of ? [{ code: 'rows-removed', table, removed, added, of, examples: gone(table) }] : [];
  });
  // Credentials that are gone have no verdict to be another: their table speaks for them.
  const [changed, of] = [verdicts?.changed ?? 0, (verdicts?.of ?? 0) - (verdicts?.gone ?? 0)];
  if (changed > 0 && changed * ONE_OF >= of) warnings.push({ code: 'verdicts-changed', changed, of });
  if (moved.count > 0) warnings.push({ code: 'national-median-moved', ...moved });
  return warnings;
}
