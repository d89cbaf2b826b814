/** The engine on real facts: verdicts, a comparison of four routes, returns and overlaps, and the finder over a nation. */
import { join } from 'node:path';
import { openReference } from '../../db/reference/reference-db.ts';
import { createJudgeSource } from '../../electron/service/judge-source.ts';
import { createJudge } from '../../electron/service/judge.ts';
import type { Series } from '../../scripts/lib/bench.ts';
import { time } from '../../scripts/lib/bench.ts';
import { RESOURCES } from '../../scripts/lib/paths.ts';
import { compareRoutes } from '../../shared/domain/compare.ts';
import { oewsPeople } from '../../shared/domain/percentiles/people.ts';
import { overlapOf } from '../../shared/domain/percentiles/overlap.ts';
import { returnOf } from '../../shared/domain/return/return-of.ts';
import { LPN, RN, WITHOUT, step } from '../../shared/domain/return/testing.ts';
import { run as findRoutes } from './engine-routes.ts';

export const name = 'engine';
const TODAY = '2026-11-25';
const ROUNDS = 200;
/** Quick functions are timed by the hundred: a single call is below the clock. */
const BATCH = 100;

const perCall = (series: Series): Series => ({ ...series, unit: 'µs', samples: series.samples.map((ms) => (ms * 1000) / BATCH) });
const batch = (action: () => unknown) => (): void => { for (let call = 0; call < BATCH; call += 1) action(); };

/** The value below which 99 of 100 samples lie: the summary line has p50 and p95. */
function p99({ label, unit, samples }: Series): Series {
  const sorted = [...samples].sort((a, b) => a - b);
  return { label: `${label}, p99`, unit, samples: [sorted[Math.ceil(0.99 * sorted.length) - 1] ?? NaN] };
}

export async function run(): Promise<readonly Series[]> {
  const finder = await findRoutes();
  return [...(await ownSeries()), ...finder, ...finder.slice(0, 1).map(p99)];
}

async function ownSeries(): Promise<readonly Series[]> {
  const db = openReference(join(RESOURCES, 'starter.sqlite'));
  try {
    const source = createJudgeSource(db, () => TODAY);
    const nation = createJudge(source)('us');
    const area = await time('choosing an area: its classes judged', 20, () => createJudge(source)('us'));
    const verdicts = await time('all verdicts of the nation, facts read anew', 20, () => [...createJudge(source)('us').verdicts.values()]);
    const facts = [...nation.credentials.values()].filter(({ role, links, times }) => role === 'main' && links.some(({ relation }) => relation === 'required-by-law' || relation === 'qualifies') && times.length > 0).slice(0, 4);
    const assumptions = { startMonth: '2027-01', horizonYears: 10, workHoursInSchool: 10, tuitionCentsPerYear: {}, grantCentsPerYear: 100_000 };
    const input = { credentials: facts.map((each) => ({ facts: each })), baseline: nation.baseline };
    const route = { steps: [step({ payAfter: LPN, completion: 0.7 }), step({ months: 24, payAfter: RN, completion: 0.8 })], baseline: WITHOUT };
    const people = facts.flatMap(({ links }) => (links[0]?.occupation.pay ? [oewsPeople(links[0].occupation.pay)] : []));
    const [a, b] = [people[0], people.at(-1)];
    return [
      area, verdicts,
      { label: 'verdicts a second', unit: 'a second', samples: verdicts.samples.map((ms) => (nation.verdicts.size / ms) * 1000) },
      await time(`comparison of ${facts.length} routes`, ROUNDS, () => compareRoutes(input, assumptions), { warmUps: 50 }),
      perCall(await time('return of a route of two steps, 40 years', 50, batch(() => returnOf(route)))),
      ...(a && b ? [perCall(await time('overlap of two occupations', 50, batch(() => overlapOf(a, b))))] : []),
    ];
  } finally {
    db.close();
  }
}
