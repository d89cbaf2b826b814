import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import waymark from '../../../resources/rubrics/waymark-1.json' with { type: 'json' };
import { credential, figure, occupation, pay, LPN_PAY, NO_TRAINING_PAY } from '../testing.ts';
import { RUBRIC_SCHEMA, readRubric } from './rubric.ts';
import { rubricOf } from './testing.ts';
import { judgeCredential } from './verdict.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'resources', 'rubrics');
const shipped = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** A state's own rubric, as its publisher would write it: nothing in the code knows it. */
const LOUISIANA_STYLE = {
  id: 'louisiana-style', edition: '2020', name: 'Credential of value (a fifth over pay without training)', source: 'louisiana-value-2020', goodJobFloor: 'cew-2024', closeCallPermille: 20,
  labels: { high: { en: 'Credential of value', es: 'Credencial de valor' }, stepping: { en: 'On-ramp', es: 'Entrada' } },
  criteria: { pay: { met: { of: 'no-training', permille: 1200 }, partly: null, selfEmployedPartlyAbovePermille: 1000 }, 'law-or-employers': { countedDemand: false }, portable: {} },
  stepping: { kinds: ['credit-granted', 'often-before'] },
  ladder: [
    { verdict: 'limited', all: [{ criterion: 'career', is: ['not-met'] }] },
    { verdict: 'high', all: [{ criterion: 'law-or-employers', is: ['met'] }, { criterion: 'pay', is: ['met'] }, { criterion: 'portable', is: ['met', 'unknown'] }] },
    { verdict: 'stepping', all: [{ criterion: 'stepping', is: ['met'] }] },
    { verdict: 'limited', any: [{ criterion: 'pay', is: ['not-met'] }, { criterion: 'portable', is: ['not-met'] }] },
  ],
};

describe('a rubric', () => {
  it.each(shipped)('%s is read, and its file is named for it', (name) => {
    const body: unknown = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
    const read = readRubric(body);
    expect(read).toMatchObject({ ok: true, value: { id: name.replace('.json', '') } });
  });

  it('has a schema that its authors find beside the rubrics', () => {
    const written: unknown = JSON.parse(readFileSync(join(FOLDER, 'schema', 'rubric.schema.json'), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(RUBRIC_SCHEMA)));
  });

  it.each([
    [{ ...waymark, edition: 2026 }, 'edition', 'type'],
    [{ ...waymark, threshold: 1 }, 'threshold', 'unknown-field'],
    [{ ...waymark, ladder: [] }, 'ladder', 'empty'],
    [{ ...waymark, closeCallPermille: 501 }, 'closeCallPermille', 'too-large'],
    [{ ...waymark, closeCallPermille: -1 }, 'closeCallPermille', 'too-small'],
    [{ ...waymark, closeCallPermille: 1.5 }, 'closeCallPermille', 'type'],
    [{ ...waymark, name: '' }, 'name', 'empty'],
    [{ ...waymark, name: 'x'.repeat(121) }, 'name', 'too-long'],
    [{ ...waymark, id: undefined }, 'id', 'missing'],
    [{ ...waymark, ladder: [{ verdict: 'great', all: [{ criterion: 'pay', is: ['met'] }] }] }, 'ladder.0.verdict', 'not-a-word'],
    [{ ...waymark, ladder: [{ verdict: 'high' }] }, 'ladder.0', 'empty'],
    [{ ...waymark, ladder: [{ verdict: 'high', all: [{ criterion: 'pay', is: ['met'] }, { criterion: 'assessed', is: ['met'] }] }] }, 'ladder.0.all.1.criterion', 'not-a-word'],
    [{ ...waymark, ladder: [{ verdict: 'high', any: [{ criterion: 'employers', is: ['met'] }] }] }, 'ladder.0.any.0.criterion', 'not-a-word'],
    [{ ...waymark, criteria: { ...waymark.criteria, pay: { ...waymark.criteria.pay, met: { of: 'wish', permille: 1000 } } } }, 'criteria.pay.met.of', 'not-a-word'],
    [{ ...waymark, criteria: { ...waymark.criteria, 'program-results': { completionPermille: null, placementPermille: null, earningsPublished: 'no' } } }, 'criteria.program-results.earningsPublished', 'type'],
    [{ ...waymark, stepping: { kinds: 'all' } }, 'stepping.kinds', 'type'],
    [[], '', 'type'], [null, '', 'type'], ['waymark-1', '', 'type'],
  ])('is refused with the field that is wrong: %#', (body, field, fault) => {
    expect(readRubric(body)).toEqual({ ok: false, error: { field, fault } });
  });

  it('of a publisher’s own is judged by without a line of code', () => {
    const rubric = rubricOf(LOUISIANA_STYLE);
    const floor = { definition: 'cew-2024', age: 25, floor: figure(47233, 'usd-per-year'), published: 43000, dollarsOf: 2022 };
    const judge = (median: number, portable: boolean | null = null, leads: readonly string[] = []) => {
      const facts = credential('a', {
        links: [{ relation: 'qualifies', evidence: null, occupation: occupation('31-1131', 'Aide', pay(1, 2, median, 4, 5)) }], marks: { portable },
        leadsTo: leads.map((toId) => ({ fromId: 'a', toId, kind: 'often-before' as const, skippable: true, credits: null, terms: { en: '', es: '' }, evidence: null })),
      });
      const next = credential('lpn', { links: [{ relation: 'required-by-law', evidence: null, occupation: occupation('29-2061', 'Nurse', LPN_PAY) }] });
      return judgeCredential(facts, { rubric, floor, baseline: { pay: NO_TRAINING_PAY, occupations: 80, jobs: 9000 }, credentials: new Map([['a', facts], ['lpn', next]]) });
    };
    // 34,850 x 1.2 is 41,820: far under the good-job floor, and enough here.
    expect(judge(41820)).toMatchObject({ verdict: 'high', label: { en: 'Credential of value' }, closeCall: true });
    expect(judge(41819)).toMatchObject({ verdict: 'limited', label: null });
    expect(judge(50000).closeCall).toBe(false);
    expect(judge(50000).criteria.map(({ id }) => id)).toEqual(['pay', 'law-or-employers', 'portable']);
    expect(judge(50000).job.map(({ code }) => code)).toEqual(['job.pay-over-line', 'job.above-no-training']);
    expect(judge(50000, false).verdict).toBe('limited');
    expect(judge(41819, null, ['lpn'])).toMatchObject({ verdict: 'stepping', label: { en: 'On-ramp' } });
    expect(judge(50000).rubric).toEqual({ id: 'louisiana-style', edition: '2020' });
  });
});
