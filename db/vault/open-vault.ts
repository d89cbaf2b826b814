/** An unlocked vault: the one place where transactions begin and end. */
import type Database from 'better-sqlite3';
import { CodedError } from '../../shared/kernel/errors.ts';
import { makeReader, makeWriter, Statements, type VaultReader, type VaultWorld, type VaultWriter } from './handles.ts';
import { nextIn, remember, step, type Direction } from './history.ts';
import type { ChangedKind } from './tables.ts';
import { toVaultError } from './vault-errors.ts';

/** What a write gave back, and which kinds of data it changed. */
export interface Written<T> {
  readonly value: T;
  readonly changed: readonly ChangedKind[];
}
export interface History {
  /** Names of the commands that would be undone and redone next. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** A write that would go on after its transaction is a mistake of ours: it does not compile, and does not run. */
export type Settled<T> = T extends PromiseLike<unknown> ? never : T;

export class OpenVault {
  readonly #database: Database.Database;
  readonly #statements: Statements;
  readonly #world: VaultWorld;
  readonly #reader: VaultReader;

  constructor(database: Database.Database, world: VaultWorld) {
    this.#database = database;
    this.#statements = new Statements(database);
    this.#world = world;
    this.#reader = makeReader(this.#statements);
  }

  read<T>(ask: (reader: VaultReader) => T): T {
    try {
      return ask(this.#reader);
    } catch (error) {
      throw toVaultError(error);
    }
  }

  /**
   * Runs a command in one transaction: all of it is on the disk when this returns, or nothing has happened. `operation`
   * names it in the history; a command that changes nothing leaves no trace there.
   */
  write<T>(operation: string, run: (writer: VaultWriter) => Settled<T>): Written<Settled<T>> {
    return this.#transaction(() => {
      const { writer, rows, kinds } = makeWriter(this.#statements, this.#world);
      const value = run(writer);
      if (typeof value === 'object' && value !== null && 'then' in value) throw new Error('a write must end within its transaction');
      if (rows.length > 0) remember(this.#statements, operation, writer.now, rows);
      if (kinds.size > 0) this.#setRevision();
      return { value, changed: [...kinds, ...(rows.length > 0 ? ['history' as const] : [])] };
    });
  }

  /** Errors: nothing-to-undo or nothing-to-redo, conflict. */
  step(direction: Direction): Written<string> {
    return this.#transaction(() => {
      const { operation, kinds } = step(this.#statements, direction);
      this.#setRevision();
      return { value: operation, changed: [...kinds, 'history'] };
    });
  }

  history(): History {
    return { undo: nextIn(this.#statements, 'undo'), redo: nextIn(this.#statements, 'redo') };
  }

  /** An id that is another after every write: two equal ones mean equal content. */
  get revision(): string {
    return this.read(({ first, from }) => first(from('meta').select('value').where('key', '=', 'revision')))?.value ?? '';
  }

  #setRevision(): void {
    this.#statements.of("INSERT INTO meta (key, value) VALUES ('revision', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value").run(this.#world.newId());
  }

  #transaction<T>(run: () => T): T {
    if (this.#database.inTransaction) throw new Error('a write within a write');
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const value = run();
      this.#database.exec('COMMIT');
      return value;
    } catch (error) {
      // SQLite has rolled back by itself after some failures, as a full disk.
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      const known = toVaultError(error);
      if (known instanceof CodedError) throw known;
      throw error;
    }
  }
}
