import type { Localized } from './facts.ts';
import { changeReasons } from './reasons/change.ts';
import { compareReasons } from './reasons/compare.ts';
import { jobReasons } from './reasons/job.ts';
import { methodReasons } from './reasons/method.ts';
import { partReasons } from './reasons/part.ts';
import { routeReasons } from './reasons/route.ts';
import { ruleReasons } from './reasons/rule.ts';
import { planReasons } from './reasons/plan.ts';
import type { ParamsOf } from './reasons/slot.ts';

/**
 * Every reason code of the engine with what its sentence has room for; a new area adds its own
 * list under reasons/. A code without a sentence in both languages does not compile (shared/i18n).
 */
export const REASONS = { ...jobReasons, ...partReasons, ...compareReasons, ...methodReasons, ...routeReasons, ...ruleReasons, ...planReasons, ...changeReasons } as const;
export type ReasonCode = keyof typeof REASONS;

/**
 * Why a result is what it is: a code with parameters, never a sentence. shared/i18n holds one
 * sentence for each code in each language (`reason.<code>`), in family and in staff words.
 */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, number | string | Localized>>;
}

type Given<C extends ReasonCode> = ParamsOf<(typeof REASONS)[C]>;
type Rest<C extends ReasonCode> = keyof (typeof REASONS)[C] extends never ? [] : [params: Given<C>];

/** A reason with exactly the parameters of its code. Example: reason('risk.min-age', { age: 18 }). */
export function reason<C extends ReasonCode>(code: C, ...params: Rest<C>): Reason;
export function reason(code: string, ...[params]: readonly object[]): Reason {
  return { code, params: { ...params } };
}
