import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSource } from '../check/check-source.ts';
import { mappedKind } from './mapped-kind.ts';
import { checkMapping, MappingFault } from './mapping.ts';

let dir = '';
beforeAll(() => { dir = mkdtempSync(join(tmpdir(), 'waymark-mapping-')); });
afterAll(() => { rmSync(dir, { recursive: true, force: true }); });
const written = (text: string): string => {
  const path = join(dir, 'list.csv');
  writeFileSync(path, text);
  return path;
};

const LIST = {
  waymarkMapping: 1, kind: 'state-list', area: '48', program: 'ibc', edition: '2025-30', codeDigits: 4,
  columns: { name: ['Certification', 'Credential'], code: 'Code', points: 'Points', validTo: 'Expires', cip: 'CIP' }, leaveOut: [{ column: 'Status', is: ['Sunset'] }],
};

describe('a mapping', () => {
  it('reads a list in a form of its own and counts what it leaves out or cannot read', async () => {
    const records: unknown[] = [];
    const path = written('Code,Credential,Points,Expires,CIP,Status\n12,Phlebotomy Technician,3,6/30/2027,51.1009,Active\n0013,Old One,1,,,Sunset\n0014,Welder,many,soon,480508,active\n,,,,51.1009,\n');
    const report = await checkSource(path, mappedKind(checkMapping(LIST)), (record) => records.push(record));
    expect(report).toMatchObject({ kind: 'state-list', vintage: '2025-30', read: 4, kept: 2, skipped: 1, refused: 1 });
    expect(report.problems.map(({ code, count }) => [code, count])).toEqual([
      ['date-unreadable', 1], ['leading-zeros-restored', 1], ['left-out-by-mapping', 1], ['name-missing', 1], ['points-unreadable', 1],
    ]);
    expect(records).toMatchObject([
      { record: '0012', name: 'Phlebotomy Technician', points: 3, validTo: '2027-06-30', cips: ['51.1009'] },
      { record: '0014', points: null, validTo: null, cips: ['48.0508'] },
    ]);
  });

  it('reads a list of training programs; letters where costs belong refuse the row', async () => {
    const mapping = checkMapping({ waymarkMapping: 1, kind: 'etpl', list: 'tx-2026', columns: { id: 'ID', name: 'Program', tuition: 'Tuition', total: 'Total' } });
    const report = await checkSource(written('ID,Program,Tuition,Total\n1,Welding,900,950\n2,Nursing,call us,1\n3,Truck driving,200000,200000\n'), mappedKind(mapping));
    expect(report).toMatchObject({ kind: 'etpl', read: 3, kept: 2, refused: 1 });
    expect(report.problems.map(({ code }) => code)).toEqual(['not-a-number', 'total-implausible', 'total-not-sum']);
  });

  it('does not take a file without one of its columns', async () => {
    const report = await checkSource(written('Credential,Points\nWelder,1\n'), mappedKind(checkMapping(LIST)));
    expect(report.problems.map(({ code }) => code)).toEqual(['not-this-kind']);
  });

  it.each([
    ['a misspelt property', { ...LIST, colums: {} }],
    ['no name column', { ...LIST, columns: { code: 'Code' } }],
    ['an unknown kind', { ...LIST, kind: 'price-list' }],
    ['an area by its letters', { ...LIST, area: 'TX' }],
  ])('is refused with %s', (_, mapping) => {
    expect(() => checkMapping(mapping)).toThrow(MappingFault);
  });
});
