/** The order of what was found: a total order, so that the same text always gives the same list. */
import { docOf, roleOf, type Role } from './entry-id.ts';

/** How a text matched: it is what was typed, it starts with it, or it holds all of its words. */
export type Strength = 'exact' | 'start' | 'words';

/** Lower is better. A name that is what was typed comes first, an issuer and words strewn about come last. */
const TIERS: Readonly<Record<Role, Readonly<Record<Strength, number>>>> = {
  'name': { exact: 0, start: 3, words: 5 },
  'short-name': { exact: 1, start: 4, words: 6 },
  'code': { exact: 1, start: 4, words: 6 },
  'alias': { exact: 2, start: 7, words: 8 },
  'issuer': { exact: 9, start: 9, words: 9 },
  'mixed': { exact: 10, start: 10, words: 10 },
};
/** A credential that was not itself found, but opens an occupation that was. */
export const TIER_BY_OCCUPATION = 11;
/** How far what was looked for is from what was typed; the tiers of each way lie above those of the one before. */
export const WAY_STEP = 20;
/** Added when words that name no thing ("classes near me") were left out. */
export const TIER_INTENT = WAY_STEP;
/** Added when a word was corrected. */
export const TIER_TYPO = 2 * WAY_STEP;
/** Added when only some of the words were found. */
export const TIER_SOME = 3 * WAY_STEP;

/** Within a class, credentials come before occupations; a better class comes before both. */
function classOf(tier: number): number {
  const way = wayOf(tier);
  // A guess at what was meant is not fine enough to part names from aliases.
  if (way >= TIER_TYPO) return way;
  const own = tier - way;
  return way + (own >= 9 ? 2 : own >= 3 ? 1 : 0);
}

/** The part of a tier that says which way it was found. */
export const wayOf = (tier: number): number => tier - (tier % WAY_STEP);

export interface Match {
  readonly doc: number;
  /** Entry that matched best; null when the match came through an occupation. */
  readonly entry: number | null;
  readonly tier: number;
  /** Occupation through which a credential was found. */
  readonly through: number | null;
}

/** Keeps the best match of each thing. */
export class Matches {
  readonly #best = new Map<number, Match>();

  get size(): number {
    return this.#best.size;
  }

  has(doc: number): boolean {
    return this.#best.has(doc);
  }

  addEntry(entry: number, strength: Strength, penalty = 0): void {
    const doc = docOf(entry);
    const tier = TIERS[roleOf(entry)][strength] + penalty;
    const known = this.#best.get(doc);
    if (!known || tier < known.tier || (tier === known.tier && known.entry !== null && entry < known.entry)) {
      this.#best.set(doc, { doc, entry, tier, through: null });
    }
  }

  addThrough(doc: number, through: number, tier: number): void {
    if (!this.#best.has(doc)) this.#best.set(doc, { doc, entry: null, tier, through });
  }

  /** Best first. `isCredential` tells a credential's id from an occupation's. */
  sorted(isCredential: (doc: number) => boolean): readonly Match[] {
    return [...this.#best.values()].sort((a, b) =>
      classOf(a.tier) - classOf(b.tier)
      || Number(isCredential(b.doc)) - Number(isCredential(a.doc))
      || a.tier - b.tier
      || a.doc - b.doc);
  }
}
