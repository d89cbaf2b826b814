import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { Row } from './order.ts';
import { readStarter, type PackRows } from './starter.ts';
import { tableNamed, type TableName } from './tables.ts';

const resources = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'resources');
let rows: PackRows;
beforeAll(async () => {
  rows = await readStarter({ starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics') });
}, 60_000);

/** Rows of a table with a reader of cells by column name. */
function tableOf(name: TableName): readonly ((column: string) => Row[number])[] {
  const at = new Map(tableNamed(name).columns.map((column, index) => [column.name, index]));
  return (rows.get(name) ?? []).map((row) => (column) => row[at.get(column) ?? -1] ?? null);
}

test.each<[TableName, (cell: (column: string) => Row[number]) => boolean]>([
  ['credential_cost', (cell) => cell('low_cents') !== null],
  ['credential_time', (cell) => cell('low') !== null],
  ['credential_occupation', () => true],
  ['requirement', (cell) => cell('answer') === 'yes'],
  ['stacking', () => true],
])('every fact of %s has its row in the ledger, and that row speaks of the same credential', (name, isFact) => {
  const subjects = new Map(tableOf('evidence').map((cell) => [cell('id'), cell('subject')]));
  const owner = name === 'stacking' ? 'from_credential' : 'credential';
  const wrong = tableOf(name).filter((cell) => isFact(cell) && subjects.get(cell('evidence_id')) !== cell(owner));
  expect(wrong.map((cell) => `${String(cell(owner))}: ${String(cell('evidence_id'))}`)).toEqual([]);
});

test('every stated property of a credential has its row in the ledger', () => {
  const stated = new Set(tableOf('evidence').map((cell) => `${String(cell('subject'))} ${String(cell('fact'))}`));
  const bare = ['third_party_assessed', 'proctored', 'portable', 'renew_months', 'min_age'].flatMap((column) =>
    tableOf('credential').filter((cell) => cell(column) !== null && !stated.has(`${String(cell('id'))} ${column}`)).map((cell) => `${String(cell('id'))}: ${column}`));
  expect(bare).toEqual([]);
});

test('a price or time that is not known says why, and one that is known does not', () => {
  for (const [name, column] of [['credential_cost', 'low_cents'], ['credential_time', 'low']] as const) {
    const wrong = tableOf(name).filter((cell) => (cell(column) === null) !== (cell('unknown') !== null));
    expect(wrong.map((cell) => cell('credential'))).toEqual([]);
  }
});

test('codes are one for each credential; each names an occupation; low is never above high', () => {
  const codes = tableOf('credential').map((cell) => cell('code'));
  expect(new Set(codes).size).toBe(codes.length);
  const linked = new Set(tableOf('credential_occupation').map((cell) => cell('credential')));
  expect(tableOf('credential').map((cell) => cell('id')).filter((id) => !linked.has(id))).toEqual([]);
  const turned = tableOf('credential_cost').filter((cell) => Number(cell('low_cents')) > Number(cell('high_cents')));
  expect(turned.map((cell) => cell('credential'))).toEqual([]);
});
