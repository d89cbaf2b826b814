/** Rubrics for tests, read as the service reads them. */
import { readRubric } from './rubric.ts';
import type { Rubric } from './rubric.ts';

export function rubricOf(body: unknown): Rubric {
  const read = readRubric(body);
  if (!read.ok) throw new Error(`rubric refused: ${read.error.field} ${read.error.fault}`);
  return read.value;
}
