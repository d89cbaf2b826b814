/** What tables are made of: columns of a type, with their limits. */
import { UNKNOWN_WORDS } from './words.ts';

/** What a cell may hold. `int` is a safe integer; `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type ColumnType = 'text' | 'int' | 'bool' | 'date' | 'json';

export interface Column<N extends string = string, V = unknown> {
  readonly name: N;
  readonly type: ColumnType;
  /** True when a cell may be NULL (an empty cell in CSV). */
  readonly nullable: boolean;
  /** Longest text in UTF-16 units; for `int` the largest magnitude is the safe integers. */
  readonly max?: number;
  /** Allowed words, for a text column that is an enumeration. */
  readonly oneOf?: readonly string[];
  /** `table.column` that every value must be found in. */
  readonly ref?: string;
  /** Never set: carries the type of a cell, so that row types come from this list. */
  readonly cell?: V;
}

export interface Table {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  /** True when reviewed tables may leave it out: only a pack of a recipe has rows of it. */
  readonly mayBeAbsent?: boolean;
}

/** A row of a table as an object, by column name. Booleans are 0 or 1. */
export type RowOf<T extends Table> = {
  readonly [C in T['columns'][number] as C['name']]: C extends Column<string, infer V> ? V : never;
};

type Limits = Pick<Column, 'max' | 'oneOf' | 'ref'>;
const required = <V>() => <N extends string>(name: N, type: ColumnType, limits: Limits = {}): Column<N, V> =>
  ({ name, type, nullable: false, ...limits });
const optional = <V>() => <N extends string>(name: N, type: ColumnType, limits: Limits = {}): Column<N, V | null> =>
  ({ name, type, nullable: true, ...limits });
export const text = <N extends string>(name: N, max = 200) => required<string>()(name, 'text', { max });
export const maybe = <N extends string>(name: N, max = 200) => optional<string>()(name, 'text', { max });
export const word = <N extends string, const W extends readonly string[]>(name: N, oneOf: W) =>
  required<W[number]>()(name, 'text', { max: 40, oneOf });
export const maybeWord = <N extends string, const W extends readonly string[]>(name: N, oneOf: W) =>
  optional<W[number]>()(name, 'text', { max: 40, oneOf });
export const int = <N extends string>(name: N) => required<number>()(name, 'int');
export const maybeInt = <N extends string>(name: N) => optional<number>()(name, 'int');
export const bool = <N extends string>(name: N) => required<0 | 1>()(name, 'bool');
export const maybeBool = <N extends string>(name: N) => optional<0 | 1>()(name, 'bool');
export const date = <N extends string>(name: N) => required<string>()(name, 'date', { max: 10 });
export const maybeDate = <N extends string>(name: N) => optional<string>()(name, 'date', { max: 10 });
export const json = <N extends string>(name: N, max: number) => required<string>()(name, 'json', { max });
export const ref = <N extends string>(name: N, target: string) => required<string>()(name, 'text', { max: 80, ref: target });
export const maybeRef = <N extends string>(name: N, target: string) => optional<string>()(name, 'text', { max: 80, ref: target });
export const source = ref('source_id', 'source.id');
export const evidence = maybeRef('evidence_id', 'evidence.id');

export const unknown = maybeWord('unknown', UNKNOWN_WORDS);
