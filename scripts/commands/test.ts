/** `npm test`: everything, and a last line that counts what really ran. */
import { runChecks } from '../lib/checks.ts';

export function run(args: readonly string[]): Promise<number> {
  return runChecks({ projects: ['unit', 'shell', 'e2e'], tests: args });
}
