/** `waymark source ladder`: the pathways of a file as ordered ladders. */
import { resolve } from 'node:path';
import { wordingFor } from '../sources/check/problems.ts';
import { nodesOf } from '../sources/ctdl-pathway/ctdl-pathway.ts';
import { ladderLines, ladderOf } from '../sources/ctdl-pathway/ladder.ts';
import { pathwaysOf } from '../sources/ctdl-pathway/pathway.ts';
import { openSource } from '../sources/file/open-source.ts';
import { SourceFault } from '../sources/file/source-fault.ts';
import { readArgs, UsageError, type CliWorld, type Command } from './command.ts';

const wording = wordingFor({ circle: 'These steps come before one another in a circle; they have no order:' });

async function print(file: string, world: CliWorld): Promise<boolean> {
  const input = await openSource(resolve(file));
  let printed = 0;
  let faulty = false;
  for await (const document of input.form === 'json' ? input.documents() : []) {
    if ('fault' in document) {
      world.err(`${file}, line ${document.line}: ${wording(document.fault)}\n`);
      faulty = true;
      continue;
    }
    for (const pathway of pathwaysOf(nodesOf(document.value))) {
      const ladder = ladderOf(pathway);
      if ('circle' in ladder) {
        world.err(`${pathway.name}: ${wording('circle')} ${ladder.circle.map(({ name }) => name).join(', ')}\n`);
        faulty = true;
      } else {
        world.out(`${ladderLines(pathway, ladder.steps).join('\n')}\n`);
        printed += 1;
      }
    }
  }
  if (printed === 0 && !faulty) world.err(`${file}: no pathway stands in this file.\n`);
  return printed > 0 && !faulty;
}

export const ladderCommand: Command = {
  name: 'source ladder',
  summary: 'print the pathways of a file as ordered ladders',
  help: `Usage: waymark source ladder FILES...

Prints each pathway of the files (CTDL in JSON) as numbered steps: what comes before
stands before, terms in their order. Under a step stands what it needs, in words.
Exit code 1 when a file holds no pathway, is broken, or a pathway runs in a circle.
`,
  async run(args, world) {
    const { positionals } = readArgs(args, {}, true);
    if (positionals.length === 0) throw new UsageError('Give at least one file.');
    let sound = true;
    for (const file of positionals) {
      try {
        if (!(await print(file, world))) sound = false;
      } catch (error) {
        if (!(error instanceof SourceFault)) throw error;
        world.err(`${file}: ${wording(error.code)}\n`);
        sound = false;
      }
    }
    return sound ? 0 : 1;
  },
};
