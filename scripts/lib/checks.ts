/** Types, lint and tests, with a last line `N passed, N failed, N skipped` counted from the reports. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from './build.ts';
import { runTool } from './child.ts';

export interface ChecksOptions {
  readonly projects: readonly ('unit' | 'shell' | 'e2e')[];
  /** File name filters passed to the test runner. */
  readonly tests?: readonly string[];
  /** False leaves out types and lint. */
  readonly static?: boolean;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Counts a report's tests; a file that could not even be collected counts as one failure. */
export function countReport(report: Report): { passed: number; failed: number; skipped: number } {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    for (const each of file.assertionResults) {
      if (each.status === 'passed') counts.passed += 1;
      else if (each.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === 'failed' && !file.assertionResults.some((each) => each.status === 'failed')) counts.failed += 1;
  }
  return counts;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs the checks; 0 when all that ran passed and at least one test ran. */
export async function runChecks(options: ChecksOptions): Promise<number> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (options.static !== false) {
    for (const [name, file, args] of [['types', 'typescript/bin/tsc', ['-b']], ['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']]] as const) {
      const code = await runTool(file, args);
      say(`${name}: ${code === 0 ? 'clean' : 'failed'}`);
      counts[code === 0 ? 'passed' : 'failed'] += 1;
    }
  }
  await buildAll();
  const folder = mkdtempSync(join(tmpdir(), 'waymark-report-'));
  try {
    const file = join(folder, 'report.json');
    const code = await runTool('vitest/vitest.mjs', [
      'run', ...(options.tests ?? []), ...options.projects.flatMap((each) => ['--project', each]), '--reporter=default', '--reporter=json', `--outputFile.json=${file}`,
    ]);
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const tests = countReport(report);
    for (const key of ['passed', 'failed', 'skipped'] as const) counts[key] += tests[key];
    // The runner may fail for more than a failed test: an unhandled rejection, a crash.
    if (code !== 0 && tests.failed === 0) counts.failed += 1;
    const skipped = report.testResults.flatMap((each) => each.assertionResults.filter((test) => test.status !== 'passed' && test.status !== 'failed'));
    for (const each of skipped) say(`skipped: ${each.fullName}`);
  } catch {
    say('The test runner wrote no report.');
    counts.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}
