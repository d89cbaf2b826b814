import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';

/** What is wrong with a piece of data, and where: `field` is a path as "ladder.2.verdict". */
export interface ShapeFault {
  readonly field: string;
  readonly fault: 'missing' | 'unknown-field' | 'type' | 'too-small' | 'too-large' | 'not-a-word' | 'too-long' | 'empty';
}
/** A part of JSON Schema (draft 2020-12), enough to describe our data files to their authors. */
export type JsonSchema = { readonly [key: string]: unknown };

/** A check of untrusted data that also says, as JSON Schema, what it accepts. */
export interface Shaped<T> {
  readonly schema: JsonSchema;
  readonly read: (value: unknown, field?: string) => Result<T, ShapeFault>;
}
export type ShapedValue<S> = S extends Shaped<infer T> ? T : never;

const fault = (field: string, what: ShapeFault['fault']): Result<never, ShapeFault> => err({ field, fault: what });
const within = (field: string, key: string | number): string => (field === '' ? String(key) : `${field}.${key}`);

interface Range { readonly min?: number; readonly max?: number }

function numeric({ min = -Infinity, max = Infinity }: Range, integer: boolean): Shaped<number> {
  const bounds = { ...(Number.isFinite(min) ? { minimum: min } : {}), ...(Number.isFinite(max) ? { maximum: max } : {}) };
  return {
    schema: { type: integer ? 'integer' : 'number', ...bounds },
    read: (value, field = '') => {
      if (typeof value !== 'number' || !Number.isFinite(value) || (integer && !Number.isInteger(value))) return fault(field, 'type');
      return value < min ? fault(field, 'too-small') : value > max ? fault(field, 'too-large') : ok(value);
    },
  };
}
export const shapedInt = (range: Range = {}): Shaped<number> => numeric(range, true);
export const shapedNumber = (range: Range = {}): Shaped<number> => numeric(range, false);

export const shapedBool: Shaped<boolean> = {
  schema: { type: 'boolean' }, read: (value, field = '') => (typeof value === 'boolean' ? ok(value) : fault(field, 'type')),
};

export const shapedText = (max: number): Shaped<string> => ({
  schema: { type: 'string', minLength: 1, maxLength: max },
  read: (value, field = '') => (typeof value !== 'string' ? fault(field, 'type') : value === '' ? fault(field, 'empty') : value.length > max ? fault(field, 'too-long') : ok(value)),
});

export function shapedWord<const W extends readonly string[]>(list: W): Shaped<W[number]> {
  return {
    schema: { enum: list },
    read: (value, field = '') => {
      const found = list.find((each) => each === value);
      return found === undefined ? fault(field, 'not-a-word') : ok(found);
    },
  };
}

export const shapedMaybe = <T>(inner: Shaped<T>): Shaped<T | null> => ({
  schema: { anyOf: [inner.schema, { type: 'null' }] }, read: (value, field = '') => (value === null ? ok(null) : inner.read(value, field)),
});

export const shapedList = <T>(inner: Shaped<T>, least = 0): Shaped<readonly T[]> => ({
  schema: { type: 'array', items: inner.schema, minItems: least },
  read: (value, field = '') => {
    if (!Array.isArray(value)) return fault(field, 'type');
    if (value.length < least) return fault(field, 'empty');
    const items: T[] = [];
    for (const [index, each] of value.entries()) {
      const item = inner.read(each, within(field, index));
      if (!item.ok) return item;
      items.push(item.value);
    }
    return ok(items);
  },
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object from any key to a value of one shape, as thresholds by state. */
export const shapedMap = <T>(inner: Shaped<T>): Shaped<Readonly<Record<string, T>>> => ({
  schema: { type: 'object', additionalProperties: inner.schema },
  read: (value, field = '') => {
    if (!isObject(value)) return fault(field, 'type');
    const entries: [string, T][] = [];
    for (const [key, each] of Object.entries(value)) {
      const item = inner.read(each, within(field, key));
      if (!item.ok) return item;
      entries.push([key, item.value]);
    }
    return ok(Object.fromEntries(entries));
  },
});

type Fields = Readonly<Record<string, Shaped<unknown>>>;
type Read<F extends Fields> = { readonly [K in keyof F]: ShapedValue<F[K]> };

/**
 * An object with exactly these fields: those of `needed` must be there, those of `optional` may be.
 * Any other field is refused by name.
 */
export function shapedObject<N extends Fields, O extends Fields = Readonly<Record<never, never>>>(needed: N, optional?: O): Shaped<Read<N> & Partial<Read<O>>> {
  const all: Fields = { ...needed, ...optional };
  return {
    schema: {
      type: 'object', additionalProperties: false, required: Object.keys(needed),
      properties: Object.fromEntries(Object.entries(all).map(([key, { schema }]) => [key, schema])),
    },
    read: (value, field = '') => {
      if (!isObject(value)) return fault(field, 'type');
      const stray = Object.keys(value).find((key) => !Object.hasOwn(all, key));
      if (stray !== undefined) return fault(within(field, stray), 'unknown-field');
      const entries: [string, unknown][] = [];
      for (const [key, inner] of Object.entries(all)) {
        const given = value[key];
        if (given === undefined) {
          if (Object.hasOwn(needed, key)) return fault(within(field, key), 'missing');
          continue;
        }
        const item = inner.read(given, within(field, key));
        if (!item.ok) return item;
        entries.push([key, item.value]);
      }
      // The entries were read field by field by the shapes that the type is made from.
      return ok(Object.fromEntries(entries) as Read<N> & Partial<Read<O>>);
    },
  };
}
