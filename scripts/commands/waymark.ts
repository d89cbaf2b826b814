/** `npm run waymark -- COMMAND`: the tool for publishers, from a checkout. */
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { runCli } from '../../db/cli/run-cli.ts';
import { ROOT } from '../lib/paths.ts';

export function run(args: readonly string[]): Promise<number> {
  return runCli(args, {
    out: (line) => process.stdout.write(line),
    err: (line) => process.stderr.write(line),
    input: () => text(process.stdin),
    env: process.env,
    resourcesDir: process.env['WAYMARK_RESOURCES'] ?? join(ROOT, 'resources'),
  });
}
