/** Facts for tests of the engine: real figures (OEWS May 2025, Southern Ohio nonmetropolitan area) in the engine's shape. */
import type { CredentialFacts, Figure, OccupationFacts, PayFacts, Provenance } from './facts.ts';

export const from: Provenance = { source: 'oews-2025-areas', evidence: null, vintage: 'May 2025', area: '3900004', basis: 'published', method: null };
export const figure = (value: number | null, unit: Figure['unit'] = 'cents'): Figure => ({ value, high: null, atLeast: false, unit, unknown: value === null ? 'varies-ask' : null, from });

/** Pay from the five percentiles, whole dollars. */
export function pay(p10: number | null, p25: number | null, p50: number | null, p75: number | null, p90: number | null): PayFacts {
  return {
    askedArea: '3900004', area: '3900004', areaName: 'Southern Ohio nonmetropolitan area', basis: 'both', p10, p25, p50, p75, p90, mean: null,
    hourlyP25Cents: null, hourlyP50Cents: p50 === null ? null : Math.round((p50 * 100) / 2080), topCoded: false, from,
  };
}

export const LPN_PAY = pay(47140, 50790, 60330, 63310, 71710);
export const AIDE_PAY = pay(30490, 34270, 37090, 43330, 46900);
export const RN_PAY = pay(63750, 76050, 78610, 95020, 106180);
export const NO_TRAINING_PAY = pay(26881, 29936, 34850, 41194, 48846);

export function occupation(soc: string, title: string, facts: PayFacts | null, extra: Partial<OccupationFacts> = {}): OccupationFacts {
  return {
    soc, title: { en: title, es: title }, entryEducation: null, selfEmployedPermille: 0, employmentHere: figure(500, 'jobs'), pay: facts,
    outlook: { fromYear: 2024, toYear: 2034, changePermille: 26, openingsPerYear: 54400, from }, ...extra,
  };
}

export function credential(id: string, extra: Partial<CredentialFacts> = {}): CredentialFacts {
  return {
    id, code: id.toUpperCase(), name: { en: id, es: id }, shortName: { en: id, es: id }, kind: 'license', role: 'main', field: 'health',
    demandType: 'licensed-occupation', jurisdiction: 'state', minAge: null, renewMonths: null, links: [], costs: [], times: [], requirements: [], leadsTo: [], ...extra,
  };
}
