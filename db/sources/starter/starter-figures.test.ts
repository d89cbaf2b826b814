/**
 * Compares the committed tables with the source files, read here by fixed column positions and
 * without the mapping code that made the tables.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { buildFiles } from './build-files.ts';
import { type Cells, DATA, HAS_DATA, LABOR, STARTER, tableRows } from './test-starter.ts';

const SEED = 20261124;

/** A small linear congruential generator: the picks are the same in every run. */
function picks<T>(items: readonly T[], count: number): readonly T[] {
  let state = SEED;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    const item = items[Math.floor((state / 2147483648) * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  });
}

interface AreaJson {
  readonly occupations: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** File of an area's figures; Guam and the Virgin Islands have theirs under a nonmetropolitan code. */
function areaJson(area: string): AreaJson {
  const code = { '66': '6600001', '78': '7800001' }[area] ?? area;
  const folder = code.length === 7 || code === '72' ? 'nonmetro-and-territories' : 'states';
  return JSON.parse(readFileSync(join(LABOR, 'bls-oews-area-2025', folder, `${code}.json`), 'utf8')) as AreaJson;
}

const asNumber = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text));
const workbook = (year: number) => readSheet(join(LABOR, 'bls-oews-national', `national_M${year}_dl.xlsx`), 1);

describe.skipIf(!HAS_DATA)(`figures equal the source files (seed ${SEED})`, () => {
  it('makes the committed bytes, twice the same', async () => {
    const first = await buildFiles(DATA);
    const second = await buildFiles(DATA);
    expect([...second]).toEqual([...first]);
    for (const [path, text] of first) {
      expect(readFileSync(join(STARTER, ...path.split('/')), 'utf8') === text, `${path} is not what the script makes`).toBe(true);
    }
  }, 240_000);

  it('100 area figures', () => {
    const keys = { employment: 'emp', p10: 'p10', p25: 'p25', p50: 'med', p75: 'p75', p90: 'p90', mean: 'avg', hourly_p50_cents: 'hmed', hourly_mean_cents: 'havg' };
    const cells = Object.entries(keys);
    const rows = picks(tableRows('wage').filter((row) => row['area'] !== 'us'), 100);
    picks(cells, 100).forEach(([column, key], index) => {
      const row: Cells = rows[index] ?? {};
      const published = areaJson(row['area'] ?? '').occupations[row['soc'] ?? '']?.[key];
      const expected = published === undefined ? null : Math.round(published * (column.startsWith('hourly') ? 100 : 1));
      expect(asNumber(row[column]), `${row['area']} ${row['soc']} ${column}`).toBe(expected);
    });
  });

  it('60 national wages', async () => {
    // Columns L and R to AD of the sheet, counted from 0.
    const positions = {
      employment: 11, hourly_mean_cents: 17, mean: 18, hourly_p10_cents: 20, hourly_p25_cents: 21, hourly_p50_cents: 22,
      hourly_p75_cents: 23, hourly_p90_cents: 24, p10: 25, p25: 26, p50: 27, p75: 28, p90: 29,
    };
    const sheet = await workbook(2025);
    const rows = picks(tableRows('wage').filter((row) => row['area'] === 'us'), 60);
    picks(Object.entries(positions), 60).forEach(([column, position], index) => {
      const row: Cells = rows[index] ?? {};
      const value = sheet.find((cells) => cells[8] === row['soc'] && cells[10] === 'detailed')?.[position];
      const expected = typeof value === 'number' ? Math.round(value * (column.startsWith('hourly') ? 100 : 1)) : null;
      expect(asNumber(row[column]), `${row['soc']} ${column}`).toBe(expected);
    });
    expect(sheet[1]?.[27]).toBe(50980);
  });

  it('40 projections, from the other table', async () => {
    const sheet = await readSheet(join(LABOR, 'bls-employment-projections', 'occupation_2024-2034.xlsx'), 'Table 1.10');
    const positions = { employment_from: [3, 1000], employment_to: [4, 1000], change_permille: [6, 10], openings_per_year: [13, 1000] } as const;
    const rows = picks(tableRows('outlook'), 40);
    picks(Object.entries(positions), 40).forEach(([column, [position, factor]], index) => {
      const row: Cells = rows[index] ?? {};
      const value = sheet.find((cells) => cells[1] === row['soc'] && cells[2] === 'Line item')?.[position];
      expect(asNumber(row[column]), `${row['soc']} ${column}`).toBe(Math.round(Number(value) * factor));
    });
  });

  it('has every row of the area files, and no other', () => {
    const count = new Map<string, number>();
    for (const row of tableRows('wage')) count.set(row['area'] ?? '', (count.get(row['area'] ?? '') ?? 0) + 1);
    count.delete('us');
    expect(count.size).toBe(tableRows('area').length - 1);
    for (const [area, rows] of count) expect(rows, area).toBe(Object.keys(areaJson(area).occupations).length);
  });

  it('dates each area right: location quotients agree with the national shares of May 2025', async () => {
    const sheet = await workbook(2025);
    const total = Number(sheet[1]?.[11]);
    const share = new Map(sheet.filter((cells) => cells[10] === 'detailed').map((cells) => [String(cells[8]), (Number(cells[11]) / total) * 1000]));
    const agreement = (area: string): number => {
      let compared = 0;
      let agreed = 0;
      for (const [soc, { j1k, lq }] of Object.entries(areaJson(area).occupations)) {
        const national = share.get(soc);
        if (j1k === undefined || lq === undefined || lq <= 0.1 || national === undefined || Number.isNaN(national)) continue;
        compared += 1;
        // Half a hundredth for the rounding of the quotient, half a thousandth for that of the jobs.
        if (Math.abs(j1k / national - lq) <= 0.0055 + 0.0006 / national) agreed += 1;
      }
      return agreed / compared;
    };
    for (const row of tableRows('area')) {
      const id = row['id'] ?? '';
      if (id === 'us') continue;
      if (row['source_id'] === 'oews-2025-areas') expect(agreement(id), id).toBeGreaterThan(0.95);
      else expect(agreement(id), id).toBeLessThan(0.5);
    }
    expect(tableRows('area').filter((row) => row['source_id'] === 'oews-2024-areas').map((row) => row['id'])).toEqual(['72']);
  });
});

describe('figures that were checked by hand', () => {
  const wages = new Map(tableRows('wage').map((row) => [`${row['area']} ${row['soc']}`, row]));
  const outlook = new Map(tableRows('outlook').map((row) => [row['soc'], row]));
  const occupations = new Map(tableRows('occupation').map((row) => [row['soc'], row]));
  const areas = new Map(tableRows('area').map((row) => [row['id'], row]));

  it('pay, outlook, price parities and prices', () => {
    expect(wages.get('us 29-1141')?.['p50']).toBe('97550');
    expect(wages.get('us 47-2111')?.['p50']).toBe('63190');
    expect(wages.get('us 11-1011')?.['p90']).toBe('507730');
    const pharmacists = (state: string) => ['p10', 'p25', 'p50', 'p75', 'p90'].map((name) => wages.get(`${state} 29-1051`)?.[name]);
    expect(pharmacists('44')).toEqual(expect.arrayContaining(['86650', '128180', '161090']));
    expect(pharmacists('22')).toEqual(expect.arrayContaining(['100920', '132410', '156740']));
    expect(outlook.get('29-1141')).toMatchObject({ change_permille: '49', openings_per_year: '189100' });
    expect(outlook.get('47-2111')).toMatchObject({ change_permille: '95', openings_per_year: '81000' });
    expect(occupations.get('47-2111')).toMatchObject({ entry_education: 'high-school', entry_training: 'apprenticeship' });
    const parities = { us: '100000', '06': '112581', '11': '110804', '15': '108609', '28': '87292', '05': '86508', '66': '', '3900004': '' };
    for (const [area, parity] of Object.entries(parities)) expect(areas.get(area)?.['price_parity_milli'], area).toBe(parity);
    const prices = new Map(tableRows('price_index').map((row) => [`${row['year']}-${row['month']}`, row['cpi_milli']]));
    expect(['2015-0', '2022-0', '2024-5', '2025-5', '2026-5', '2025-10'].map((month) => prices.get(month))).toEqual([
      '237017', '292655', '314069', '321465', '335123', undefined,
    ]);
    const months = Array.from({ length: 12 }, (_, index) => Number(prices.get(`2022-${index + 1}`)));
    expect(Math.round(months.reduce((sum, value) => sum + value, 0) / 12)).toBe(292655);
  });

  it('the newer job zone, pay bases, and the territory with an older vintage', () => {
    expect(occupations.get('47-2151')?.['job_zone']).toBe('1');
    expect(occupations.get('29-1141')?.['interests']).toBe('SIC');
    expect(occupations.get('11-1031')).toMatchObject({ pay_basis: 'none', title: 'Legislators' });
    expect(occupations.get('27-2011')?.['pay_basis']).toBe('hourly-only');
    expect(wages.get('us 27-2011')).toMatchObject({ p50: '', unknown: '' });
    expect(wages.get('us 25-2021')).toMatchObject({ hourly_p50_cents: '', unknown: '' });
    expect(wages.get('72 29-1141')).toMatchObject({ p50: '37780', source_id: 'oews-2024-areas' });
    expect(areas.get('3900004')).toMatchObject({ kind: 'nonmetro', parent: '39', state: 'OH' });
  });

  it('the twelve merged codes have parts, wages, an outlook and search words of their parts', () => {
    const merged = [...occupations.values()].filter((row) => row['merges'] !== '');
    expect(merged.map((row) => row['soc'])).toEqual([
      '13-1020', '13-2020', '21-1018', '25-2052', '25-9045', '29-2010', '31-1120', '39-7010', '47-4090', '51-2028', '51-2090', '53-1047',
    ]);
    const aliases = new Set(tableRows('occupation_alias').map((row) => `${row['soc']} ${row['alias']}`));
    for (const row of merged) {
      expect(wages.has(`us ${row['soc']}`)).toBe(true);
      expect(outlook.get(row['soc'])?.['source_id']).toBe('ep-2024-34');
      for (const part of row['merges']?.split(';') ?? []) expect(occupations.has(part), part).toBe(false);
    }
    expect(aliases.has('31-1120 Home Health Aides')).toBe(true);
    expect(aliases.has('31-1120 Personal Care Aides')).toBe(true);
    expect(aliases.has('31-1131 CNA')).toBe(true);
  });
});
