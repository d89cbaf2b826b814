import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSource, type SourceReport } from '../check/check-source.ts';
import { workbookOf } from '../file/test-zip.ts';
import { OEWS_HEADINGS, type OewsColumn } from './oews-columns.ts';
import type { OewsRecord } from './oews-record.ts';
import { stagedOews } from './oews-stage.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'waymark oews ñ ')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const COLUMNS = Object.keys(OEWS_HEADINGS) as OewsColumn[];
const NURSE: Readonly<Record<OewsColumn, string>> = {
  area: '06', areaTitle: 'California', areaType: '2', state: 'CA', industry: 'cross-industry', owner: '1235', soc: '29-1141', title: 'Registered Nurses', group: 'detailed',
  employment: '338,970', hMean: '69.82', aMean: '145,220', h10: '43.63', h25: '52.57', h50: '67.03', h75: '84.21', h90: '#', a10: '90750', a25: '109350', a50: '139430', a75: '175160', a90: '#',
  annualOnly: '', hourlyOnly: '',
};
const ROW = { ...NURSE, h90: '101.5', a90: '211120' };

/** Makes a file of the columns in the order given, and reads it. */
async function read(name: string, rows: readonly Partial<Record<OewsColumn, string>>[], columns: readonly OewsColumn[] = COLUMNS): Promise<{ readonly report: SourceReport; readonly records: readonly OewsRecord[] }> {
  const cells = [columns.map((column) => OEWS_HEADINGS[column][0]), ...rows.map((row) => columns.map((column) => ({ ...ROW, ...row })[column]))];
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.csv') ? cells.map((line) => line.map((cell) => `"${cell}"`).join(',')).join('\n') : workbookOf({ 'All May 2023 data': cells }));
  const records: unknown[] = [];
  return { report: await checkSource(path, null, (record) => { records.push(record); }), records: records as readonly OewsRecord[] };
}

const codes = (report: SourceReport): readonly string[] => report.problems.map(({ code }) => code);

describe('wages of states and areas', () => {
  it('are read whatever the order of the columns, grouped thousands and dollars too', async () => {
    const { report, records } = await read('turned.csv', [{ a50: '$139,430' }], [...COLUMNS].reverse());
    expect(report).toMatchObject({ kind: 'oews-area', read: 1, kept: 1 });
    expect(records[0]).toMatchObject({ soc: '29-1141', employment: 338_970, annual: { p50: 139_430 }, hourlyCents: { p50: 6_703 }, area: { id: '06', kind: 'state' } });
  });

  it('of every type of area get their zeros back, and all data together say their year', async () => {
    const { report, records } = await read('all.xlsx', [
      { area: '99', areaType: '1', areaTitle: 'U.S.', state: 'US' }, { area: '6' }, { area: '100001', areaType: '6', areaTitle: 'Northwest Alabama', state: 'AL' },
      { area: '12420', areaType: '4', areaTitle: 'Austin, TX', state: 'TX' }, { area: '72', areaType: '3', areaTitle: 'Puerto Rico', state: 'PR' },
    ]);
    expect(report).toMatchObject({ kind: 'oews-area', vintage: '2023-05', read: 5, kept: 5 });
    expect(records.map(({ area }) => [area.id, area.kind, area.stateFips])).toEqual([['us', 'nation', null], ['06', 'state', '06'], ['0100001', 'nonmetro', '01'], ['12420', 'metro', '48'], ['72', 'territory', '72']]);
    expect(report.problems.find(({ code }) => code === 'leading-zeros-restored')?.count).toBe(2);
  });

  it('that are groups, of one industry, or there already are left out with the reason', async () => {
    const { report } = await read('skipped.csv', [{}, { group: 'major' }, { industry: 'sector' }, { owner: '5' }, {}]);
    expect(report).toMatchObject({ read: 5, kept: 1, skipped: 4, refused: 0 });
    expect(codes(report)).toEqual(['by-industry', 'duplicate', 'not-detailed']);
  });

  it('with letters for figures, cells that changed places, or no code are refused one by one', async () => {
    const { report } = await read('wrong.csv', [{ a50: 'many' }, { soc: 'Registered Nurses', title: '29-1141' }, { area: 'CA' }, { group: 'nurse' }, { employment: '-5' }, {}]);
    expect(report).toMatchObject({ read: 6, kept: 1, refused: 5 });
    expect(codes(report)).toEqual(['code-invalid', 'not-a-number']);
  });

  it('keep what is unknown with its reason', async () => {
    const { records, report } = await read('marks.csv', [{ a90: '#', h90: '#', employment: '**' }]);
    expect(records[0]).toMatchObject({ employment: null, topCoded: true, annual: { p90: null, p75: 175_160 } });
    expect(codes(report)).toEqual(['not-published', 'top-coded']);
    expect([...stagedOews(records[0] as OewsRecord)].map(({ table, cells }) => [table, cells['id'] ?? cells['top_coded'], cells['unknown']])).toEqual([['area', '06', undefined], ['wage', 1, 'not-published']]);
  });

  it('of a row that was cut are refused, and a workbook that was cut is refused whole', async () => {
    const path = join(folder, 'cut.csv');
    writeFileSync(path, `${COLUMNS.map((column) => OEWS_HEADINGS[column][0]).join(',')}\n${COLUMNS.map((column) => ROW[column].replace(',', '')).join(',')}\n06,Calif`);
    expect(await checkSource(path)).toMatchObject({ kind: 'oews-area', read: 2, kept: 1, refused: 1 });
    const whole = workbookOf({ Data: [['AREA']] });
    writeFileSync(join(folder, 'cut.xlsx'), whole.subarray(0, whole.length - 30));
    expect(await checkSource(join(folder, 'cut.xlsx'))).toMatchObject({ kind: null, problems: [{ code: 'workbook-damaged' }] });
  });
});
