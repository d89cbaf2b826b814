import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { cellsOf, FACT_TABLES, ledgerFaults, type Cell } from './ledger.ts';
import type { Row } from './order.ts';
import { readStarter, type PackRows } from './starter.ts';
import { tableNamed, type TableName } from './tables.ts';

const resources = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'resources');
let rows: PackRows;
beforeAll(async () => {
  rows = await readStarter({ starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics') });
}, 60_000);

const tableOf = (name: TableName): readonly Cell[] => cellsOf(rows, name);

test('every fact has its row in the ledger, and that row speaks of the same thing', () => {
  expect(ledgerFaults(rows)).toEqual([]);
});

describe('a ledger that does not hold', () => {
  /** The starter with one cell of the first row that fits changed. */
  const changed = (name: TableName, fits: (cell: Cell) => boolean, column: string, value: Row[number]): PackRows => {
    const table = tableNamed(name);
    const at = table.columns.findIndex((each) => each.name === column);
    const index = cellsOf(rows, name).findIndex(fits);
    expect(index).toBeGreaterThan(-1);
    return new Map([...rows, [name, (rows.get(name) ?? []).map((row, each) => (each === index ? row.map((cell, place) => (place === at ? value : cell)) : row))]]);
  };

  test.each(FACT_TABLES.filter(({ table }) => table !== 'authority'))('is found in $table: no evidence, or evidence of another', ({ table, states, owner }) => {
    expect(ledgerFaults(changed(table, states, 'evidence_id', null)).map(({ reason }) => reason)).toEqual(['unsourced']);
    const foreign = (cell: Cell) => tableOf('evidence').find((each) => each('subject') !== cell(owner))?.('id') ?? null;
    const first = tableOf(table).find(states);
    expect(first && ledgerFaults(changed(table, states, 'evidence_id', foreign(first))).map(({ reason }) => reason)).toEqual(['other-subject']);
  });

  test('is found where a price is neither known nor said to be unknown', () => {
    expect(ledgerFaults(changed('credential_cost', (cell) => cell('unknown') !== null, 'unknown', null))).toMatchObject([{ table: 'credential_cost', reason: 'unknown-word' }]);
  });

  test('is found in a property that nothing states', () => {
    expect(ledgerFaults(changed('credential', (cell) => cell('renew_months') === null, 'renew_months', 24))).toMatchObject([{ table: 'credential', reason: 'unsourced' }]);
  });
});

test('codes are one for each credential; each names an occupation; low is never above high', () => {
  const codes = tableOf('credential').map((cell) => cell('code'));
  expect(new Set(codes).size).toBe(codes.length);
  const linked = new Set(tableOf('credential_occupation').map((cell) => cell('credential')));
  expect(tableOf('credential').map((cell) => cell('id')).filter((id) => !linked.has(id))).toEqual([]);
  const turned = tableOf('credential_cost').filter((cell) => Number(cell('low_cents')) > Number(cell('high_cents')));
  expect(turned.map((cell) => cell('credential'))).toEqual([]);
});
