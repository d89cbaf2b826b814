import { describe, expect, it } from 'vitest';
import { commonStart, unanimous, valuesOf } from './soc-codes.ts';

describe('attributes of merged codes', () => {
  const merged = new Map([['31-1120', ['31-1121', '31-1122']]]);
  const zones = new Map([['31-1121.00', 2], ['31-1122.00', 2], ['29-1141.00', 4], ['29-1141.01', 5], ['15-1299.01', 4]]);

  it('looks at the .00 code alone, or at the parts', () => {
    expect(valuesOf(zones, '29-1141', merged)).toEqual([4]);
    expect(valuesOf(zones, '31-1120', merged)).toEqual([2, 2]);
    expect(valuesOf(zones, '15-1299', merged)).toEqual([]);
  });

  it('keeps only what the parts share', () => {
    expect(unanimous([2, 2])).toBe(2);
    expect(unanimous([2, 3])).toBeNull();
    expect(unanimous([])).toBeNull();
    expect(commonStart(['SRC', 'SCR'])).toBe('S');
    expect(commonStart(['RC', 'RCE'])).toBe('RC');
    expect(commonStart(['ECR', 'CER'])).toBeNull();
    expect(commonStart([])).toBeNull();
  });
});
