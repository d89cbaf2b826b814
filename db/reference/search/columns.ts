/** One number of each credential a column, as an area sees it. */
import { areaChain, type ReferenceDb } from '../reference-db.ts';

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

/** The bytes alone, as typed arrays need them: the driver's own where nothing else lies in its memory, else a copy. Neither is ever shared memory. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer =>
  (bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : Uint8Array.from(bytes).buffer) as ArrayBuffer;

/** Reads columns as an area sees them, each anew when it is asked for: they are large, and lists keep what they need. */
export function openColumns(db: ReferenceDb): <N extends ColumnName>(name: N, areaId: string) => Columns[N] {
  const read = (name: ColumnName, area: string): { docs: Uint32Array | null; data: ColumnData } | undefined => {
    const row = db.first(db.from('search_column').select(['docs', 'data']).where('name', '=', name).where('area', '=', area));
    return row && { docs: row.docs && new Uint32Array(bufferOf(row.docs)), data: new MAKERS[name](bufferOf(row.data)) };
  };
  return <N extends ColumnName>(name: N, areaId: string): Columns[N] => {
    // From the farthest to the nearest: what the nearest says holds.
    const [nation, ...differing] = [...areaChain(db, areaId)].reverse().flatMap((area) => read(name, area) ?? []);
    const column = nation?.data ?? new MAKERS[name](new ArrayBuffer(0));
    for (const { docs, data } of differing) docs?.forEach((doc, at) => { column[doc] = data[at] ?? 0; });
    return column as Columns[N]; // Each name has the maker of its own column.
  };
}
