/** What a plan froze of an edition, and what another edition says of the same: both have this one shape. */
import type { CostFact, CredentialFacts, Figure, Localized, PayFacts, RequirementFact, TimeFact } from '../facts.ts';
import type { Verdict } from '../results.ts';

/** Cents; `low` is null where the price is not known. */
export interface FrozenCost {
  readonly line: CostFact['line'];
  readonly label: Localized;
  readonly low: number | null;
  readonly high: number | null;
  readonly atLeast: boolean;
  readonly per: CostFact['per'];
}
export type FrozenTime = Pick<TimeFact, 'kind' | 'low' | 'high' | 'unit'>;
export type FrozenRequirement = Pick<RequirementFact, 'kind' | 'answer' | 'label'>;

/** One credential of a plan. `missing`: the edition no longer has it; then nothing else is known but its name. */
export interface FrozenCredential {
  readonly credentialId: string;
  readonly name: Localized;
  readonly status: 'active' | 'retired' | 'missing';
  /** What follows a retired one; null where nothing is named. */
  readonly successor: { readonly credentialId: string; readonly name: Localized } | null;
  /** By the usual rubric in the plan's area. */
  readonly verdict: Verdict | null;
  readonly minAge: number | null;
  readonly renewMonths: number | null;
  readonly costs: FrozenCost[];
  readonly times: FrozenTime[];
  readonly requirements: FrozenRequirement[];
}

/** The way to the plan's last job with the least known cost, of those whose cost and time are wholly known; cents. */
export interface FrozenWay {
  readonly soc: string;
  readonly credentialIds: string[];
  readonly names: Localized;
  readonly cents: number;
}

export interface FrozenFigures {
  /** Edition digest. */
  readonly digest: string;
  readonly pays: readonly { readonly credentialId: string; readonly soc: string; readonly title: Localized; readonly pay: Pick<PayFacts, 'p50' | 'hourlyP50Cents'> }[];
  readonly floor: Pick<Figure, 'value'> | null;
  /** Absent in plans of a version that kept pay alone. */
  readonly credentials?: readonly FrozenCredential[] | undefined;
  /** Null where no way has a whole price; absent where it was not looked for. */
  readonly cheapest?: FrozenWay | null | undefined;
}

/** What is frozen of a credential that the edition has. */
export function frozenCredential(facts: CredentialFacts, verdict: Verdict | null, { status, successor }: Pick<FrozenCredential, 'successor'> & { readonly status: 'active' | 'retired' }): FrozenCredential {
  return {
    credentialId: facts.id, name: facts.shortName, status, successor, verdict, minAge: facts.minAge, renewMonths: facts.renewMonths,
    costs: facts.costs.map(({ line, label, amount, per }) => ({ line, label, low: amount.value, high: amount.value === null ? null : amount.high, atLeast: amount.atLeast, per })),
    times: facts.times.map(({ kind, low, high, unit }) => ({ kind, low, high, unit })),
    requirements: facts.requirements.map(({ kind, answer, label }) => ({ kind, answer, label })),
  };
}

/** What is frozen of a credential that the edition does not have. */
export const missingCredential = (credentialId: string, name: Localized): FrozenCredential =>
  ({ credentialId, name, status: 'missing', successor: null, verdict: null, minAge: null, renewMonths: null, costs: [], times: [], requirements: [] });
