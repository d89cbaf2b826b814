import type { Result } from '../../kernel/result.ts';
import { STACKING_KINDS } from '../facts.ts';
import { CRITERIA, CRITERION_STATES, VERDICTS } from '../results.ts';
import { shapedBool, shapedInt, shapedList, shapedMaybe, shapedObject, shapedText, shapedWord } from '../shape.ts';
import type { JsonSchema, ShapeFault, ShapedValue } from '../shape.ts';

/**
 * A rubric is data: criteria with thresholds, and a ladder from criteria to a verdict, with a name,
 * an edition and a source. A publisher adds one by writing a file; no code knows its id. Rates are
 * in tenths of a percent.
 */

const permille = shapedInt({ min: 0, max: 10_000 });

/** A line of pay: a multiple of the good-job floor or of the pay of jobs open without training. */
const line = shapedObject({ of: shapedWord(['good-job-floor', 'no-training'] as const), permille });

const criteria = shapedObject({}, {
  /** `met` at or above its line; below it, `partly` at or above the second line when there is one. */
  pay: shapedObject({ met: line, partly: shapedMaybe(line), selfEmployedPartlyAbovePermille: permille }),
  openings: shapedObject({ changeBelowPermille: shapedInt({ min: -1000, max: 1000 }), employmentUnder: shapedInt({ min: 0, max: 10_000_000 }) }),
  /** Whether a `preferred` link with a dated count of job ads is judged like a direct one. */
  'law-or-employers': shapedObject({ countedDemand: shapedBool }),
  /** Null is not asked; 0 asks only that a figure is published. */
  'program-results': shapedObject({ completionPermille: shapedMaybe(permille), placementPermille: shapedMaybe(permille), earningsPublished: shapedBool }),
  assessed: shapedObject({}), competencies: shapedObject({}), employers: shapedObject({}), portable: shapedObject({}), stackable: shapedObject({}),
});

/** `career`: met unless the credential is an add-on or general readiness. `stepping`: met when it counts toward one that is high. */
export const GATES = ['career', 'stepping'] as const;
const condition = shapedObject({ criterion: shapedWord([...CRITERIA, ...GATES] as const), is: shapedList(shapedWord(CRITERION_STATES), 1) });
const rung = shapedObject({ verdict: shapedWord(VERDICTS) }, { all: shapedList(condition, 1), any: shapedList(condition, 1) });
const words = shapedObject({ en: shapedText(80), es: shapedText(80) });

const rubric = shapedObject(
  {
    id: shapedText(40), edition: shapedText(20), name: shapedText(120), source: shapedText(80), goodJobFloor: shapedText(80),
    /** A verdict that a move this small of a figure would flip is a close call. */
    closeCallPermille: shapedInt({ min: 0, max: 500 }),
    criteria,
    /** Kinds of edges that make a stepping stone. */
    stepping: shapedObject({ kinds: shapedList(shapedWord(STACKING_KINDS)) }),
    /** Tried from the top; the first rung whose conditions hold gives the verdict. */
    ladder: shapedList(rung, 1),
  },
  {
    /** The floor of a place is the nation's at the place's prices; left out, the nation's everywhere. */
    floorAtAreaPrices: shapedBool,
    labels: shapedObject({}, { high: words, stepping: words, modest: words, limited: words, unknown: words }),
  },
);

export type Rubric = ShapedValue<typeof rubric>;
export type PayLine = ShapedValue<typeof line>;
export type Condition = ShapedValue<typeof condition>;
export type Rung = ShapedValue<typeof rung>;

/** What authors of rubrics check their files against. */
export const RUBRIC_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Waymark rubric', ...rubric.schema,
};

/** A rubric from data; the fault names the field, as "ladder.1.all.0.criterion". A condition on a criterion the rubric does not have is refused. */
export function readRubric(body: unknown): Result<Rubric, ShapeFault> {
  const read = rubric.read(body);
  if (!read.ok) return read;
  const known = new Set<string>([...Object.keys(read.value.criteria), ...GATES]);
  for (const [step, { all = [], any = [] }] of read.value.ladder.entries()) {
    for (const [kind, list] of [['all', all], ['any', any]] as const) {
      const index = list.findIndex((each) => !known.has(each.criterion));
      if (index >= 0) return { ok: false, error: { field: `ladder.${step}.${kind}.${index}.criterion`, fault: 'not-a-word' } };
    }
    if (all.length === 0 && any.length === 0) return { ok: false, error: { field: `ladder.${step}`, fault: 'empty' } };
  }
  return read;
}
