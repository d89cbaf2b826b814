/** `waymark update` over HTTPS and from a folder, ended by the system at 500 random moments (`WAYMARK_KILLS` for another number): what was in use is read, and the next run gives the newest edition. */
import type { Series } from '../../scripts/lib/bench.ts';
import { runKills } from '../update-kill/run-kills.ts';

export const name = 'update-kill';
export const onlyNamed = true;

export async function run(): Promise<readonly Series[]> {
  const seed = Number(process.env['WAYMARK_KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  const { kills, done, switched, reopenMs } = await runKills(Number(process.env['WAYMARK_KILLS'] ?? 500), seed);
  process.stdout.write(`  seed ${seed}: ${kills.https} kills over HTTPS and ${kills.folder} from a folder, ${switched} of them after the switch; ${done} runs were done before their kill; every data folder was read and updated\n`);
  return [{ label: 'open after a kill', unit: 'ms', samples: reopenMs }];
}
