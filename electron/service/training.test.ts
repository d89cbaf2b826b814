/** States' lists of training on the starter, through the door that the page uses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOnStarter } from './testing.ts';

const NEW_JERSEY = '34';
const CALIFORNIA = '06';
let service: Awaited<ReturnType<typeof startOnStarter>>;
beforeAll(async () => { service = await startOnStarter(); }, 240_000);
afterAll(() => service.end());
const training = (credentialId: string, areaId: string) => service.call('training.listHere', { credentialId, areaId });

describe('training on the state\'s list', () => {
  it('has New Jersey\'s programs for nurse aides, with the cost of the list and what became of people', async () => {
    const { list, match, programs } = await training('nurse-aide', NEW_JERSEY);
    expect(list).toMatchObject({ held: 1110, listed: null, priceYear: 2021, asOf: '2021-04', source: 'nj-etpl-2021' });
    expect(match).toBe('program');
    expect(programs.length).toBeGreaterThan(15);
    for (const each of programs) expect(each.provider, each.id).not.toBe('');
    const license = programs.filter((each) => each.license === 'NURSE AIDE');
    expect(license.length).toBeGreaterThan(5);
    const told = programs.flatMap((each) => each.outcomes).filter(({ measure, figure }) => measure === 'mean-quarter-pay-q2' && figure.value !== null);
    expect(told.length).toBeGreaterThan(2);
    for (const { figure, counts } of told) {
      expect(figure).toMatchObject({ unit: 'cents-per-quarter', from: { source: 'nj-outcomes-2020', vintage: '2020' } });
      expect(counts).toBe('provider-field');
    }
  });

  it('has California\'s by code and by the work that a provider names', async () => {
    const { list, programs } = await training('cosmetology-license', CALIFORNIA);
    expect(list).toMatchObject({ held: 60, listed: 3266 });
    const skills = programs.find(({ provider }) => provider.startsWith('East Los Angeles'));
    // $3,000 and $2,315; half earned more than $9,200 in the second quarter after leaving.
    expect(skills).toMatchObject({ name: 'Cosmetology', cost: { value: 531_500 }, parts: [{ part: 'tuition', cents: 300_000 }, { part: 'supplies', cents: 231_500 }], length: { weeks: 30, weekHours: 40 } });
    expect(skills?.outcomes.find(({ measure }) => measure === 'median-quarter-pay-q2')).toMatchObject({ figure: { value: 920_000, unit: 'cents-per-quarter' }, counts: 'program' });
  });

  it('never stands among nursing degrees because a course for aides names nurses too', async () => {
    expect((await training('registered-nurse-associate', CALIFORNIA)).programs).toEqual([]);
  });

  it('says that a list is not held', async () => {
    expect(await training('nurse-aide', '39')).toMatchObject({ state: { name: 'Ohio' }, list: null, programs: [] });
    expect(await training('nurse-aide', 'us')).toMatchObject({ state: null, list: null });
  });
});
