import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { countyRows, readNonmetroCounties } from './county-table.ts';
import { tableRows } from './test-starter.ts';

const names = [{ fips: '39009', name: 'Athens County' }, { fips: '39049', name: 'Franklin County' }, { fips: '51620', name: 'Franklin city' }, { fips: '72055', name: 'Guánica Municipio' }];
const areas = [{ id: '39', kind: 'state' }, { id: '3900004', kind: 'nonmetro' }, { id: '5100002', kind: 'nonmetro' }, { id: '7200006', kind: 'nonmetro' }];
const nonmetro = new Map([['3900004', ['Athens']], ['5100002', ['Franklin city']], ['7200006', ['Guanica']]]);

describe('counties and the areas whose figures stand for them', () => {
  it('takes the nonmetropolitan area, else the state', () => {
    expect(countyRows(names, nonmetro, areas).map(({ fips, area }) => [fips, area])).toEqual([['39009', '3900004'], ['39049', '39'], ['51620', '5100002'], ['72055', '7200006']]);
  });

  it.each([
    ['a county that no state has', new Map([...nonmetro, ['3900004', ['Athens', 'Nowhere']]]), /3900004 has no county "Nowhere"/],
    ['a county twice', new Map([...nonmetro, ['3900004', ['Athens', 'Athens']]]), /Athens \(39009\) is in 3900004 and in 3900004/],
    ['an area without counties', new Map([['3900004', ['Athens']], ['5100002', ['Franklin city']]]), /7200006/],
    ['an area that the starter lacks', new Map([...nonmetro, ['3900009', ['Athens']]]), /3900009/],
  ])('refuses %s', (_, counties, fault) => {
    expect(() => countyRows(names, counties, areas)).toThrow(fault);
  });

  // 3,144 in the states and the District (with the planning regions of Connecticut), 78 in Puerto Rico.
  it('holds every county of the United States and Puerto Rico, 1,970 of them in a nonmetropolitan area', () => {
    const rows = tableRows('county');
    expect(rows).toHaveLength(3222);
    expect(rows.filter((row) => row['area']?.length === 7)).toHaveLength(1970);
    expect(rows.every((row) => row['area']?.startsWith(row['fips']?.slice(0, 2) ?? '?'))).toBe(true);
  });

  it('leaves no nonmetropolitan area of the starter without a county', () => {
    const own = tableRows('area').filter((row) => row['kind'] === 'nonmetro').map((row) => row['id']);
    const held = new Set(tableRows('county').map((row) => row['area']));
    expect(own.filter((id) => !held.has(id))).toEqual([]);
    expect([...readNonmetroCounties(fileURLToPath(new URL('.', import.meta.url))).keys()].sort()).toEqual([...own].sort());
  });
});
