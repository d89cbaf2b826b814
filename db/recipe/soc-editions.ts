/** Occupations that a record names by SOC 2010, as a crosswalk of the recipe has them in SOC 2018. */
import type Database from 'better-sqlite3';
import type { RowStore } from './row-store.ts';

export interface SocNow {
  readonly socs: readonly string[];
  /** True where one code became several: each is related at most, and which is meant the record does not say. */
  readonly isParted: boolean;
}

export class SocEditions {
  readonly #store: RowStore;
  readonly #find: Database.Statement<[string], { readonly soc: string }>;
  readonly #known = new Map<string, SocNow>();
  #renamed = 0;
  #parted = 0;

  constructor(database: Database.Database, store: RowStore) {
    this.#store = store;
    database.exec('CREATE INDEX IF NOT EXISTS soc_by_before ON staged_soc (before)');
    this.#find = database.prepare('SELECT DISTINCT soc FROM staged_soc WHERE before = ? ORDER BY soc');
  }

  /** The code itself where the edition has it, or where no crosswalk knows it. */
  now(soc: string): SocNow {
    const known = this.#known.get(soc) ?? this.#look(soc);
    this.#known.set(soc, known);
    if (known.isParted) this.#parted += 1;
    else if (known.socs[0] !== soc) this.#renamed += 1;
    return known;
  }

  /** How often a code of SOC 2010 stood for one of SOC 2018, and for several. */
  get counts(): { readonly renamed: number; readonly parted: number } {
    return { renamed: this.#renamed, parted: this.#parted };
  }

  #look(soc: string): SocNow {
    if (this.#store.text('occupation', soc, 'soc') !== null) return { socs: [soc], isParted: false };
    const socs = this.#find.all(soc).map((row) => row.soc);
    return socs.length === 0 ? { socs: [soc], isParted: false } : { socs, isParted: socs.length > 1 };
  }
}
