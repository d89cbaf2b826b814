import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULE_PROPERTIES } from '../../../test/engine/rule-properties.ts';

describe('rules and dates', () => {
  it.each(RULE_PROPERTIES)('$name', ({ property }) => {
    expect(() => fc.assert(property, { numRuns: 1000 })).not.toThrow();
  });
});
