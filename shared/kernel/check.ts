/** One thing that a self-test looks at, and what it found. */
export interface Check {
  readonly name: string;
  /** Resolves with what was found, in a few words; rejects with what is wrong. */
  run(): Promise<string>;
}

export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Ends a check as failed unless `holds`. */
export function expectThat(holds: boolean, wrong: string): void {
  if (!holds) throw new Error(wrong);
}

/** Runs checks one after another; a check that fails does not stop the next. */
export async function runChecks(checks: readonly Check[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, run } of checks) {
    try {
      results.push({ name, ok: true, detail: await run() });
    } catch (error) {
      results.push({ name, ok: false, detail: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) });
    }
  }
  return results;
}
