/** `npm run starter`: makes the generated tables of resources/starter again from the source files. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../lib/paths.ts';

export function run(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    spawn(process.execPath, [join(ROOT, 'db', 'sources', 'starter', 'make.ts'), ...args], { cwd: ROOT, stdio: 'inherit' }).on('exit', (code) => resolve(code ?? 1));
  });
}
