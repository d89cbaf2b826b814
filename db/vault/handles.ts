/** The two handles on an unlocked vault: one only reads, the other writes and remembers how to take it back. */
import type Database from 'better-sqlite3';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Compilable } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { CodedError } from '../../shared/kernel/errors.ts';
import { KINDS_OF, type ChangedKind, type PrintRow, type UndoableTables, type VaultTables } from './tables.ts';

/** Builds queries; never runs one. */
const builder: ReadonlyKysely<VaultTables> = new Kysely<VaultTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
}) as never; // The conversion that Kysely documents for ReadonlyKysely: the type only takes members away.

/** Wall clock and chance, as the service gives them. */
export interface VaultWorld {
  /** UTC instant as ISO text with milliseconds. */
  now(): string;
  /** A fresh random id. */
  newId(): string;
}

/** What a query gets. */
export interface VaultReader {
  readonly from: ReadonlyKysely<VaultTables>['selectFrom'];
  all<O>(query: Compilable<O>): O[];
  first<O>(query: Compilable<O>): O | undefined;
}

type Table = keyof UndoableTables;
type Changes<T extends Table> = { readonly [C in Exclude<keyof UndoableTables[T], 'id'>]?: UndoableTables[T][C] | undefined };

/** What a command gets: every change goes by the id of one row, so that its image before and after is known. */
export interface VaultWriter extends VaultReader {
  /** The instant of this write; the same for all its rows. */
  readonly now: string;
  newId(): string;
  get<T extends Table>(table: T, id: string): UndoableTables[T] | undefined;
  /** Errors: not-found. */
  need<T extends Table>(table: T, id: string): UndoableTables[T];
  /** Adds the row, or replaces the one with its id. */
  put<T extends Table>(table: T, row: UndoableTables[T]): void;
  /** Changes the named columns; undefined leaves one as it is. Errors: not-found. */
  patch<T extends Table>(table: T, id: string, changes: Changes<T>): void;
  /** Errors: not-found. */
  remove(table: Table, id: string): void;
  /** Adds to the print log, which is never undone. */
  addPrint(row: PrintRow): void;
  /** Rows changed so far by this write. */
  readonly changed: number;
}

/** The image of one row before and after a write; null where there was none. */
export interface RowChange {
  readonly table: Table; readonly id: string; readonly before: string | null; readonly after: string | null;
}

/** Statements by their text, prepared once for each connection. */
export class Statements {
  readonly #database: Database.Database;
  readonly #known = new Map<string, Database.Statement<unknown[]>>();
  constructor(database: Database.Database) { this.#database = database; }
  of(sql: string): Database.Statement<unknown[]> {
    const known = this.#known.get(sql);
    if (known) return known;
    const fresh = this.#database.prepare<unknown[]>(sql);
    this.#known.set(sql, fresh);
    return fresh;
  }
}

export function makeReader(statements: Statements): VaultReader {
  const all = <O>(query: Compilable<O>): O[] => {
    const { sql, parameters } = query.compile();
    return statements.of(sql).all(...parameters) as O[]; // The driver cannot know the row type; the builder derived it from the tables.
  };
  return { from: builder.selectFrom.bind(builder), all, first: (query) => all(query)[0] };
}

/** A row as its image, or undefined. Column order is the table's, so equal rows have equal images. */
export function imageOf(statements: Statements, table: Table, id: string): string | null {
  const row = statements.of(`SELECT * FROM ${table} WHERE id = ?`).get(id);
  return row === undefined ? null : JSON.stringify(row);
}

/** Makes the row be what the image says. */
export function applyImage(statements: Statements, table: Table, id: string, image: string | null): void {
  if (image === null) {
    statements.of(`DELETE FROM ${table} WHERE id = ?`).run(id);
    return;
  }
  const row = JSON.parse(image) as Readonly<Record<string, string | number | null>>; // Written by imageOf, inside the vault.
  const columns = Object.keys(row);
  const others = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
  statements.of(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT (id) DO UPDATE SET ${others.join(', ')}`,
  ).run(...Object.values(row));
}

/** A writer for one transaction, with the list of what it did. */
export function makeWriter(statements: Statements, world: VaultWorld): { readonly writer: VaultWriter; readonly rows: readonly RowChange[]; readonly kinds: ReadonlySet<ChangedKind> } {
  const rows: RowChange[] = [];
  const kinds = new Set<ChangedKind>();
  const record = (table: Table, id: string, before: string | null): void => {
    const after = imageOf(statements, table, id);
    if (before === after) return;
    rows.push({ table, id, before, after });
    for (const kind of KINDS_OF[table]) kinds.add(kind);
  };
  const get = <T extends Table>(table: T, id: string): UndoableTables[T] | undefined =>
    statements.of(`SELECT * FROM ${table} WHERE id = ?`).get(id) as UndoableTables[T] | undefined;
  const need = <T extends Table>(table: T, id: string): UndoableTables[T] => {
    const row = get(table, id);
    if (row === undefined) throw new CodedError('not-found', { what: table });
    return row;
  };
  const put = <T extends Table>(table: T, row: UndoableTables[T]): void => {
    const before = imageOf(statements, table, row.id);
    applyImage(statements, table, row.id, JSON.stringify(row));
    record(table, row.id, before);
  };
  const writer: VaultWriter = {
    ...makeReader(statements),
    now: world.now(),
    newId: () => world.newId(),
    get, need, put,
    patch(table, id, changes) {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      put(table, { ...need(table, id), ...given });
    },
    remove(table, id) {
      need(table, id);
      const before = imageOf(statements, table, id);
      applyImage(statements, table, id, null);
      record(table, id, before);
    },
    addPrint({ id, at, what, student_id, way }) {
      statements.of('INSERT INTO print_log (id, at, what, student_id, way) VALUES (?, ?, ?, ?, ?)').run(id, at, what, student_id, way);
      kinds.add('prints');
    },
    get changed() { return rows.length; },
  };
  return { writer, rows, kinds };
}
