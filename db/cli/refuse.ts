/** How a command says that a file was refused. */
import { CodedError } from '../../shared/kernel/errors.ts';
import type { CliWorld } from './command.ts';
import { sentenceOf } from './messages.ts';

/** Writes the sentence of a coded error beside the file and gives the exit code; any other error is thrown on. */
export function refuse(world: CliWorld, file: string, error: unknown): number {
  if (!(error instanceof CodedError)) throw error;
  world.err(`${file}: ${sentenceOf(error)}\n`);
  return 1;
}
