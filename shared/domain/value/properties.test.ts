import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICT_PROPERTIES } from '../../../test/engine/judgement-properties.ts';

describe('verdicts', () => {
  it.each(VERDICT_PROPERTIES)('$name', ({ property }) => {
    expect(() => fc.assert(property, { numRuns: 1000 })).not.toThrow();
  });
});
