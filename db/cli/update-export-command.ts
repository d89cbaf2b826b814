/** `waymark update export`: what this computer has in use, as a repository on a stick. */
import { resolve } from 'node:path';
import { exportUpdate } from '../update/export-update.ts';
import { onlyOne, readArgs, UsageError, type Command } from './command.ts';

export const updateExportCommand: Command = {
  name: 'update export',
  summary: 'put the edition in use on a stick, for computers without internet',
  help: `Usage: waymark update export DIR [--for EDITION] [--data DIR] [--json]

Writes a repository to DIR from what this computer took and checked: its signed metadata, and the pack or the patches of the newest
edition. Another computer takes it with "waymark update --from DIR" or on its Data page; it trusts the signatures, never the stick.
What is in DIR already is kept or replaced file by file, the timestamp last.
  --for EDITION  what the other computer has, as its Data page says it, or the first 8 letters or more of its digest: only the patches that
               lead on from it are written, only signatures where it has the newest, and the whole pack where no patch is here
  --data DIR   data folder; WAYMARK_DATA if not given
  --json       one object: edition, files, bytes, hasPack
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { for: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } }, true);
    const out = onlyOne(positionals, 'folder');
    if (values.for === '') throw new UsageError('Say what the other computer has: --for EDITION.');
    const dataDir = values.data ?? world.env['WAYMARK_DATA'];
    if (dataDir === undefined || dataDir === '') throw new UsageError('Give the data folder with --data DIR or WAYMARK_DATA.');
    const done = await exportUpdate({ dataDir: resolve(dataDir), resourcesDir: world.resourcesDir }, resolve(out), { forEdition: values.for ?? null });
    if (values.json === true) world.out(`${JSON.stringify(done)}\n`);
    else world.out(`edition ${done.edition}: ${done.files} files, ${done.bytes} bytes${done.hasPack ? '' : '; without the whole pack'}\n`);
    return 0;
  },
};
