/**
 * `npm run mutation`: tries every mutant of the engine; `npm run mutation -- WORD …`: of files
 * whose path has one of the words; `--every 10`: each tenth, an estimate.
 */
import { parseArgs } from 'node:util';
import { runMutation } from '../../test/mutation/run.ts';
import type { Outcome } from '../../test/mutation/run.ts';
import { SURVIVORS } from '../../test/mutation/survivors.ts';

/** Share of mutants that a test has to find, percent. */
const GOAL = 85;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const isFound = ({ status }: Outcome): boolean => status === 'killed' || status === 'timeout';
const score = (outcomes: readonly Outcome[]): number => (100 * outcomes.filter(isFound).length) / Math.max(1, outcomes.length);

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: { every: { type: 'string' } }, allowPositionals: true });
  const every = Number(values.every ?? 1);
  if (!Number.isInteger(every) || every < 1) {
    process.stderr.write('--every is a whole number from 1.\n');
    return 2;
  }
  const { outcomes, tests } = await runMutation(positionals, every, say);
  const byFile = new Map<string, Outcome[]>();
  for (const each of outcomes) byFile.set(each.mutant.file, [...(byFile.get(each.mutant.file) ?? []), each]);
  for (const [file, own] of byFile) say(`${file.padEnd(52)} ${score(own).toFixed(1).padStart(5)} % of ${own.length}`);
  let unexplained = 0;
  for (const each of outcomes.filter((outcome) => !isFound(outcome))) {
    const { file, line, operator, before, after } = each.mutant;
    const known = SURVIVORS.find((survivor) => survivor.file === file && survivor.before === before && survivor.after === after);
    if (!known) unexplained += 1;
    say(`${each.status} ${file}:${line} ${operator}: ${before} -> ${after}${known ? ` (${known.why})` : ''}`);
  }
  const total = score(outcomes);
  say(`${outcomes.length} mutants, ${tests} tests, ${total.toFixed(1)} % found; ${unexplained} of ${outcomes.filter((each) => !isFound(each)).length} survivors without a reason`);
  return total >= GOAL ? 0 : 1;
}
