/** Methods of value: good-job, verdict. */
import type { EvaluateMethod } from './evaluate-method.ts';

export const VALUE_METHODS: Readonly<Record<string, EvaluateMethod>> = {};
