/** Entry of the `waymark` command in a checkout. */
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { runCli } from './run-cli.ts';

process.exitCode = await runCli(process.argv.slice(2), {
  out: (line) => process.stdout.write(line),
  err: (line) => process.stderr.write(line),
  input: () => text(process.stdin),
  env: process.env,
  resourcesDir: process.env['WAYMARK_RESOURCES'] ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'resources'),
});
