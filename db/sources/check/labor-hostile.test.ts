import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookOf } from '../file/test-zip.ts';
import { checkSource, type SourceReport } from './check-source.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'waymark labor ñ ')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

let count = 0;
async function read(content: string | Buffer): Promise<SourceReport & { readonly records: readonly unknown[]; readonly codes: readonly string[] }> {
  count += 1;
  const path = join(folder, String(count));
  writeFileSync(path, content);
  const records: unknown[] = [];
  const report = await checkSource(path, null, (record) => { records.push(record); });
  return { ...report, records, codes: report.problems.map(({ code }) => code) };
}

const SKILLS = 'O*NET-SOC Code\tElement ID\tScale ID\tData Value\tN\tStandard Error\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source';

describe('O*NET', () => {
  it('is read from the text edition, essential and transferable skills under the kind of skills', async () => {
    const rating = (element: string): string => `49-3041.00\t${element}\tIM\t2.75\t8\t0.1637\t2.4292\t3.0708\tN\tn/a\t08/2025\tAnalyst`;
    expect(await read(`${SKILLS}\n${rating('2.A.1.a')}\n`)).toMatchObject({ kind: 'onet-skills', kept: 1, records: [{ 'Data Value': '2.75', 'Not Relevant': '', 'Title': '' }] });
    expect(await read(`${SKILLS}\n${rating('2.B.1.a')}\n`)).toMatchObject({ kind: 'onet-skills', kept: 1 });
    expect(await read(`${SKILLS}\n${rating('2.C.1.a')}\n`)).toMatchObject({ kind: 'onet-knowledge', kept: 1 });
    expect(await read(`${SKILLS}\n${rating('4.A.1.a')}\n`)).toMatchObject({ kind: null });
  });

  it('knows interests under a new name of the sheet', async () => {
    const sheet = [['O*NET-SOC Code', 'Title', 'Element ID', 'Element Name', 'Scale ID', 'Scale Name', 'Data Value', 'Date', 'Domain Source'], ['11-1011.00', 'Chief Executives', '1.B.1.a', 'Realistic', 'OI', 'Occupational Interests', '1.3', '11/2023', 'Analyst']];
    expect(await read(workbookOf({ 'Career Interest Types': sheet }))).toMatchObject({ kind: 'onet-interests', kept: 1 });
  });

  it('refuses codes and figures that are none, and skips what is there twice', async () => {
    const head = 'O*NET-SOC Code,Title,Job Zone,Date,Domain Source';
    expect(await read(`${head}\n11-1011.00,Chief,5,08/2023,Analyst\n11-1011,Chief,5,08/2023,Analyst\n,Chief,5,08/2023,Analyst\n11-1021.00,Chief,five,08/2023,Analyst\n11-1011.00,Chief,5,08/2023,Analyst\n11-10`))
      .toMatchObject({ kind: 'onet-job-zones', read: 6, kept: 1, skipped: 1, refused: 4, codes: ['code-invalid', 'code-missing', 'duplicate', 'not-a-number', 'row-cut'] });
  });
});

describe('small tables', () => {
  it('put zeros back that a spreadsheet dropped', async () => {
    expect(await read('county_fips,state_fips,county_name,hs_median_earnings,margin_of_error\n1001,1,"Autauga County, Alabama",37057,2387\n'))
      .toMatchObject({ kind: 'acs-earnings', kept: 1, records: [{ area: '01001' }], codes: ['leading-zeros-restored'] });
    expect(await read('GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2023\n1000,Alabama,5,SARPP,9,...,RPPs: All items ,Index,90.1\n91000,New England,1,SARPP,9,...,RPPs: All items,Index,104\n2000,Alaska,8,SARPP,9,...,RPPs: All items,Index,(NA)\n'))
      .toMatchObject({ kind: 'rpp', kept: 2, skipped: 1, records: [{ area: { id: '01' }, years: [{ milli: 90_100 }] }, { years: [{ milli: null }] }], codes: ['leading-zeros-restored', 'not-available', 'region'] });
  });

  it('do not take a table for theirs that only has headings of the same names', async () => {
    expect(await read('State,Threshold\nAlabama,27836\nBavaria,1\n')).toMatchObject({ kind: null });
    expect(await read('[{"label":"01.01","value":"Agriculture."},{"label":"x","value":"y"}]')).toMatchObject({ kind: null });
  });

  it('refuse an index that is none, and say which month is missing', async () => {
    const point = (month: string, value: unknown): unknown => ({ year: 2025, period: month, value });
    expect(await read(JSON.stringify({ series: { CUUR0000SA0: { name: 'All', data: [point('M01', 317.671), point('M03', 319.799), point('M02', 'n/a'), point('M13', 320)] } } })))
      .toMatchObject({ kind: 'cpi', read: 4, kept: 3, refused: 1, codes: ['month-missing', 'not-a-number'], records: [{ milli: 317_671 }, { month: 3 }, { month: 0 }] });
  });
});
