/** `waymark pack diff | apply`: patches between editions. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { applyPatch } from '../pack/patch/apply-patch.ts';
import { writePatch } from '../pack/patch/patch-writer.ts';
import { readArgs, UsageError, type Command } from './command.ts';

/** The two files of a command and its `--out`. */
function filesOf(args: readonly string[], what: string): { readonly first: string; readonly second: string; readonly out: string } {
  const { values: { out }, positionals: [first, second, ...more] } = readArgs(args, { out: { type: 'string' } }, true);
  if (first === undefined || second === undefined || more.length > 0) throw new UsageError(`Give ${what}.`);
  if (out === undefined || out === '') throw new UsageError('Say where to put it: --out FILE.');
  return { first, second, out };
}

const diff: Command = {
  name: 'pack diff',
  summary: 'make the patch from one pack to another',
  help: `Usage: waymark pack diff A B --out PATCH

Makes the patch that turns pack A into pack B. It holds changed columns only and fits no other pack.
  --out PATCH  the patch; replaced whole or not at all
`,
  async run(args, world) {
    const { first, second, out } = filesOf(args, 'two packs, the older one first');
    const { from, to, changes } = await writePatch({ from: resolve(first), to: resolve(second), out: resolve(out) });
    const sum = (column: 2 | 3 | 4): number => changes.reduce((all, change) => all + change[column], 0);
    world.out(`${out}: edition ${from.edition} to ${to.edition}, ${sum(3)} rows new, ${sum(4)} changed, ${sum(2)} gone, ${(await stat(resolve(out))).size} bytes\n`);
    return 0;
  },
};

const apply: Command = {
  name: 'pack apply',
  summary: 'make the next pack from a pack and a patch',
  help: `Usage: waymark pack apply A PATCH --out B

Makes pack B from pack A and a patch. Refused unless the patch is for A and gives exactly the edition it names.
  --out B  the pack; replaced whole or not at all
`,
  async run(args, world) {
    const { first, second, out } = filesOf(args, 'a pack and a patch');
    const header = await applyPatch({ pack: resolve(first), patch: resolve(second), out: resolve(out) });
    world.out(`${out}: ${header.name}, edition ${header.edition}, digest ${header.digest}\n`);
    return 0;
  },
};

export const patchCommands: readonly Command[] = [diff, apply];
