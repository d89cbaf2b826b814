import type { Localized } from '../facts.ts';

/**
 * What a sentence has room for. `name` is words in both languages; `text` is a proper name that no
 * language changes; `dollars` are whole dollars; `percent`, `count`, `age`, `months` and `years` are
 * numbers; `year` is `YYYY`, `month` is `YYYY-MM`, `day` is `YYYY-MM-DD`; a list is a choice of words.
 */
export type Slot = 'name' | 'text' | 'dollars' | 'percent' | 'count' | 'age' | 'months' | 'years' | 'year' | 'month' | 'day' | readonly string[];
export type Shape = Readonly<Record<string, Slot>>;
export type Shapes = Readonly<Record<string, Shape>>;

type ValueOf<S extends Slot> = S extends 'name' ? Localized : S extends 'text' | 'year' | 'month' | 'day' ? string : S extends readonly (infer W)[] ? W : number;
/** The parameters that a shape asks for: no fewer, no others. */
export type ParamsOf<S extends Shape> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** A choice of words for a slot. */
export const words = <const W extends readonly string[]>(...list: W): W => list;
