/**
 * Search over credentials and occupations: every word must match, the last as it is typed. Where that
 * finds little, less is asked for, step by step: without words of wishing, with slips forgiven, with some words.
 */
import { CREDENTIAL_KINDS } from '../../../shared/domain/facts.ts';
import { addAll, countOf, hasBit, isEmpty, keepOnly, rangeBitmap, removeAll, setBit, type Bitmap } from './bitmap.ts';
import { NATION } from '../reference-db.ts';
import { kindAt } from './columns.ts';
import { findByCode } from './find-by-code.ts';
import type { SearchIndex, WordSets } from './index.ts';
import { intentOf, type Intent } from './intent.ts';
import { readOccupations } from './occupation-texts.ts';
import { normalize, queryWords, stemOf } from './normalize.ts';
import { FEW, Found, listOf, TIER_BY_OCCUPATION, TIER_MIXED, TIERS, type Match, type Way } from './rank.ts';
import { holdsAll, ROLES, type Role } from './texts.ts';

export type SearchKind = 'credential' | 'occupation';

export interface SearchQuery {
  readonly text: string;
  /** Kinds that are wanted. Empty text with 'occupation' alone lists every occupation. */
  readonly kinds: readonly SearchKind[];
}

/** Read before the next search of the same index begins: the sets are used again. */
export interface SearchFound {
  /** Everything that matches, of the kinds wanted. */
  readonly docs: Bitmap;
  readonly credentials: number;
  readonly occupations: number;
  /** The first `limit`, best first, of those in `within`. */
  first(limit: number, within?: Bitmap): readonly Match[];
  /** How a document matched; undefined when it does not. */
  matchOf(doc: number): Match | undefined;
  /** The occupation through which a credential was found that does not match itself. */
  throughOf(doc: number): number | null;
  /** What was looked for, on the way that a document was found. */
  askedOf(way: Way): Asked;
}

/** Words that were looked for: each may be any of its group. `norm`: the text as a whole, where it counts. */
export interface Asked {
  readonly groups: readonly (readonly string[])[];
  readonly norm: string | null;
}
const NOTHING_ASKED: Asked = { groups: [], norm: null };

/** Fewer hits than this, and mistyped words are considered. */
const LITTLE = 3;
/** So many occupations and fewer are looked at one by one; of more, more will be typed. */
const FEW_OCCUPATIONS = 64;
/** From this many letters on, credentials are also found through the occupations they open. */
const THROUGH_FROM_LETTERS = 3;
const THROUGH_OCCUPATIONS = 10;
/** Only an occupation that matches this well leads to its credentials: by name, code, or an alias that starts so. */
const THROUGH_TIER = TIERS.alias.start;

/**
 * Finds credentials and occupations. Empty text browses. Deterministic and total in its order.
 * Example: `search(index, { text: 'cna', kinds: ['credential', 'occupation'] }).first(40)`.
 */
export function search(index: SearchIndex, { text, kinds }: SearchQuery): SearchFound {
  const number = index.begin();
  const found = new Found(index);
  const words = queryWords(text);
  const asked = new Map<Way, Asked>();
  let through: (doc: number) => number | null = () => null;
  if (words.length === 0) {
    if (text.trim() === '') browse(index, kinds, found);
  } else {
    through = find({ index, found, asked }, text, words);
  }
  const docs = found.all;
  if (!kinds.includes('credential') || !kinds.includes('occupation')) keepOnly(docs, kindsBitmap(index, kinds));
  const credentials = countUpTo(docs, index.credentials);
  const fresh = <T>(value: () => T): T => {
    if (index.current() !== number) throw new Error('what a search found is read before the next search');
    return value();
  };
  return {
    docs, credentials, occupations: countOf(docs) - credentials,
    first: (limit, within = docs) => fresh(() => found.first(limit, within)),
    matchOf: (doc) => fresh(() => found.matchOf(doc)),
    askedOf: (way) => asked.get(way) ?? NOTHING_ASKED,
    throughOf: (doc) => fresh(() => through(doc)),
  };
}

function kindsBitmap({ size, credentials }: SearchIndex, kinds: readonly SearchKind[]): Bitmap {
  const from = kinds.includes('credential') ? 1 : credentials + 1;
  const to = kinds.includes('occupation') ? size : credentials + 1;
  return rangeBitmap(size, from, Math.max(from, to));
}

/** Number of documents of a set up to and with `last`. */
function countUpTo(docs: Bitmap, last: number): number {
  const whole = docs.subarray(0, last >>> 5);
  const rest = ((docs[last >>> 5] ?? 0) & (((last & 31) === 31 ? 0 : 1 << ((last & 31) + 1)) - 1)) >>> 0;
  return countOf(whole) + countOf(Uint32Array.of(rest));
}

function browse(index: SearchIndex, kinds: readonly SearchKind[], found: Found): void {
  found.add('typed', TIERS.name.exact, kindsBitmap(index, [kinds.includes('credential') ? 'credential' : 'occupation']));
}

/** One search under way. */
interface Run {
  readonly index: SearchIndex;
  readonly found: Found;
  readonly asked: Map<Way, Asked>;
}

/** Gives back through which occupation a credential was found. */
function find(run: Run, text: string, words: readonly string[]): (doc: number) => number | null {
  const { index, found } = run;
  const byCode = findByCode(index, text);
  if (byCode) found.add('typed', TIERS.short.exact, byCode);
  const isExact = addMatches(run, 'typed', { groups: words.map((word) => [stemOf(word)]), norm: normalize(text) }) || byCode !== null;
  const intent = isExact || countOf(found.all) >= LITTLE ? null : intentOf(text);
  const unwanted = intent ? unwantedOf(index, intent) : null;
  if (intent) addMatches(run, 'intent', { groups: intent.words.map((word) => [stemOf(word)]), norm: intent.words.join(' ') }, unwanted);
  if (!isExact && countOf(found.all) < LITTLE) addCorrected(run, intent?.words ?? words, unwanted);
  if (isEmpty(found.all)) addSome(run, intent?.words ?? words);
  return normalize(text).length >= THROUGH_FROM_LETTERS ? addThroughOccupations(run, unwanted) : () => null;
}

/** What a person said not to want: "no degree". */
function unwantedOf(index: SearchIndex, { without, withoutKinds }: Intent): Bitmap {
  const bits = index.scratch.borrow();
  for (const word of without) addAll(bits, index.wordSets(word).any);
  const kinds = new Set(withoutKinds.map((kind) => CREDENTIAL_KINDS.indexOf(kind)));
  if (kinds.size > 0) {
    const kind = index.column('kind', NATION);
    for (let doc = 1; doc < kind.length; doc += 1) if (kinds.has(kindAt(kind[doc] ?? 0))) setBit(bits, doc);
  }
  return bits;
}

/** What has a word that starts like any of a group, which stands for one. */
function unionOf({ scratch }: SearchIndex, group: readonly (Bitmap | undefined)[]): Bitmap | undefined {
  const [first, ...more] = group.filter((bits) => bits !== undefined);
  if (!first || more.length === 0) return first;
  const union = scratch.copy(first);
  for (const bits of more) addAll(union, bits);
  return union;
}

/** What all of the sets share, a set of its own; null when one of them is missing. */
function sharedBy({ scratch }: SearchIndex, sets: readonly (Bitmap | undefined)[]): Bitmap | null {
  const [first, ...more] = sets;
  if (!first || more.includes(undefined)) return null;
  const shared = scratch.copy(first);
  for (const bits of more) if (bits) keepOnly(shared, bits);
  return shared;
}

/** Of `docs`, those that have a word of every group in one role. */
function sharedInRole(index: SearchIndex, docs: Bitmap, groups: readonly (readonly WordSets[])[], role: Role): Bitmap | null {
  const sets = groups.map((group) => unionOf(index, group.map((word) => word.inRole(role))));
  if (sets.includes(undefined)) return null;
  const few = listOf(docs, FEW);
  if (!few) return sharedBy(index, [docs, ...sets]);
  const shared = index.scratch.borrow();
  for (const doc of few) if (sets.every((bits) => bits && hasBit(bits, doc))) setBit(shared, doc);
  return shared;
}

/**
 * Occupations of a set of which no one text holds all words. They have dozens of other names each: of "plant" in one and
 * "protection" in another nobody is told anything. A credential has few texts, and its issuer's name belongs to its own.
 */
function strewnOver(index: SearchIndex, docs: Bitmap, groups: Asked['groups']): Bitmap {
  const strewn = index.scratch.borrow();
  const few = listOf(index.occupationsOf(docs), FEW_OCCUPATIONS) ?? [];
  const refs = index.refsOf(few);
  const texts = new Map(readOccupations(index.db, [...refs.values()]).map((known) => [known.id, known.texts]));
  for (const doc of few) if (texts.get(refs.get(doc) ?? '')?.some(({ norm }) => holdsAll(norm, groups)) !== true) setBit(strewn, doc);
  return strewn;
}

/** Adds what has a word of every group; where `norm` is given, also what is just that or starts with it, and says whether anything is. */
function addMatches({ index, found, asked }: Run, way: Way, { groups, norm }: Asked, unwanted: Bitmap | null = null): boolean {
  asked.set(way, { groups, norm });
  const words = groups.map((group) => group.map((word) => index.wordSets(word)));
  const mixed = sharedBy(index, words.map((group) => unionOf(index, group.map(({ any }) => any))));
  if (mixed && unwanted) removeAll(mixed, unwanted);
  if (mixed && groups.length > 1) removeAll(mixed, strewnOver(index, mixed, groups));
  if (!mixed || isEmpty(mixed)) return false;
  for (const role of ROLES) found.rank(way, TIERS[role].words, () => sharedInRole(index, mixed, words, role));
  found.add(way, TIER_MIXED, mixed);
  return norm !== null && addTexts(index, found, way, norm, mixed);
}

/** Adds what has a text that is `norm`, or starts with it, and says whether anything is just that. */
function addTexts(index: SearchIndex, found: Found, way: Way, norm: string, within: Bitmap): boolean {
  let isExact = false;
  for (const how of ['start', 'exact'] as const) {
    const byRole: (Bitmap | undefined)[] = ROLES.map(() => undefined);
    index.eachText(norm, how, (doc, role) => {
      if (hasBit(within, doc)) setBit(byRole[role] ??= index.scratch.borrow(), doc);
    });
    for (const [at, bits] of byRole.entries()) if (bits) found.rank(way, TIERS[ROLES[at] ?? 'name'][how], () => bits);
    isExact = how === 'exact' && byRole.some((bits) => bits !== undefined);
  }
  return isExact;
}

/** What has the most telling of the words, where nothing has all: a word that few things have tells more. */
function addSome({ index, found, asked }: Run, words: readonly string[]): void {
  // Part of a code is another code.
  if (words.length < 2 || words.some((word) => /\d/.test(word))) return;
  asked.set('some', { groups: [words.map(stemOf)], norm: null });
  const sets = words.map((word) => index.wordSets(stemOf(word)));
  const best = mostTelling(index, sets.map(({ any }) => any));
  if (!best) return;
  found.add('some', TIER_MIXED, best);
  for (const role of ROLES) found.rank('some', TIERS[role].words, () => sharedInRole(index, best, [sets], role));
}

/** What is in the sets that together are worth most, of those that share anything; null when all are empty. A set is worth the more the fewer it has. */
function mostTelling(index: SearchIndex, sets: readonly Bitmap[]): Bitmap | null {
  const valued = sets.map((bits) => ({ bits, worth: 1 / (1 + Math.log(Math.max(1, countOf(bits)))) })).sort((a, b) => b.worth - a.worth);
  let most = 0;
  const best = index.scratch.borrow();
  const choose = (at: number, shared: Bitmap | null, worth: number): void => {
    const rest = valued.slice(at).reduce((sum, each) => sum + each.worth, 0);
    if (worth + rest < most) return;
    const next = valued[at];
    if (!next) {
      if (!shared) return;
      if (worth > most) best.fill(0);
      most = worth;
      addAll(best, shared);
      return;
    }
    const both = sharedBy(index, shared ? [shared, next.bits] : [next.bits]);
    if (both && !isEmpty(both)) choose(at + 1, both, worth + next.worth);
    choose(at + 1, shared, worth);
  };
  choose(0, null, 0);
  return most > 0 ? best : null;
}

/** Tries near words: for those that nothing starts with, or, when every word exists but little has all, for each in turn. */
function addCorrected(run: Run, words: readonly string[], unwanted: Bitmap | null): void {
  const { index } = run;
  const exists = words.map((word) => index.hasWord(stemOf(word)));
  const unknown = exists.includes(false);
  const groups = words.map((word, at) => {
    if (unknown && exists[at]) return [stemOf(word)];
    const near = index.corrections(word, at === words.length - 1);
    return exists[at] ? [stemOf(word), ...near] : near;
  });
  if (groups.some((group) => group.length === 0)) return;
  addMatches(run, 'typo', { groups, norm: null }, unwanted);
}

/** Adds credentials that open one of the occupations that match best; gives back through which each. */
function addThroughOccupations({ index, found }: Run, unwanted: Bitmap | null): (doc: number) => number | null {
  const occupations = found.first(THROUGH_OCCUPATIONS, index.occupationsOf(found.all), ['occupation'], THROUGH_TIER + 1);
  const refs = index.refsOf(occupations.map(({ doc }) => doc));
  for (const [way, through] of Map.groupBy(occupations, (match) => match.way)) {
    const docs = index.scratch.borrow();
    for (const { doc } of through) index.addOpening(refs.get(doc) ?? '', docs);
    removeAll(docs, found.all);
    if (unwanted) removeAll(docs, unwanted);
    found.add(way, TIER_BY_OCCUPATION, docs);
  }
  // Asked of the few that are shown.
  const opening = new Map<number, Bitmap>();
  const opens = (occupation: number, doc: number): boolean => {
    const docs = opening.get(occupation) ?? index.scratch.borrow();
    if (!opening.has(occupation)) index.addOpening(refs.get(occupation) ?? '', docs);
    opening.set(occupation, docs);
    return hasBit(docs, doc);
  };
  return (doc) => occupations.find((match) => opens(match.doc, doc))?.doc ?? null;
}
