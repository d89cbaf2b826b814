/** What a command of the `waymark` tool is. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** Where a command reads and writes; tests give their own. */
export interface CliWorld {
  /** Results, and nothing else. */
  readonly out: (text: string) => void;
  /** Messages. */
  readonly err: (text: string) => void;
  /** All of standard input, as text. */
  readonly input: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder with the starter's tables, rubrics and, when built, its pack and database. */
  readonly resourcesDir: string;
}

export interface Command {
  /** Words that call it, as "pack build". */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** Gives the exit code: 0 done, 1 a file was refused. Throws {@link UsageError} for a wrong use. */
  readonly run: (args: readonly string[], world: CliWorld) => Promise<number>;
}

/** A wrong use; its message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** `parseArgs` whose complaints are usage errors of one sentence. */
export function readArgs<const O extends ParseArgsOptionsConfig>(args: readonly string[], options: O, allowPositionals: boolean) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'Arguments could not be read.';
    const [sentence = message] = message.split(/\. |\n/);
    throw new UsageError(sentence.endsWith('.') ? sentence : `${sentence}.`, { cause });
  }
}

/** The one positional argument of a command. */
export function onlyOne(positionals: readonly string[], what: string): string {
  const [value] = positionals;
  if (value === undefined || positionals.length > 1) throw new UsageError(`Give one ${what}.`);
  return value;
}
