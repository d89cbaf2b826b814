/**
 * Net present value of yearly flows at a rate (a fraction above -1); the first flow is today's
 * and is not discounted. Same unit as the flows, not rounded.
 *
 * Source: NPV = sum of F(t) / (1 + r)^t, t from 0.
 *
 * Example: presentValue(0.1, [-100, 60, 60]) gives 4.13.
 */
export function presentValue(rate: number, flows: readonly number[]): number {
  // Horner from the far end: one division a year, and no power that overflows before its flow is 0.
  return flows.reduceRight((sum, flow) => sum / (1 + rate) + flow, 0);
}
