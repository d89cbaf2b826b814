/** One number of each credential a column, as an area sees it. */
import { areaChain, NATION, type ReferenceDb } from '../reference-db.ts';

export type ColumnData = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** Marks of what is not known. */
export const MONTHS_UNKNOWN = Infinity;
export const NO_COST = -1;
/** Set in `kind` of what only adds to another credential. */
export const ADD_ON = 0x80;

/** Place in CREDENTIAL_KINDS of a value of `kind`. */
export const kindAt = (value: number): number => value & ~ADD_ON;

/** By number of the credential; place 0 is empty. */
export interface Columns {
  /** Place in CREDENTIAL_KINDS, with ADD_ON or without. */
  readonly kind: Uint8Array;
  /** Place in FIELDS. */
  readonly field: Uint8Array;
  /** Class of credentials that are judged alike. */
  readonly class: Uint32Array;
  /** Id in `search_cip` of its program code; 0 where it has none. */
  readonly cip: Uint32Array;
  /** Months that its training takes; MONTHS_UNKNOWN. */
  readonly months: Float32Array;
  /** Cents paid once; NO_COST where a part is not known. */
  readonly cost: Int32Array;
  /** The highest age that is asked; 0 where none is on record. */
  readonly age: Uint8Array;
  /** What may be asked: a bit for each of ASKS. */
  readonly asks: Uint8Array;
}
export type ColumnName = keyof Columns;

const MAKERS: { readonly [N in ColumnName]: new (buffer: ArrayBuffer) => ColumnData } = {
  kind: Uint8Array, field: Uint8Array, class: Uint32Array, cip: Uint32Array, months: Float32Array, cost: Int32Array, age: Uint8Array, asks: Uint8Array,
};

/** A copy whose start is aligned, whatever the driver gave. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer; // A copy of a Buffer's bytes is never shared memory.

/** Reads the columns of the nation once, and of any area by what differs there. */
export function openColumns(db: ReferenceDb): (areaId: string) => Columns {
  const read = (name: ColumnName, area: string): { docs: Uint32Array | null; data: ColumnData } | undefined => {
    const row = db.first(db.from('search_column').select(['docs', 'data']).where('name', '=', name).where('area', '=', area));
    return row && { docs: row.docs && new Uint32Array(bufferOf(row.docs)), data: new MAKERS[name](bufferOf(row.data)) };
  };
  const names = Object.keys(MAKERS) as readonly ColumnName[]; // The keys of the record above.
  const nation = new Map(names.map((name) => [name, read(name, NATION)?.data ?? new MAKERS[name](new ArrayBuffer(0))]));
  const column = (name: ColumnName, chain: readonly string[]): ColumnData => {
    const whole = nation.get(name) ?? new MAKERS[name](new ArrayBuffer(0));
    // From the farthest to the nearest: what the nearest says holds.
    const differing = [...chain].reverse().flatMap((area) => (area === NATION ? [] : (read(name, area) ?? [])));
    if (differing.length === 0) return whole;
    const own = whole.slice();
    for (const { docs, data } of differing) docs?.forEach((doc, at) => { own[doc] = data[at] ?? 0; });
    return own;
  };
  return (areaId) => {
    const chain = areaChain(db, areaId);
    return Object.fromEntries(names.map((name) => [name, column(name, chain)])) as unknown as Columns; // Each name has the maker of its own column.
  };
}
