/** One number of each credential a column: what lists are narrowed, counted and ordered by. */
import type Database from 'better-sqlite3';
import { ASKS, type Ask } from '../../../shared/domain/bands.ts';
import { CREDENTIAL_KINDS, FIELDS, type CredentialKind, type Field } from '../../../shared/domain/facts.ts';
import { totalCost } from '../../../shared/domain/money/costs.ts';
import { inMonths } from '../../../shared/domain/money/time.ts';
import type { Rows } from '../../pack/tables.ts';
import { nearest } from '../nearest.ts';
import { NATION } from '../reference-db.ts';
import { ADD_ON, MONTHS_UNKNOWN, NO_COST, type ColumnName, type ColumnData } from './columns.ts';

interface OfDoc {
  readonly doc: number;
  readonly area: string;
}
type CostRow = OfDoc & Pick<Rows['credential_cost'], 'line' | 'per' | 'low_cents' | 'high_cents' | 'at_least'>;
type TimeRow = OfDoc & Pick<Rows['credential_time'], 'kind' | 'low' | 'unit'>;
type AskRow = OfDoc & Pick<Rows['requirement'], 'kind' | 'answer' | 'amount'>;

const COST_MOST = 0x7fff_ffff;
const AGE_MOST = 0xff;

/** Known cents of what is paid once; what misses a line is not known. */
function costOf(rows: readonly CostRow[], chain: readonly string[]): number {
  const total = totalCost(nearest(rows, chain, ({ line }) => line).map(({ line, per, low_cents, high_cents, at_least }) => ({ line, per, amount: { value: low_cents, high: high_cents, atLeast: at_least === 1 } })));
  return total.incomplete ? NO_COST : Math.min(total.lowCents, COST_MOST);
}

/** Months in class, else in paid training. */
function monthsOf(rows: readonly TimeRow[], chain: readonly string[]): number {
  const times = nearest(rows, chain, ({ kind }) => kind);
  const time = times.find(({ kind }) => kind === 'training') ?? times.find(({ kind }) => kind === 'paid-training');
  return time && time.low !== null ? inMonths(time.low, time.unit) : MONTHS_UNKNOWN;
}

const isAsk = (kind: string): kind is Ask => ASKS.some((ask) => ask === kind);
/** What may be asked, a bit each. */
const asksOf = (rows: readonly AskRow[]): number => rows.reduce((bits, { kind }) => (isAsk(kind) ? bits | (1 << ASKS.indexOf(kind)) : bits), 0);
/** The highest age that is said to be asked; 0 where none is. */
const ageOf = (rows: readonly AskRow[]): number => Math.min(AGE_MOST, Math.max(0, ...rows.map(({ kind, answer, amount }) => (kind === 'min-age' && answer === 'yes' ? (amount ?? 0) : 0))));

/** Fills `search_column` and `search_cip` for the credentials numbered 1 to `credentials`. */
export function putColumns(database: Database.Database, credentials: number): void {
  const put = database.prepare('INSERT INTO search_column (name, area, docs, data) VALUES (?, ?, ?, ?)');
  const write = (name: ColumnName, area: string, docs: Uint32Array | null, data: ColumnData): void => {
    put.run(name, area, docs && Buffer.from(docs.buffer), Buffer.from(data.buffer));
  };
  const ages = putPlain(database, credentials, write);
  const byArea = areaColumns(database, credentials, write);
  byArea<TimeRow>('months', Float32Array, 'SELECT d.id AS doc, t.area, t.kind, t.low, t.unit FROM credential_time t JOIN search_doc d ON d.ref = t.credential ORDER BY t.credential', () => MONTHS_UNKNOWN, monthsOf);
  byArea<CostRow>('cost', Int32Array, 'SELECT d.id AS doc, t.area, t.line, t.per, t.low_cents, t.high_cents, t.at_least FROM credential_cost t JOIN search_doc d ON d.ref = t.credential ORDER BY t.credential', () => NO_COST, costOf);
  const asked = 'SELECT d.id AS doc, t.area, t.kind, t.answer, t.amount FROM requirement t JOIN search_doc d ON d.ref = t.credential ORDER BY t.credential';
  byArea<AskRow>('asks', Uint8Array, asked, () => 0, asksOf);
  byArea<AskRow>('age', Uint8Array, asked, (doc) => ages[doc] ?? 0, (rows, _, doc) => Math.max(ages[doc] ?? 0, ageOf(rows)));
}

type Write = (name: ColumnName, area: string, docs: Uint32Array<ArrayBuffer> | null, data: ColumnData) => void;

/** What does not depend on an area; gives back the ages that credentials themselves name. */
function putPlain(database: Database.Database, credentials: number, write: Write): Uint8Array {
  const kinds = new Uint8Array(credentials + 1);
  const fields = new Uint8Array(credentials + 1);
  const classes = new Uint32Array(credentials + 1);
  const cips = new Uint32Array(credentials + 1);
  const ages = new Uint8Array(credentials + 1);
  const ids = new Map<string, number>();
  const rows = database.prepare<[], { readonly doc: number; readonly kind: CredentialKind; readonly role: 'main' | 'add-on'; readonly field: Field; readonly cip: string | null; readonly age: number | null; readonly class: number }>(`
    SELECT d.id AS doc, c.kind, c.role, c.field, c.cip, c.min_age AS age, j.class FROM search_doc d JOIN credential c ON c.id = d.ref JOIN judged_class j ON j.credential = c.id ORDER BY d.id`);
  for (const row of rows.iterate()) {
    kinds[row.doc] = CREDENTIAL_KINDS.indexOf(row.kind) | (row.role === 'add-on' ? ADD_ON : 0);
    fields[row.doc] = FIELDS.indexOf(row.field);
    classes[row.doc] = row.class;
    ages[row.doc] = Math.min(row.age ?? 0, AGE_MOST);
    if (row.cip === null) continue;
    const id = ids.get(row.cip) ?? ids.size + 1;
    ids.set(row.cip, id);
    cips[row.doc] = id;
  }
  write('kind', NATION, null, kinds);
  write('field', NATION, null, fields);
  write('class', NATION, null, classes);
  write('cip', NATION, null, cips);
  const put = database.prepare('INSERT INTO search_cip (id, cip) VALUES (?, ?)');
  for (const [cip, id] of ids) put.run(id, cip);
  return ages;
}

interface Differs {
  readonly docs: number[];
  readonly values: number[];
}

/** Writes columns whose rows hold for an area: the nation's whole, and of each area that has rows of its own those that it has. */
function areaColumns(database: Database.Database, credentials: number, write: Write) {
  const parents = new Map(database.prepare<[], [string, string | null]>('SELECT id, parent FROM area').raw().all());
  const chains = new Map<string, readonly string[]>();
  const chainOf = (area: string): readonly string[] => {
    const known = chains.get(area);
    if (known) return known;
    const chain = [area];
    for (let at = parents.get(area) ?? null; at !== null && !chain.includes(at); at = parents.get(at) ?? null) chain.push(at);
    if (!chain.includes(NATION)) chain.push(NATION);
    chains.set(area, chain);
    return chain;
  };
  return <R extends OfDoc>(
    name: ColumnName, make: { new (length: number): ColumnData; from(values: readonly number[]): ColumnData }, query: string,
    without: (doc: number) => number, valueOf: (rows: readonly R[], chain: readonly string[], doc: number) => number,
  ): void => {
    const nation = new make(credentials + 1);
    for (let doc = 1; doc <= credentials; doc += 1) nation[doc] = without(doc);
    const differing = new Map<string, Differs>();
    const take = (group: readonly R[]): void => {
      const [first] = group;
      if (!first) return;
      const { doc } = first;
      for (const area of new Set(group.map((row) => row.area))) {
        const chain = chainOf(area);
        const value = valueOf(group.filter((row) => chain.includes(row.area)), chain, doc);
        if (area === NATION) nation[doc] = value;
        else {
          const differs = differing.get(area) ?? { docs: [], values: [] };
          differing.set(area, differs);
          differs.docs.push(doc);
          differs.values.push(value);
        }
      }
    };
    let group: R[] = [];
    for (const row of database.prepare<[], R>(query).iterate()) {
      if (group[0] && group[0].doc !== row.doc) {
        take(group);
        group = [];
      }
      group.push(row);
    }
    take(group);
    write(name, NATION, null, nation);
    for (const [area, { docs, values }] of [...differing].sort(([a], [b]) => (a < b ? -1 : 1))) write(name, area, Uint32Array.from(docs), make.from(values));
  };
}
