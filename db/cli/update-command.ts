/** `waymark update`: takes the newest edition from a repository. */
import { resolve } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { EditionName } from '../update/edition-in-use.ts';
import { updateReference, type UpdateReport } from '../update/update-reference.ts';
import { readArgs, UsageError, type Command } from './command.ts';
import { sentenceOf } from './messages.ts';
import { timeOf } from './repository-commands.ts';

const EXIT: Readonly<Record<UpdateReport['outcome'], number>> = { 'up-to-date': 0, updated: 0, refused: 1, 'not-reached': 3 };
const nameOf = (edition: EditionName | null): string => edition?.edition ?? 'nothing';

export const updateCommand: Command = {
  name: 'update',
  summary: 'bring the reference data up to date',
  help: `Usage: waymark update --from URL_OR_DIR [--data DIR] [--root FILE] [--now ISO] [--accept-changes] [--json]

Takes the newest edition from a repository over https or from a folder or stick; only signatures are trusted.
Patches are taken where they are fewer bytes than the pack; where they do not give the edition, the pack comes and problems says why.
An edition that removes more than a tenth of a table, changes a tenth of the verdicts for the nation or moves a national median
by more than a third is refused until somebody agrees; it stays beside the one in use and need not come again.
  --data DIR   data folder; WAYMARK_DATA if not given
  --root FILE  root to trust; else DIR/trust/root.json, else the one that ships
  --now ISO    time to judge dates by; the clock of this machine if not given
  --accept-changes  take it whatever it changes
  --json       one object: before, after, bytes, way, outcome, changed, problems
Exit code 0 when it is up to date or was updated, 1 when it was refused, 3 when the repository was not reached.
`,
  async run(args, world) {
    const text = { type: 'string' } as const;
    const { values } = readArgs(args, { from: text, data: text, root: text, now: text, json: { type: 'boolean' }, 'accept-changes': { type: 'boolean' } }, false);
    if (values.from === undefined || values.from === '') throw new UsageError('Say where from: --from URL_OR_DIR.');
    const dataDir = values.data ?? world.env['WAYMARK_DATA'];
    if (dataDir === undefined || dataDir === '') throw new UsageError('Give the data folder with --data DIR or WAYMARK_DATA.');
    const report = await updateReference({
      from: values.from, dataDir: resolve(dataDir), resourcesDir: world.resourcesDir, fetch, now: timeOf(values.now), acceptChanges: values['accept-changes'] === true,
      rootFile: values.root === undefined ? undefined : resolve(values.root),
    });
    for (const { code, params } of report.problems) world.err(`${sentenceOf(new CodedError(code, params))}\n`);
    if (values.json === true) world.out(`${JSON.stringify(report)}\n`);
    else world.out(`${report.outcome}: ${nameOf(report.before)} to ${nameOf(report.after)}, ${report.bytes} bytes received\n`);
    return EXIT[report.outcome];
  },
};
