/** The vault under a program that is killed while it writes. `WAYMARK_KILLS` and `WAYMARK_KILL_SEED` ask for more, or for the same again. */
import { expect, test } from 'vitest';
import { runKills } from '../../test/vault-kill/run-kills.ts';

const kills = Number(process.env['WAYMARK_KILLS'] ?? 20);
const seed = Number(process.env['WAYMARK_KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

test(`${kills} kills at random moments lose no acknowledged edit (seed ${seed})`, async () => {
  const report = await runKills(kills, seed);
  expect(report.reopenMs).toHaveLength(kills);
  // Kills that hit nothing would prove nothing.
  expect(report.acknowledged).toBeGreaterThan(kills * 5);
}, 60_000 + kills * 10_000);

test('a program that acknowledges an edit too early is found out', async () => {
  await expect(runKills(10, seed, { boasts: true })).rejects.toThrow(/the vault is not what \d+ or \d+ steps make/);
}, 240_000);
