/** Methods of rules: earnings-premium, debt-to-earnings, workforce-pell, pell-proration, ohio-seal. */
import type { EvaluateMethod } from './evaluate-method.ts';

export const RULE_METHODS: Readonly<Record<string, EvaluateMethod>> = {};
