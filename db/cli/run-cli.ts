/** Finds the command that is called and runs it: results on stdout, messages on stderr, 0, 1 or 2. */
import { CodedError } from '../../shared/kernel/errors.ts';
import { UsageError, type CliWorld, type Command } from './command.ts';
import { changesCommand } from './changes-command.ts';
import { evaluateCommand } from './evaluate-command.ts';
import { sentenceOf } from './messages.ts';
import { packCommands } from './pack-commands.ts';
import { patchCommands } from './patch-commands.ts';
import { repositoryCommands } from './repository-commands.ts';
import { packReportCommands } from './pack-report-commands.ts';
import { searchCommand } from './search-command.ts';
import { sourceCommands } from './source-commands.ts';
import { starterReportCommand } from './starter-report.ts';
import { updateCommand } from './update-command.ts';
import { updateExportCommand } from './update-export-command.ts';

/** The commands of this folder; a host adds its own (`serve`) when it calls {@link runCli}. */
export const COMMANDS: readonly Command[] = [searchCommand, evaluateCommand, ...packCommands, ...patchCommands, changesCommand, ...packReportCommands, ...sourceCommands, ...repositoryCommands, updateExportCommand, updateCommand, starterReportCommand];

const wantsHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: waymark COMMAND [options]\n\n${lines.join('\n')}\n\n"waymark COMMAND --help" tells more.\n`;
}

function findCommand(args: readonly string[], commands: readonly Command[]): { command: Command; rest: readonly string[] } | null {
  for (const command of commands) {
    const words = command.name.split(' ');
    if (words.every((word, index) => args[index] === word)) return { command, rest: args.slice(words.length) };
  }
  return null;
}

/** Runs one call; gives its exit code: 0 done, 1 refused or failed, 2 wrong use, or what the command says. */
export async function runCli(args: readonly string[], world: CliWorld, commands: readonly Command[] = COMMANDS): Promise<number> {
  const found = findCommand(args, commands);
  if (!found) {
    const group = commands.filter(({ name }) => args[0] !== undefined && name.startsWith(`${args[0]} `));
    if (wantsHelp(args)) {
      world.out(overview(group.length > 0 ? group : commands));
      return 0;
    }
    const asked = args.length === 0 ? 'No command was given' : `There is no command "${args.slice(0, group.length > 0 ? 2 : 1).join(' ')}"`;
    world.err(`${asked}; "waymark --help" lists them.\n`);
    return 2;
  }
  if (wantsHelp(found.rest)) {
    world.out(found.command.help);
    return 0;
  }
  try {
    return await found.command.run(found.rest, world);
  } catch (error) {
    if (error instanceof UsageError) {
      world.err(`${error.message}\n`);
      return 2;
    }
    if (!(error instanceof CodedError)) throw error;
    world.err(`${sentenceOf(error)}\n`);
    return 1;
  }
}
