/**
 * `npm run bench`: every benchmark but those that take hours; `npm run bench -- NAME …`: those named; `npm run bench -- NAME --flag value …`: one with flags of its own.
 * `WAYMARK_BENCH` names them too, where a shell swallows `--`; each flag has a twin in the environment.
 */
import { cpus } from 'node:os';
import { buildAll } from '../lib/build.ts';
import { findBenches, lineOf } from '../lib/bench.ts';

export async function run(args: readonly string[]): Promise<number> {
  const flagsAt = args.findIndex((each) => each.startsWith('-'));
  const flags = flagsAt < 0 ? [] : args.slice(flagsAt);
  const named = flagsAt < 0 ? args : args.slice(0, flagsAt);
  const asked = named.length > 0 ? named : (process.env['WAYMARK_BENCH'] ?? '').split(/[\s,]+/).filter((name) => name !== '');
  const benches = await findBenches();
  const names = benches.map(({ name }) => name);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`);
    return 2;
  }
  const chosen = benches.filter(({ name, onlyNamed }) => (asked.length === 0 ? onlyNamed !== true : asked.includes(name)));
  if (flags.length > 0 && (chosen.length !== 1 || chosen[0]?.takesFlags !== true)) {
    process.stderr.write(`Flags follow the name of one benchmark that has some: ${benches.filter((each) => each.takesFlags === true).map(({ name }) => name).join(', ')}.\n`);
    return 2;
  }
  await buildAll();
  const [cpu] = cpus();
  process.stdout.write(`Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}\n`);
  for (const bench of chosen) {
    process.stdout.write(`${bench.name}\n`);
    for (const series of await bench.run(flags)) process.stdout.write(`${lineOf(series)}\n`);
  }
  return 0;
}
