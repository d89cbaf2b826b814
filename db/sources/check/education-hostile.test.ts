import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationFile, HAS_EDUCATION_DATA } from '../test-data.ts';
import { checkSource, refusedWhole, type SourceReport } from './check-source.ts';

let dir = '';
beforeAll(() => { dir = mkdtempSync(join(tmpdir(), 'waymark-hostile-')); });
afterAll(() => { rmSync(dir, { recursive: true, force: true }); });

async function check(bytes: Buffer | string): Promise<SourceReport> {
  const path = join(dir, 'file');
  writeFileSync(path, bytes);
  return checkSource(path);
}
const codes = ({ problems }: SourceReport): readonly string[] => problems.map(({ code }) => code);
const HEAD = 'UNITID,cipcode_6,award_level,total_completions';

describe('files of education that are wrong', () => {
  it('are refused row by row where letters, other columns or a cut stand', async () => {
    const report = await check(`${HEAD}\n100654,1.0999,5,18\n100654,1.0999,5,eighteen\nBachelor,100654,5,18\n100654,01.1001,5\n100654,01.1002,5,1,2\n100654,01.1003,55,1\n`);
    expect(report).toMatchObject({ kind: 'ipeds-completions', read: 6, kept: 1, refused: 5 });
    expect(codes(report)).toEqual(['code-invalid', 'leading-zeros-restored', 'not-a-number', 'row-cut', 'row-too-long']);
  });

  it('are refused whole where columns are swapped under their headings', async () => {
    const report = await check(`${HEAD}\n5,18,1.0999,100654\n5,8,1.1001,100654\n`);
    expect(report).toMatchObject({ kept: 0, refused: 2 });
    expect(refusedWhole(report)).toBe(true);
  });

  it('keep words of the publisher as unknown, each with its reason', async () => {
    const report = await check('UNITID,INSTNM,CIPCODE,CIPDESC,CREDLEV,EARN_MDN_1YR,EARN_MDN_5YR,DEBT_ALL_STGP_ANY_MDN\n100654,A,100,Agriculture,3,PrivacySuppressed,PS,NULL\n');
    expect(report).toMatchObject({ kind: 'scorecard-fos', kept: 1 });
    expect(codes(report)).toEqual(['leading-zeros-restored', 'not-available', 'suppressed']);
  });

  it('tell hourly wages from a quarter\'s pay', async () => {
    const head = 'providerid,cipcode,PerEmployed2,PerEmployed4,PerEmployed8,AvgQuarterlyWage2,AvgQuarterlyWage4,AvgQuarterlyWage8,PerRetention4,PerRetention8,NumCompleted2,NumCompleted4,NumCompleted8,NumUsedWageCalc2,NumUsedWageCalc4,NumUsedWageCalc8';
    const report = await check(`${head}\n6,511020,0.5,0.5,1.5,17.5,4000,-99999,-99999,1,10,10,7,5,5,0\n`);
    expect(codes(report)).toEqual(['hourly-entered', 'implausible', 'not-available']);
  });

  it('break off by name when the compressed file is cut', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `${100_000 + index},1.0999,5,${index}`).join('\n');
    const packed = gzipSync(`${HEAD}\n${rows}\n`);
    const report = await check(packed.subarray(0, packed.length - 1000));
    expect(codes(report)).toContain('compressed-damaged');
    expect(refusedWhole(report)).toBe(true);
  });

  it.skipIf(!HAS_EDUCATION_DATA)('break off by name when the columnar file is cut (skipped where ../shared/data is missing)', async () => {
    const bytes = readFileSync(educationFile('ipeds', 'ipeds_completions.parquet'));
    expect(codes(await check(bytes.subarray(0, bytes.length >> 1)))).toEqual(['columnar-damaged']);
  });
});
