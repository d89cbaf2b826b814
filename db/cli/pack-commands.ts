/** `waymark pack build | verify | info`: makes packs and looks into them. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sourced } from '../pack/ledger.ts';
import { readPack, readPackHeader } from '../pack/pack-reader.ts';
import { writePack } from '../pack/pack-writer.ts';
import { readStarter } from '../pack/starter.ts';
import { buildFromRecipe, reportOf, type BuildStep } from '../recipe/build.ts';
import type { PackHeader } from '../pack/header.ts';
import { starterFolders } from '../reference/shipped.ts';
import { onlyOne, readArgs, UsageError, type CliWorld, type Command } from './command.ts';
import { refuse } from './refuse.ts';

const rowsIn = (header: PackHeader): number => header.tables.reduce((sum, [, rows]) => sum + rows, 0);

async function buildStarter(world: CliWorld, dir: string | undefined, out: string): Promise<number> {
  const folders = dir === undefined
    ? starterFolders(world.resourcesDir)
    : { starterDir: resolve(dir), rubricsDir: join(dirname(resolve(dir)), 'rubrics') };
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
}

function tellStep(world: CliWorld, told: BuildStep): void {
  if (told.step === 'resumed') world.err('Going on where the build was stopped.\n');
  else if (told.step === 'file') {
    const { file, done, all } = told;
    world.err(`${done} of ${all}: ${file.file} (${file.kind ?? 'refused'}), ${file.kept} kept of ${file.read}\n`);
  } else world.err(told.step === 'merging' ? 'Merging what the sources say.\n' : 'Writing the pack.\n');
}

async function buildRecipe(world: CliWorld, recipe: string, out: string): Promise<number> {
  try {
    const { header, report } = await buildFromRecipe({
      recipePath: resolve(recipe), out: resolve(out), folders: starterFolders(world.resourcesDir), tell: (step) => { tellStep(world, step); },
    });
    const { added, joined } = report.credentials;
    world.out(`${out}: ${header.name}, edition ${header.edition}, ${rowsIn(header)} rows, digest ${header.digest}\n`);
    world.out(`${added} credentials of the sources, ${joined} records joined to the starter's; what was taken from where: ${reportOf(out)}\n`);
    return 0;
  } catch (error) {
    return refuse(world, recipe, error);
  }
}

const build: Command = {
  name: 'pack build',
  summary: 'build a pack by a recipe, or from the starter tables',
  help: `Usage: waymark pack build --recipe FILE --out FILE
       waymark pack build --starter [--in DIR] --out FILE

Builds a pack and replaces the file whole or not at all.
  --recipe FILE  by a recipe: its sources, their order, licenses and digests. What was
                 taken from where is written to OUT.report.json. A build that was
                 stopped goes on where it was (OUT.work holds what is done)
  --starter      from the starter's reviewed tables alone
  --in DIR       folder of these tables; the rubrics are read from DIR/../rubrics
  --out FILE     the pack
`,
  async run(args, world) {
    const { values } = readArgs(args, { starter: { type: 'boolean' }, recipe: { type: 'string' }, in: { type: 'string' }, out: { type: 'string' } }, false);
    const { out, recipe } = values;
    if ((values.starter === true) === (recipe !== undefined)) throw new UsageError('Say what to build from: --recipe FILE, or --starter.');
    if (out === undefined || out === '') throw new UsageError('Say where to put the pack: --out FILE.');
    return recipe === undefined ? buildStarter(world, values.in, out) : buildRecipe(world, recipe, out);
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
