/** `npm run check`: types, lint, architecture, unit, database, contract and property tests; offline, no browser. */
import { runChecks } from '../lib/checks.ts';

export function run(): Promise<number> {
  return runChecks({ projects: ['unit'] });
}
