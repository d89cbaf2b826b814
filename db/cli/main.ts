/** Entry of the `waymark` command in a checkout. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from './run-cli.ts';

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  resourcesDir: process.env['WAYMARK_RESOURCES'] ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'resources'),
});
