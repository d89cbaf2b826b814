/** A real `waymark update` that the system ends. `WAYMARK_KILLS` and `WAYMARK_KILL_SEED` ask for more, or for the same again. */
import { expect, test } from 'vitest';
import { runKills } from '../../test/update-kill/run-kills.ts';

const kills = Number(process.env['WAYMARK_KILLS'] ?? 10);
const seed = Number(process.env['WAYMARK_KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

test(`${kills} kills at random moments leave what was in use, and the next run gives the newest edition (seed ${seed})`, async () => {
  const report = await runKills(kills, seed);
  expect(report.kills.https + report.kills.folder).toBe(kills);
  expect(Math.min(report.kills.https, report.kills.folder)).toBeGreaterThan(0);
}, 120_000 + kills * 20_000);
