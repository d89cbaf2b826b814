/** Holds the reviewed table of recognised credentials against the lists of the states. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Cells, DATA, HAS_DATA, tableRows } from './test-starter.ts';

const listed = (...path: string[]) => parse<Cells>(readFileSync(join(DATA, 'education', 'state-lists', ...path)), { columns: true, bom: true });
const keyOf = (row: Cells, ...columns: readonly string[]) => columns.map((each) => row[each]).join(' ');

it('names only lists of the table of lists, and each credential once under a code', () => {
  const programs = new Set(tableRows('recognition_program').map((row) => keyOf(row, 'area', 'program', 'edition')));
  expect(tableRows('recognition').filter((row) => !programs.has(keyOf(row, 'area', 'program', 'edition')))).toEqual([]);
});

describe.skipIf(!HAS_DATA)('the state lists', () => {
  const newMexico = (edition: string) => listed('new-mexico', `nm_industry_credentials_${edition}.csv`).map((row) => `${row['code_value'] ?? ''} ${row['short_description'] ?? ''}`);
  const newJersey = () => listed('new-jersey', 'TBLINDUSTRYCREDENTIAL_DATA_TABLE.csv').filter((row) => row['ISDELETED'] === '0')
    .map((row) => `${row['CODE'] || `ID ${row['ID'] ?? ''}`} ${(row['NAME'] ?? '').trim()}`);
  const lists = (): readonly (readonly [string, string, readonly string[]])[] => [
    ['35', '2023-24', newMexico('2023-24')], ['35', '2021-22', newMexico('2021-22')], ['34', '2026', newJersey()],
  ];

  it('hold every entry by its code and its words', () => {
    const all = new Map(lists().map(([area, edition, names]) => [`${area} ${edition}`, new Set(names)]));
    const wrong = tableRows('recognition').filter((row) => !all.get(keyOf(row, 'area', 'edition'))?.has(keyOf(row, 'code', 'listed_as')));
    expect(wrong).toEqual([]);
  });

  it('are as long as the table says', () => {
    const lengths = new Map(lists().map(([area, edition, names]) => [`${area} ${edition}`, names.length]));
    expect(tableRows('recognition_program').map((row) => [keyOf(row, 'area', 'edition'), Number(row['entries'])])).toEqual([...lengths].sort());
  });
});
