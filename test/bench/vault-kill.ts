/** 200 kills at random moments (`WAYMARK_KILLS` for another number), and how long the vault takes to open after each. */
import type { Series } from '../../scripts/lib/bench.ts';
import { runKills } from '../vault-kill/run-kills.ts';

export const name = 'vault-kill';

export async function run(): Promise<readonly Series[]> {
  const seed = Number(process.env['WAYMARK_KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  const report = await runKills(Number(process.env['WAYMARK_KILLS'] ?? 200), seed);
  process.stdout.write(`  seed ${seed}: ${report.kills} kills, ${report.acknowledged} acknowledged steps, all there; ${report.unacknowledged} kills between commit and acknowledgement, ${report.beforeReady} while unlocking\n`);
  return [{ label: 'open after a kill (cheap passphrase hash)', unit: 'ms', samples: report.reopenMs }];
}
