import type { enReasons } from './en-reasons.ts';
import { esChangeReasons } from './es-change-reasons.ts';
import { esCompareReasons } from './es-compare-reasons.ts';
import { esJobReasons } from './es-job-reasons.ts';
import { esMethodReasons } from './es-method-reasons.ts';
import { esPartReasons } from './es-part-reasons.ts';
import { esRouteReasons } from './es-route-reasons.ts';
import { esRuleReasons } from './es-rule-reasons.ts';
import { esPlanReasons } from './es-plan-reasons.ts';

export const esReasons: Readonly<Record<keyof typeof enReasons, string>> = {
  ...esJobReasons, ...esPartReasons, ...esCompareReasons, ...esMethodReasons, ...esRouteReasons, ...esRuleReasons, ...esPlanReasons, ...esChangeReasons,
};
