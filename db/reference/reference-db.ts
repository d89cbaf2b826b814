/**
 * A reference database, open for reading: read-only by the driver, by pragma, and by a type
 * on which a write does not compile.
 */
import Database from 'better-sqlite3';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Compilable } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { Cell } from '../pack/order.ts';
import type { TableName } from '../pack/tables.ts';
import { nodeErrorCode } from '../files/atomic-write.ts';
import { APPLICATION_ID, SCHEMA_VERSION, type ReferenceTables } from './schema.ts';

/** Builds queries; never runs one. */
const builder: ReadonlyKysely<ReferenceTables> = new Kysely<ReferenceTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
}) as never; // The conversion that Kysely documents for ReadonlyKysely: the type only takes members away.

/** The system keeps the file too: twice as much saved no time that could be measured, and is memory of every service. */
const CACHE_KIB = 8 * 1024;
const PREPARED_MOST = 200;

/** What a query file gets: something to build a typed query with, and two ways to run it. */
export interface ReferenceDb {
  readonly from: ReadonlyKysely<ReferenceTables>['selectFrom'];
  /** Edition digest of the pack it was built from. */
  readonly digest: string;
  /** Vintage of every source, by id. */
  readonly vintages: ReadonlyMap<string, string>;
  /** Parent of every area that has one, by id. */
  readonly parents: ReadonlyMap<string, string>;
  all<O>(query: Compilable<O>): O[];
  first<O>(query: Compilable<O>): O | undefined;
  /** Rows of one whole table by its key, one after another; of a table that tells areas, those of the areas. Nothing else may be asked meanwhile of the same table. */
  each(table: TableName, key: readonly string[], areas: readonly string[] | null): IterableIterator<Readonly<Record<string, Cell>>>;
  /** After this every call throws. */
  close(): void;
}

function openReadOnly(path: string): Database.Database {
  try {
    return new Database(path, { readonly: true, fileMustExist: true });
  } catch (cause) {
    const missing = nodeErrorCode(cause) === 'SQLITE_CANTOPEN' || cause instanceof TypeError;
    throw new CodedError(missing ? 'reference-missing' : 'reference-damaged', {}, { cause });
  }
}

function checkKind(database: Database.Database): void {
  const applicationId = database.pragma('application_id', { simple: true });
  const version = database.pragma('user_version', { simple: true });
  if (applicationId !== APPLICATION_ID || version !== SCHEMA_VERSION) {
    throw new CodedError('reference-damaged', { reason: 'schema' });
  }
}

/**
 * Opens a database that was built before. Errors: reference-missing, reference-damaged (also when
 * `digest` is given and another edition is inside).
 */
export function openReference(path: string, { digest }: { readonly digest?: string } = {}): ReferenceDb {
  const database = openReadOnly(path);
  try {
    database.pragma('query_only = 1');
    database.pragma('trusted_schema = 0');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    checkKind(database);
    const db = reading(database);
    if (digest !== undefined && db.digest !== digest) throw new CodedError('reference-damaged', { reason: 'digest' });
    return db;
  } catch (error) {
    database.close();
    throw error instanceof CodedError ? error : new CodedError('reference-damaged', { reason: 'unreadable' }, { cause: error });
  }
}

function reading(database: Database.Database): ReferenceDb {
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const fresh = database.prepare<unknown[]>(sql);
    // Lists of different lengths make texts without end; a fresh start is cheaper than a least-recently-used list.
    if (prepared.size >= PREPARED_MOST) prepared.clear();
    prepared.set(sql, fresh);
    return fresh;
  };
  const run = <O>(query: Compilable<O>): O[] => {
    const { sql, parameters } = query.compile();
    return statement(sql).all(...parameters) as O[]; // The driver cannot know the row type; the builder derived it from the schema.
  };
  const digest = run(builder.selectFrom('edition_info').select('value').where('key', '=', 'digest'))[0]?.value;
  if (digest === undefined) throw new CodedError('reference-damaged', { reason: 'digest' });
  const sources = run(builder.selectFrom('source').select(['id', 'vintage']));
  const areas = run(builder.selectFrom('area').select(['id', 'parent']));
  return {
    from: builder.selectFrom.bind(builder),
    digest,
    vintages: new Map(sources.map(({ id, vintage }) => [id, vintage])),
    parents: new Map(areas.flatMap(({ id, parent }) => (parent === null ? [] : [[id, parent] as const]))),
    all: run,
    first: (query) => run(query)[0],
    each(table, key, areas) {
      // Names come from the list of tables, never from data; the builder cannot know a table whose name is a value.
      const all = builder.selectFrom(table as 'wage').selectAll();
      const some = areas === null ? all : all.where('area', 'in', [...areas]);
      const { sql, parameters } = key.reduce((query, name) => query.orderBy(name as 'area'), some).compile();
      return statement(sql).iterate(...parameters) as IterableIterator<Readonly<Record<string, Cell>>>;
    },
    close() {
      prepared.clear();
      database.close();
    },
  };
}

/** The area and those it falls back to, nearest first: nonmetropolitan, state, nation. An unknown area gives only the nation. */
export function areaChain(db: ReferenceDb, area: string): readonly string[] {
  const chain: string[] = [];
  for (let at: string | undefined = area; at !== undefined && !chain.includes(at); at = db.parents.get(at)) chain.push(at);
  return chain.includes(NATION) ? chain : [...chain, NATION];
}

/** Id of the area that is the whole country. */
export const NATION = 'us';
