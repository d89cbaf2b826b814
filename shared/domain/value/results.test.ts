import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RESULTS_FILE, verdictResults } from '../../../test/golden/verdict-cases.ts';

const golden = JSON.parse(readFileSync(RESULTS_FILE, 'utf8')) as readonly unknown[];

describe('what is said of each case, in full', () => {
  it('is what was read (refresh: node test/golden/make-verdict-results.ts, then read what changed)', () => {
    const found = verdictResults();
    expect(found).toHaveLength(golden.length);
    found.forEach((each, index) => { expect(each).toEqual(golden[index]); });
  });
});
