/** `npm run e2e`: the shell on the stand-in and every user task in a real browser. */
import { runChecks } from '../lib/checks.ts';

export function run(args: readonly string[]): Promise<number> {
  return runChecks({ projects: ['shell', 'e2e'], tests: args, static: false });
}
