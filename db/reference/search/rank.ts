/** The order of what was found: a total order, so that the same text always gives the same list. */
import { addAll, hasBit, setBit, walk, type Bitmap } from './bitmap.ts';
import type { Scratch } from './scratch.ts';
import type { Role } from './texts.ts';

/** How a text matched: it is what was typed, it starts with it, or it holds all of its words. */
export type Strength = 'exact' | 'start' | 'words';

/** Lower is better. A name that is what was typed comes first, an issuer and words strewn about come last. */
export const TIERS: Readonly<Record<Role, Readonly<Record<Strength, number>>>> = {
  name: { exact: 0, start: 3, words: 5 },
  short: { exact: 1, start: 4, words: 6 },
  alias: { exact: 2, start: 7, words: 8 },
  issuer: { exact: 9, start: 9, words: 9 },
};
/** Words strewn over several texts. */
export const TIER_MIXED = 10;
/** A credential that was not itself found, but opens an occupation that was. */
export const TIER_BY_OCCUPATION = 11;
const TIER_LAST = TIER_BY_OCCUPATION;

/** How far what was looked for is from what was typed: as it stands, without words that name no thing ("classes near me"), with a word corrected, with some of the words only. */
export const WAYS = ['typed', 'intent', 'typo', 'some'] as const;
export type Way = (typeof WAYS)[number];

/** Within a class, credentials come before occupations; a better class comes before both. A guess at what was meant is not fine enough for classes. */
const CLASSES: readonly (readonly [from: number, to: number])[] = [[0, 2], [3, 8], [9, TIER_LAST]];
const classesOf = (way: Way): typeof CLASSES => (way === 'typo' || way === 'some' ? [[0, TIER_LAST]] : CLASSES);

export interface Match {
  readonly doc: number;
  readonly way: Way;
  readonly tier: number;
}

type Kind = 'credential' | 'occupation';
const BOTH: readonly Kind[] = ['credential', 'occupation'];

/** Documents of one tier, found out when they are first asked for. */
class Tier {
  /** None is added once the set is made. */
  readonly parts: (() => Bitmap | null)[] = [];
  #made: Bitmap | null | undefined;

  docs(): Bitmap | null {
    if (this.#made !== undefined) return this.#made;
    const [first, ...more] = this.parts.flatMap((part) => part() ?? []);
    if (first) for (const bits of more) addAll(first, bits);
    this.#made = first ?? null;
    return this.#made;
  }
}

/** So many and fewer are ranked one by one; of more, each tier is walked until enough are taken. */
export const FEW = 4096;

/** What was found, by way and tier; a document counts in the best of those that it is in. */
export class Found {
  readonly all: Bitmap;
  readonly #scratch: Scratch;
  readonly #credentials: number;
  readonly #sets = new Map<Way, Map<number, Tier>>();

  constructor({ scratch, credentials }: { readonly scratch: Scratch; readonly credentials: number }) {
    this.all = scratch.borrow();
    this.#scratch = scratch;
    this.#credentials = credentials;
  }

  /** Adds to everything that was found. */
  add(way: Way, tier: number, docs: Bitmap): void {
    addAll(this.all, docs);
    this.rank(way, tier, () => docs);
  }

  /** Says which of the documents that are added match so well; asked for when a list needs it, which is seldom all. */
  rank(way: Way, tier: number, docs: () => Bitmap | null): void {
    const tiers = this.#sets.get(way) ?? new Map<number, Tier>();
    this.#sets.set(way, tiers);
    const known = tiers.get(tier) ?? new Tier();
    known.parts.push(docs);
    tiers.set(tier, known);
  }

  /** The first `limit` of those `within`, best first, of a better tier than `tierBelow` where one is given. */
  first(limit: number, within: Bitmap, kinds: readonly Kind[] = BOTH, tierBelow = TIER_LAST + 1): readonly Match[] {
    const few = listOf(within, FEW);
    if (few) return this.#rankEach(few, limit, kinds, tierBelow);
    const matches: Match[] = [];
    const taken = this.#scratch.borrow();
    for (const [way, tiers] of this.#inOrder()) {
      for (const [from, to] of classesOf(way)) {
        for (const kind of kinds) {
          const [low, high] = kind === 'credential' ? [0, this.#credentials] : [this.#credentials + 1, Infinity];
          for (let tier = from; tier <= to && tier < tierBelow; tier += 1) {
            const docs = tiers.get(tier)?.docs() ?? null;
            if (docs) take(docs, within, taken, low, high, limit - matches.length, (doc) => matches.push({ doc, way, tier }));
            if (matches.length >= limit) return matches;
          }
        }
      }
    }
    return matches;
  }

  /** How a document was found; undefined when it was not. */
  matchOf(doc: number): Match | undefined {
    for (const [way, tiers] of this.#inOrder()) {
      for (let tier = 0; tier <= TIER_LAST; tier += 1) {
        const docs = tiers.get(tier)?.docs() ?? null;
        if (docs && hasBit(docs, doc)) return { doc, way, tier };
      }
    }
    return undefined;
  }

  /** Tier by tier, each document in the first that has it; later tiers are not even made once there are enough. */
  #rankEach(docs: readonly number[], limit: number, kinds: readonly Kind[], tierBelow: number): readonly Match[] {
    const isCredential = (doc: number): boolean => doc <= this.#credentials;
    const matches: Match[] = [];
    let left = kinds.length === BOTH.length ? docs : docs.filter((doc) => isCredential(doc) === kinds.includes('credential'));
    for (const [way, tiers] of this.#inOrder()) {
      for (const [from, to] of classesOf(way)) {
        const ofClass: Match[] = [];
        for (let tier = from; tier <= to && tier < tierBelow && left.length > 0; tier += 1) {
          const bits = tiers.get(tier)?.docs() ?? null;
          if (!bits) continue;
          const rest: number[] = [];
          for (const doc of left) {
            if (hasBit(bits, doc)) ofClass.push({ doc, way, tier });
            else rest.push(doc);
          }
          left = rest;
        }
        for (const kind of kinds) for (const match of ofClass) if (isCredential(match.doc) === (kind === 'credential')) matches.push(match);
        if (matches.length >= limit || left.length === 0) return matches.slice(0, limit);
      }
    }
    return matches;
  }

  #inOrder(): readonly (readonly [Way, ReadonlyMap<number, Tier>])[] {
    return WAYS.flatMap((way) => { const tiers = this.#sets.get(way); return tiers ? [[way, tiers] as const] : []; });
  }
}

/** The documents of a set that has at most so many; null of a larger one. */
export function listOf(docs: Bitmap, most: number): readonly number[] | null {
  const list: number[] = [];
  walk(docs, (doc) => list.push(doc) <= most);
  return list.length > most ? null : list;
}

/** Gives the first `most` documents of a set that are within and not yet taken, from `low` to `high`, and marks them as taken. */
function take(docs: Bitmap, within: Bitmap, taken: Bitmap, low: number, high: number, most: number, give: (doc: number) => void): void {
  let left = most;
  for (let at = low >>> 5; at < docs.length && left > 0 && at * 32 <= high; at += 1) {
    for (let word = (docs[at] ?? 0) & (within[at] ?? 0) & ~(taken[at] ?? 0); word !== 0 && left > 0; word &= word - 1) {
      const doc = at * 32 + 31 - Math.clz32(word & -word);
      if (doc < low || doc > high) continue;
      setBit(taken, doc);
      give(doc);
      left -= 1;
    }
  }
}
