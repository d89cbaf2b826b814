/** `waymark pack build | verify | info`: makes packs and looks into them. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { sourced } from '../pack/ledger.ts';
import { readPack, readPackHeader } from '../pack/pack-reader.ts';
import { writePack } from '../pack/pack-writer.ts';
import { readStarter } from '../pack/starter.ts';
import type { PackHeader } from '../pack/header.ts';
import { starterFolders } from '../reference/shipped.ts';
import { onlyOne, readArgs, UsageError, type CliWorld, type Command } from './command.ts';
import { sentenceOf } from './messages.ts';

function refuse(world: CliWorld, file: string, error: unknown): number {
  if (!(error instanceof CodedError)) throw error;
  world.err(`${file}: ${sentenceOf(error)}\n`);
  return 1;
}

const rowsIn = (header: PackHeader): number => header.tables.reduce((sum, [, rows]) => sum + rows, 0);

const build: Command = {
  name: 'pack build',
  summary: 'build a pack from the starter tables',
  help: `Usage: waymark pack build --starter [--in DIR] --out FILE

Builds a pack from reviewed tables of facts.
  --starter   from the starter (the only kind of build so far)
  --in DIR    folder of the tables; the rubrics are read from DIR/../rubrics
  --out FILE  the pack; replaced whole or not at all
`,
  async run(args, world) {
    const { values } = readArgs(args, { starter: { type: 'boolean' }, in: { type: 'string' }, out: { type: 'string' } }, false);
    const { out } = values;
    if (values.starter !== true) throw new UsageError('Say what to build from: --starter.');
    if (out === undefined || out === '') throw new UsageError('Say where to put the pack: --out FILE.');
    const folders = values.in === undefined
      ? starterFolders(world.resourcesDir)
      : { starterDir: resolve(values.in), rubricsDir: join(dirname(resolve(values.in)), 'rubrics') };
    let rows;
    try {
      rows = sourced(await readStarter(folders));
    } catch (error) {
      return refuse(world, folders.starterDir, error);
    }
    try {
      const header = await writePack({ rows, out: resolve(out) });
      world.out(`${out}: ${header.name}, edition ${header.edition}, ${rowsIn(header)} rows, digest ${header.digest}\n`);
      return 0;
    } catch (error) {
      return refuse(world, out, error);
    }
  },
};

const verify: Command = {
  name: 'pack verify',
  summary: 'check every byte and row of a pack',
  help: `Usage: waymark pack verify FILE

Checks a pack: header, size, checksum, frame, every row and reference, digest.
Exit code 0 when it is sound, 1 when it is refused.
`,
  async run(args, world) {
    const file = onlyOne(readArgs(args, {}, true).positionals, 'pack file');
    try {
      const header = await readPack(resolve(file), () => undefined);
      world.out(`${file}: sound; ${header.name}, edition ${header.edition}, ${rowsIn(header)} rows, digest ${header.digest}\n`);
      return 0;
    } catch (error) {
      return refuse(world, file, error);
    }
  },
};

const info: Command = {
  name: 'pack info',
  summary: 'print what a pack says of itself',
  help: `Usage: waymark pack info FILE [--json]

Prints the header of a pack: edition, digest, codec, sizes, tables with their rows.
Only the header and the size of the file are checked; "pack verify" checks all of it.
  --json  as one JSON object
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' } }, true);
    const file = onlyOne(positionals, 'pack file');
    try {
      const header = await readPackHeader(resolve(file));
      const { size } = await stat(resolve(file));
      const { waymarkPack: format, tables, ...rest } = header;
      const told = { format, ...rest, fileBytes: size, rows: rowsIn(header), tables: Object.fromEntries(tables) };
      if (values.json === true) world.out(`${JSON.stringify(told)}\n`);
      else {
        const lines = Object.entries(told).flatMap(([key, value]) =>
          typeof value === 'object' ? Object.entries(value).map(([name, rows]) => `  ${name}: ${rows}`) : [`${key}: ${value}`]);
        world.out(`${lines.join('\n')}\n`);
      }
      return 0;
    } catch (error) {
      return refuse(world, file, error);
    }
  },
};

export const packCommands: readonly Command[] = [build, verify, info];
