/** `npm run bench`: every benchmark; `npm run bench -- NAME …`: those named. `WAYMARK_BENCH` names them too, where a shell swallows `--`. */
import { cpus } from 'node:os';
import { buildAll } from '../lib/build.ts';
import { findBenches, lineOf } from '../lib/bench.ts';

export async function run(args: readonly string[]): Promise<number> {
  const asked = args.length > 0 ? args : (process.env['WAYMARK_BENCH'] ?? '').split(/[\s,]+/).filter((name) => name !== '');
  const benches = await findBenches();
  const names = benches.map(({ name }) => name);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`);
    return 2;
  }
  await buildAll();
  const [cpu] = cpus();
  process.stdout.write(`Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}\n`);
  for (const bench of benches.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    process.stdout.write(`${bench.name}\n`);
    for (const series of await bench.run()) process.stdout.write(`${lineOf(series)}\n`);
  }
  return 0;
}
