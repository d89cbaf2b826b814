/** `waymark source check`: what is in files, and what would become of it. */
import { resolve } from 'node:path';
import { checkSource, refusedWhole, type SourceReport } from '../sources/check/check-source.ts';
import { SOURCE_KINDS } from '../sources/check/kinds.ts';
import { ladderCommand } from './ladder-command.ts';
import { mappedKind } from '../sources/mapping/mapped-kind.ts';
import { MappingFault, readMapping } from '../sources/mapping/mapping.ts';
import { filesUnder } from '../sources/files-under.ts';
import type { SourceKind } from '../sources/source-kind.ts';
import { readArgs, UsageError, type CliWorld, type Command } from './command.ts';

function tell(world: CliWorld, report: SourceReport): void {
  const kind = report.kind === null ? 'refused' : `${report.kind}${report.vintage === null ? '' : ` (${report.vintage})`}`;
  world.out(`${report.file}: ${kind}; ${report.read} read, ${report.kept} kept, ${report.skipped} skipped, ${report.refused} refused\n`);
  for (const { code, count, message, examples } of report.problems) {
    const [first] = examples;
    const where = first === undefined || first.row === 0 ? '' : ` First at row ${first.row}${first.column === '' ? '' : `, ${first.column}`}${first.value === '' ? '' : `: ${first.value}`}.`;
    world.out(`  ${code} (${count}): ${message}${where}\n`);
  }
}

function kindNamed(name: string | undefined): SourceKind | null {
  if (name === undefined) return null;
  const found = SOURCE_KINDS.find(({ kind }) => kind === name);
  if (!found) throw new UsageError(`No kind is called "${name}".`);
  return found;
}

async function kindMapped(path: string, name: string | undefined): Promise<SourceKind> {
  if (name !== undefined) throw new UsageError('Give a kind or a mapping, not both: a mapping says its kind.');
  try {
    return mappedKind(await readMapping(resolve(path)));
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    throw new UsageError(`The mapping cannot be used: ${error.where === '' ? '' : `${error.where}: `}${error.expected}.`);
  }
}

const check: Command = {
  name: 'source check',
  summary: 'tell what files are and what an import would keep of them',
  help: `Usage: waymark source check FILES... [--kind KIND | --mapping FILE] [--json]

Recognises each file by its content and reads all of it: how many records were
read, kept, skipped (right, but not wanted) and refused (wrong), and why. A folder
stands for every file in it.
  --kind KIND  take the files for this kind: ${SOURCE_KINDS.map(({ kind }) => kind).join(', ')}
  --mapping FILE  take them for what the mapping says, which names the column of
               each thing (docs of mappings: db/sources/mapping/README.md)
  --json       as one JSON array
Exit code 0 when every file was recognised and read, problems or not; 1 when a
file was refused whole.
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { kind: { type: 'string' }, mapping: { type: 'string' }, json: { type: 'boolean' } }, true);
    if (positionals.length === 0) throw new UsageError('Give at least one file.');
    const named = values.mapping === undefined ? kindNamed(values.kind) : await kindMapped(values.mapping, values.kind);
    const reports: SourceReport[] = [];
    for (const path of positionals) {
      for (const file of (await filesUnder(path)) ?? [path]) {
        const report = { ...(await checkSource(resolve(file), named)), file };
        reports.push(report);
        if (values.json !== true) tell(world, report);
      }
    }
    if (values.json === true) world.out(`${JSON.stringify(reports, null, 1)}\n`);
    return reports.some(refusedWhole) ? 1 : 0;
  },
};

export const sourceCommands: readonly Command[] = [check, ladderCommand];
