import { describe, expect, it } from 'vitest';
import waymark from '../../../resources/rubrics/waymark-1.json' with { type: 'json' };
import { LPN_PAY, NO_TRAINING_PAY, credential, figure, occupation } from '../testing.ts';
import { floorAtPrices } from './price-parity.ts';
import { rubricOf } from './testing.ts';
import { judgeCredential } from './verdict.ts';

const nation = { definition: 'cew-2024', age: 25, floor: figure(47_233, 'usd-per-year'), published: 43_000, dollarsOf: 2022 };

describe('a floor at the prices of a place', () => {
  it.each([[100_000, 47_233], [92_145, 43_523], [115_000, 54_318]])('at %i thousandths of the nation’s is %i', (milli, floor) => {
    expect(floorAtPrices(nation, milli)).toMatchObject({ priceParityMilli: milli, published: 43_000, dollarsOf: 2022, floor: { value: floor, unknown: null, from: { method: 'floor-at-area-prices', source: nation.floor.from.source } } });
  });
  it('is not known where the prices are not, or the floor is not', () => {
    expect(floorAtPrices(nation, null)).toMatchObject({ priceParityMilli: null, floor: { value: null, unknown: 'not-published' } });
    expect(floorAtPrices({ ...nation, floor: figure(null, 'usd-per-year') }, 92_145)).toMatchObject({ priceParityMilli: 92_145, floor: { value: null } });
  });
  it('decides a verdict where it is on, and leaves it open where it is not known', () => {
    const nurse = credential('lpn', { links: [{ relation: 'required-by-law', evidence: null, occupation: occupation('29-2061', 'nurse', LPN_PAY) }] });
    const judged = (milli: number | null) => judgeCredential(nurse, {
      rubric: rubricOf({ ...waymark, floorAtAreaPrices: true }), floor: floorAtPrices(nation, milli), baseline: { pay: NO_TRAINING_PAY, occupations: 81, jobs: 57_500 }, credentials: new Map([[nurse.id, nurse]]),
    });
    expect(judged(100_000).verdict).toBe('high');
    expect(judged(200_000).verdict).toBe('modest');
    expect(judged(null)).toMatchObject({ verdict: 'unknown', missing: ['pay'] });
    expect(judged(null).criteria.find(({ id }) => id === 'pay')).toMatchObject({ state: 'unknown', reason: { code: 'job.floor-unknown' } });
  });
});
