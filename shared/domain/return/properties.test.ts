import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGINE_PROPERTIES } from '../../../test/engine/properties.ts';

describe('for every input', () => {
  it.each(ENGINE_PROPERTIES)('$name', ({ property }) => {
    expect(() => fc.assert(property, { numRuns: 1000 })).not.toThrow();
  });
});
