import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pay } from '../domain/testing.ts';
import type { PaperCost, PaperStep } from './inputs.ts';
import { planBreakEven } from './plan-break-even.ts';

const step = (change: Partial<PaperStep> = {}): PaperStep =>
  ({ kind: 'credential', credentialId: 'lpn', title: 'LPN', startsOn: '2027-08', endsOn: '2028-07', skippable: false, done: false, note: '', ...change });
const cost = (change: Partial<PaperCost> = {}): PaperCost =>
  ({ label: 'Tuition', lowCents: 500_000, highCents: 600_000, atLeast: false, unknown: null, priceYear: 2026, payers: [], askWhom: '', phone: '', evidence: null, ...change });
const middle = (p50: number | null) => ({ ...pay(1, 1, 1, 1, 1), p50 });
const told = ({ steps = [step()], costs = [cost()], p50 = 48_000, base = 36_000, paid = [] as string[] }: { steps?: PaperStep[]; costs?: PaperCost[]; p50?: number | null; base?: number | null; paid?: string[] }) =>
  planBreakEven({
    plan: { steps, costs }, paidWhileLearning: new Set(paid),
    figures: { pays: [{ credentialId: 'lpn', soc: '29-2061', title: { en: 'LPN', es: 'LPN' }, pay: middle(p50) }], baseline: base === null ? null : middle(base) },
  });

describe('the break-even of a plan', () => {
  it('is the year in which what school cost and what was not earned meanwhile has come back', () => {
    // $36,000 not earned and $6,000 paid: $42,000 at $1,000 a month more is 42 months after July 2028.
    expect(told({})).toEqual({ year: 2032, finishInTen: null });
    expect(told({ costs: [cost(), cost({ lowCents: 1_200_000, highCents: null })] })).toEqual({ year: 2033, finishInTen: null });
  });

  it('counts from the first month of the first step to the last of the last, and pays by the last step that opens a job', () => {
    const steps = [step({ kind: 'high-school', credentialId: null, startsOn: '2026-11', endsOn: '2027-06' }), step(), step({ title: 'Exam', startsOn: '2028-08', endsOn: '2028-08' }), step({ kind: 'work', startsOn: '2028-09', endsOn: null })];
    // One month more: $45,000 after August 2028.
    expect(told({ steps })).toEqual({ year: 2032, finishInTen: null });
  });

  it.each<[string, Parameters<typeof told>[0]]>([
    ['a cost that is not known', { costs: [cost(), cost({ lowCents: null, highCents: null, unknown: 'varies-ask' })] }],
    ['a cost that is at least so much', { costs: [cost({ atLeast: true })] }],
    ['no costs at all', { costs: [] }],
    ['a step without dates', { steps: [step(), step({ startsOn: null, endsOn: null })] }],
    ['no step to learn', { steps: [step({ done: true })] }],
    ['pay that is not published', { p50: null }],
    ['no figure to compare with', { base: null }],
    ['no more pay than without training', { p50: 36_000 }],
    ['a year too far away to name', { p50: 37_000 }],
    ['learning that is paid', { paid: ['lpn'] }],
  ])('is not said with %s', (_, change) => {
    expect(told(change)).toBeNull();
  });

  it('never comes earlier with more cost or later with more pay', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 37_000, max: 150_000 }), fc.integer({ min: 0, max: 50_000 }), (cents, more, p50, raise) => {
      const year = (costs: number, paid: number): number => told({ costs: [cost({ lowCents: costs, highCents: null })], p50: paid })?.year ?? Infinity;
      expect(year(cents + more, p50)).toBeGreaterThanOrEqual(year(cents, p50));
      expect(year(cents, p50 + raise)).toBeLessThanOrEqual(year(cents, p50));
    }));
  });
});
