/** What a collection of a state's training programs says of itself: how many there are, and how many report what. */
import { headObjects, objectsOf, type JsonObject } from '../json-values.ts';
import type { SourceKind } from '../source-kind.ts';

export interface Coverage {
  readonly snapshot: string;
  /** Programs that the counts are of: of a part of the list, or of all of it. */
  readonly programs: number;
  readonly of: 'part' | 'list';
  /** Counts by their names, "programs_with_cost" or "outcomes.completion_rate". */
  readonly counts: Readonly<Record<string, number>>;
}

/** The whole numbers of a document by their path; shares and averages are no counts. */
function countsOf(value: JsonObject, path = ''): readonly (readonly [string, number])[] {
  return Object.entries(value).flatMap(([name, each]) => {
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof each === 'number') return Number.isInteger(each) ? [[at, each] as const] : [];
    return typeof each === 'object' && each !== null && !Array.isArray(each) ? countsOf(each as JsonObject, at) : [];
  });
}

function coverageOf(value: JsonObject): Coverage | null {
  const { snapshot_date: snapshot, total_programs: part, source_programs: all } = value;
  if (typeof snapshot !== 'string') return null;
  if (typeof part === 'number' && 'programs_with_cost' in value) return { snapshot, programs: part, of: 'part', counts: Object.fromEntries(countsOf(value)) };
  return typeof all === 'number' && 'observation_measures' in value ? { snapshot, programs: all, of: 'list', counts: Object.fromEntries(countsOf(value)) } : null;
}

export const etplCoverage: SourceKind<Coverage> = {
  kind: 'etpl-coverage',
  title: 'How many training programs of a state report what',
  problems: { 'not-an-object': 'A coverage file is one document.' },
  recognise(input) {
    const [document] = headObjects(input);
    const coverage = document ? coverageOf(document) : null;
    return coverage && { vintage: coverage.snapshot };
  },
  async* read(input, tally) {
    if (input.form !== 'json') return;
    for await (const { row, value } of objectsOf(input, tally)) {
      const coverage = coverageOf(value);
      if (coverage) yield coverage;
      else tally.refuse('not-an-object', { row });
    }
  },
};
