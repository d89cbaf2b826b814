/** `waymark pack changes`: what an edition changes, for people who decide about it. */
import { resolve } from 'node:path';
import { changesOf } from '../pack/changes/changes-of.ts';
import { MOST_ITEMS } from '../pack/changes/told-list.ts';
import { changesInWords } from './changes-words.ts';
import { readArgs, UsageError, type Command } from './command.ts';

/** As many of each kind as one reads on a screen. */
const MOST_IN_WORDS = 20;

function mostOf(given: string | undefined, usual: number): number {
  if (given === undefined) return usual;
  if (!/^\d{1,6}$/.test(given)) throw new UsageError('--most takes a whole number of at most six digits.');
  return Number(given);
}

export const changesCommand: Command = {
  name: 'pack changes',
  summary: 'tell what one pack changes against another',
  help: `Usage: waymark pack changes A B [--most N] [--json]

Tells what is other in pack B than in pack A: credentials that came and went, names, prices,
time, what to check first, states' lists, verdicts, rules, pay by occupation, schools. Says what
to ask about first: many rows gone, many verdicts changed, a national median that jumped.
Verdicts are in no pack: both editions are judged for the nation by the usual rubric, as of today.
Counts are exact; of each kind the first N are told.
  --most N  how many of each kind, usually ${MOST_IN_WORDS}, or ${MOST_ITEMS} with --json
  --json    as one JSON object
`,
  async run(args, world) {
    const { values, positionals: [from, to, ...more] } = readArgs(args, { json: { type: 'boolean' }, most: { type: 'string' } }, true);
    if (from === undefined || to === undefined || more.length > 0) throw new UsageError('Give two packs, the older one first.');
    const isJson = values.json === true;
    const report = await changesOf({ from: resolve(from), to: resolve(to), today: new Date().toISOString().slice(0, 10), most: mostOf(values.most, isJson ? MOST_ITEMS : MOST_IN_WORDS) });
    world.out(isJson ? `${JSON.stringify(report)}\n` : `${changesInWords(report).join('\n')}\n`);
    return 0;
  },
};
