/** Every method of `waymark evaluate`, by name; each group adds its own file. */
import type { EvaluateMethod } from './evaluate-method.ts';
import { MONEY_METHODS } from './evaluate-money.ts';
import { PAY_METHODS } from './evaluate-pay.ts';
import { PRESET_METHODS } from './evaluate-presets.ts';
import { RETURN_METHODS } from './evaluate-return.ts';
import { RULE_METHODS } from './evaluate-rules.ts';
import { VALUE_METHODS } from './evaluate-value.ts';

export const EVALUATE_METHODS: Readonly<Record<string, EvaluateMethod>> = {
  ...MONEY_METHODS, ...PRESET_METHODS, ...PAY_METHODS, ...VALUE_METHODS, ...RULE_METHODS, ...RETURN_METHODS,
};
