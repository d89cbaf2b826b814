/** The starter half a year later, for tests: one of each change that a counselor would be told of. Made up, and sound. */
import { rowComparer, type Cell, type Row } from './order.ts';
import type { PackRows } from './starter.ts';
import { tableNamed, type TableName } from './tables.ts';

/** New Jersey: its list of credentials is in the starter. */
export const LATER_AREA = '34';
export const LATER_EDITION = '2027-05';
/** What became of which. */
export const LATER = { retired: 'comptia-a-plus', successor: 'comptia-network-plus', dearer: 'practical-nurse', worse: 'electrician-apprenticeship', added: 'test-cloud-certification' } as const;
const WORSE_JOB = '47-2111';
const PERCENTILES = ['p10', 'p25', 'p50', 'p75', 'p90', 'mean'];

/** Tables of the starter that nothing here is about; they are most of its rows. */
const LEFT_OUT: readonly TableName[] = ['institution', 'offering', 'program_earnings', 'program', 'training_list', 'training_program', 'training_occupation', 'training_outcome'];
const KEPT_AREAS: readonly Cell[] = ['us', LATER_AREA, '39'];

/** The starter without schools, and with the pay of two states and the nation alone: made ready in a moment. */
export function smallStarter(rows: PackRows): PackRows {
  const area = tableNamed('wage').columns.findIndex(({ name }) => name === 'area');
  return new Map([...rows, ...LEFT_OUT.map((name): [TableName, readonly Row[]] => [name, []]), ['wage', (rows.get('wage') ?? []).filter((row) => KEPT_AREAS.includes(row[area] ?? null))]]);
}

type Change = (row: Readonly<Record<string, Cell>>) => Readonly<Record<string, Cell>> | null;

/** The rows of a table after a change of each; null takes a row away. */
function edited(rows: PackRows, name: TableName, change: Change, added: readonly Readonly<Record<string, Cell>>[] = []): [TableName, readonly Row[]] {
  const table = tableNamed(name);
  const names = table.columns.map((column) => column.name);
  const read = (row: Row) => Object.fromEntries(names.map((column, at) => [column, row[at] ?? null]));
  const write = (row: Readonly<Record<string, Cell>>): Row => names.map((column) => row[column] ?? null);
  const kept = (rows.get(name) ?? []).flatMap((row) => { const next = change(read(row)); return next ? [write(next)] : []; });
  return [name, [...kept, ...added.map(write)].sort(rowComparer(table))];
}

/** One credential dearer and with one more question, one retired with a successor and off its state's list, one new, and a job that pays half in one state. */
export function laterStarter(rows: PackRows): PackRows {
  const credentials = tableNamed('credential').columns.map(({ name }) => name);
  const model = Object.fromEntries((rows.get('credential') ?? []).find(([id]) => id === LATER.successor)?.map((cell, at) => [credentials[at] ?? '', cell]) ?? []);
  return new Map([
    ...rows,
    edited(rows, 'meta', (row) => ({ ...row, value: row['key'] === 'edition' ? LATER_EDITION : row['key'] === 'data_checked' ? '2027-05' : (row['value'] ?? null) })),
    edited(rows, 'credential', (row) => (row['id'] === LATER.retired ? { ...row, status: 'retired', successor: LATER.successor } : row), [{ ...model, id: LATER.added, code: null, name: 'Test cloud certification', name_es: null, short_name: null, short_name_es: null }]),
    edited(rows, 'credential_cost', (row) => (row['credential'] === LATER.dearer && row['line'] === 'exam' ? { ...row, low_cents: 250_00, high_cents: 250_00 } : row)),
    edited(rows, 'requirement', (row) => row, [{ credential: LATER.dearer, position: 90, kind: 'immunizations', area: 'us', answer: 'ask', amount: null, label: 'Which new shots are asked for?', label_es: '¿Qué vacunas nuevas se piden?', evidence_id: null }]),
    edited(rows, 'recognition', (row) => (row['credential'] === LATER.retired && row['area'] === LATER_AREA ? null : row)),
    edited(rows, 'wage', (row) => (row['area'] === LATER_AREA && row['soc'] === WORSE_JOB ? { ...row, ...Object.fromEntries(PERCENTILES.map((name) => [name, typeof row[name] === 'number' ? Math.round(row[name] / 2) : null])) } : row)),
  ]);
}
