/** What a method of `waymark evaluate` is, and how its input is refused. */
import { z } from 'zod';

/** What a method may need beside its input. */
export interface EvaluateWorld {
  /** Folder with the starter's tables and rubrics: rules and rubrics are data there. */
  readonly resourcesDir: string;
}

export interface EvaluateMethod {
  /** One line for the list of methods. */
  readonly summary: string;
  /** The input: strict objects, so that an unknown field is refused by name. */
  readonly schema: z.ZodType;
  /** Takes what the schema gave; throws {@link RefusedInput} for what only computing can find. */
  readonly run: (input: unknown, world: EvaluateWorld) => object | Promise<object>;
}

/** A value that the schema lets through and the method cannot take; refused with the field's name, exit 1. */
export class RefusedInput extends Error {
  override readonly name = 'RefusedInput';
  readonly field: string;
  constructor(field: string, why: string) {
    super(`${field}: ${why}.`);
    this.field = field;
  }
}

/** A method whose `run` has the type of what its schema gives. */
export function evaluateMethod<S extends z.ZodType>(
  summary: string, schema: S, run: (input: z.output<S>, world: EvaluateWorld) => object | Promise<object>,
): EvaluateMethod {
  // The command parses with this very schema before it calls `run`.
  return { summary, schema, run: (input, world) => run(input as z.output<S>, world) };
}

/** The value, or a refusal of the field that makes it larger than a number can be: JSON would print it as null. */
export function finite(value: number, field: string): number {
  if (!Number.isFinite(value)) throw new RefusedInput(field, 'gives a value too large to tell');
  return value;
}

/** A finite number of dollars, any sign. */
export const dollars = z.number().min(-1e12, 'must be at least -1e12').max(1e12, 'must be at most 1e12');
/** Pay or a price: not negative. */
export const amount = z.number().min(0, 'must not be negative').max(1e12, 'must be at most 1e12');
/** A rate as a fraction: 0.03 is 3 percent. At -1 or below nothing is left to discount. */
export const rate = z.number().gt(-1, 'must be greater than -1').max(10, 'must be a fraction of at most 10 (0.03 is 3 percent)');

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('');

type Issue = z.core.$ZodIssue;

/** Of a value that may have several shapes: the complaint of the shape that it came nearest to, where it got past the type. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const near = issue.errors.map((branch) => branch[0]).find((first) => first !== undefined && (first.path.length > 0 || first.code !== 'invalid_type'));
  return near ? innermost({ ...near, path: [...issue.path, ...near.path] }) : issue;
}

/** The first thing wrong with an input, as one sentence that starts with the field's name. */
export function sentenceOfIssue(error: z.ZodError): string {
  const [first] = error.issues;
  if (!first) return 'The input is refused.';
  const issue = innermost(first);
  const field = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return `${field === '' ? key : `${field}.${key}`}: there is no such field.`;
  }
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  const plain = issue.message.replace(/\.$/, '').replace(/^Invalid input: expected/, 'must be').replace(/^Invalid input$/, 'is not of a kind that is taken here');
  const why = missing ? 'is missing' : plain;
  return field === '' ? `The input is refused: ${why}.` : `${field}: ${why}.`;
}
