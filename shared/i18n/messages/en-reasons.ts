import type { ReasonCode } from '../../domain/reason.ts';
import { enChangeReasons } from './en-change-reasons.ts';
import { enCompareReasons } from './en-compare-reasons.ts';
import { enJobReasons } from './en-job-reasons.ts';
import { enMethodReasons } from './en-method-reasons.ts';
import { enPartReasons } from './en-part-reasons.ts';
import { enRouteReasons } from './en-route-reasons.ts';
import { enRuleReasons } from './en-rule-reasons.ts';
import { enPlanReasons } from './en-plan-reasons.ts';

/**
 * One sentence for each reason code of the engine; `.staff` where staff words differ from family
 * words. A code without a sentence does not compile.
 */
export const enReasons = {
  ...enJobReasons, ...enPartReasons, ...enCompareReasons, ...enMethodReasons, ...enRouteReasons, ...enRuleReasons, ...enPlanReasons, ...enChangeReasons,
} as const satisfies Readonly<Record<`reason.${ReasonCode}`, string>>;
