/**
 * Search over credentials and occupations: every word must match, the last as it is typed. Where that
 * finds little, less is asked for, step by step: without words of wishing, with slips forgiven, with some words.
 */
import type { ReferenceDb } from '../reference-db.ts';
import { countCredentials, findCorrections, findExact, findStarting, findWithAll, hasWord } from './entries.ts';
import { docOf, roleOf } from './entry-id.ts';
import { findOfKinds } from './find-of-kinds.ts';
import { intentOf, type Intent } from './intent.ts';
import { normalize, queryWords, stemOf } from './normalize.ts';
import { Matches, TIER_BY_OCCUPATION, TIER_INTENT, TIER_SOME, TIER_TYPO, WAY_STEP, wayOf, type Match } from './rank.ts';

export type SearchKind = 'credential' | 'occupation';
export type MatchedBy = 'name' | 'short-name' | 'alias' | 'code' | 'issuer' | 'occupation' | 'typo' | 'browse';

export interface SearchHit {
  readonly kind: SearchKind;
  /** Credential id or SOC code. */
  readonly id: string;
  readonly name: { readonly en: string; readonly es: string };
  readonly why: { readonly by: MatchedBy; readonly text: string };
}

export interface SearchQuery {
  readonly text: string;
  /** Language of the person: decides which of two equally good texts is shown as the reason. */
  readonly lang: 'en' | 'es';
  /** Kinds that are wanted. Empty text with 'occupation' alone lists every occupation. */
  readonly kinds: readonly SearchKind[];
  readonly limit: number;
}

export interface SearchAnswer {
  /** Everything that matches, of the kinds wanted. */
  readonly total: number;
  readonly credentials: number;
  readonly occupations: number;
  /** The first `limit`, best first. */
  readonly hits: readonly SearchHit[];
  /** Every credential that matches, best first: facets and other orders are computed from it. */
  readonly credentialIds: readonly string[];
}

/** Fewer hits than this, and mistyped words are considered. */
const LITTLE = 3;
/** From this many letters on, credentials are also found through the occupations they open. */
const THROUGH_FROM_LETTERS = 3;
const THROUGH_OCCUPATIONS = 10;
/** Only an occupation that matches this well leads to its credentials: by name, code, or an alias that starts so. */
const THROUGH_TIER = 7;

/**
 * Finds credentials and occupations. Empty text browses. Deterministic and total in its order.
 * Example: `search(db, { text: 'cna', lang: 'en', kinds: ['credential', 'occupation'], limit: 40 })`.
 */
export function search(db: ReferenceDb, query: SearchQuery): SearchAnswer {
  const credentials = countCredentials(db);
  const isCredential = (doc: number) => doc <= credentials;
  const words = queryWords(query.text);
  if (words.length === 0 && normalize(query.text) === '' && query.text.trim() !== '') return answer(db, query, [], isCredential);
  const matches = words.length === 0 ? browse(db, query) : find(db, query.text, words, isCredential);
  const wanted = matches.filter(({ doc }) => query.kinds.includes(isCredential(doc) ? 'credential' : 'occupation'));
  return answer(db, query, wanted, isCredential);
}

function browse(db: ReferenceDb, { kinds }: SearchQuery): readonly Match[] {
  const kind: SearchKind = kinds.includes('credential') ? 'credential' : 'occupation';
  return db.all(db.from('search_doc').select('id').where('kind', '=', kind).orderBy('id'))
    .map(({ id }) => ({ doc: id, entry: null, tier: 0, through: null }));
}

function find(db: ReferenceDb, text: string, words: readonly string[], isCredential: (doc: number) => boolean): readonly Match[] {
  const found = new Matches();
  const isExact = addAll(db, found, words, normalize(text), 0);
  const intent = isExact || found.size >= LITTLE ? null : intentOf(text);
  const unwanted = intent ? findUnwanted(db, intent) : NOTHING;
  if (intent) addAll(db, found, intent.words, intent.words.join(' '), TIER_INTENT, unwanted);
  if (!isExact && found.size < LITTLE) addCorrected(db, intent?.words ?? words, found, unwanted);
  if (found.size === 0) addSome(db, intent?.words ?? words, found);
  if (normalize(text).length >= THROUGH_FROM_LETTERS) addThroughOccupations(db, found, isCredential, unwanted);
  return found.sorted(isCredential);
}

const NOTHING: ReadonlySet<number> = new Set();

/** What a person said not to want: "no degree". */
function findUnwanted(db: ReferenceDb, { without, withoutKinds }: Intent): ReadonlySet<number> {
  return new Set([
    ...(without.length === 0 ? [] : findWithAll(db, [without]).map(docOf)),
    ...(withoutKinds.length === 0 ? [] : findOfKinds(db, withoutKinds)),
  ]);
}

/** Adds what has all of the words, and says whether something is just what was typed. */
function addAll(db: ReferenceDb, found: Matches, words: readonly string[], norm: string, tier: number, unwanted = NOTHING): boolean {
  const wanted = (entry: number): boolean => !unwanted.has(docOf(entry));
  const entries = findWithAll(db, words.map((word) => [stemOf(word)])).filter(wanted);
  for (const entry of entries) found.addEntry(entry, 'words', tier);
  if (entries.length === 0) return false;
  for (const entry of findStarting(db, norm).filter(wanted)) found.addEntry(entry, 'start', tier);
  const exact = findExact(db, norm).filter(wanted);
  for (const entry of exact) found.addEntry(entry, 'exact', tier);
  return exact.length > 0;
}

/** What has the most telling of the words, where nothing has all: a word that few things have tells more. */
function addSome(db: ReferenceDb, words: readonly string[], found: Matches): void {
  // Part of a code is another code.
  if (words.length < 2 || words.some((word) => /\d/.test(word))) return;
  const entries = words.map((word) => findWithAll(db, [[stemOf(word)]]));
  const worth = new Map<number, number>();
  for (const each of entries) {
    const docs = new Set(each.map(docOf));
    for (const doc of docs) worth.set(doc, (worth.get(doc) ?? 0) + 1 / (1 + Math.log(docs.size)));
  }
  const most = Math.max(...worth.values());
  for (const entry of entries.flat()) if (worth.get(docOf(entry)) === most) found.addEntry(entry, 'words', TIER_SOME);
}

/** Tries near words: for those that nothing starts with, or, when every word exists but little has all, for each in turn. */
function addCorrected(db: ReferenceDb, words: readonly string[], found: Matches, unwanted: ReadonlySet<number>): void {
  const exists = words.map((word) => hasWord(db, stemOf(word)));
  const unknown = exists.includes(false);
  const groups = words.map((word, index) => {
    if (unknown && exists[index]) return [stemOf(word)];
    const near = findCorrections(db, word, index === words.length - 1);
    return exists[index] ? [stemOf(word), ...near] : near;
  });
  if (groups.some((group) => group.length === 0)) return;
  const entries = findWithAll(db, groups).filter((entry) => !found.has(docOf(entry)) && !unwanted.has(docOf(entry)));
  for (const entry of entries) found.addEntry(entry, 'words', TIER_TYPO);
}

function addThroughOccupations(db: ReferenceDb, found: Matches, isCredential: (doc: number) => boolean, unwanted: ReadonlySet<number>): void {
  const through = found.sorted(isCredential)
    .filter(({ doc, tier }) => !isCredential(doc) && tier % WAY_STEP <= THROUGH_TIER)
    .slice(0, THROUGH_OCCUPATIONS);
  if (through.length === 0) return;
  const links = db.all(
    db.from('search_doc as occupation')
      .innerJoin('credential_occupation as link', 'link.soc', 'occupation.ref')
      .innerJoin('search_doc as credential', 'credential.ref', 'link.credential')
      .select(['occupation.id as occupation', 'credential.id as credential']).distinct()
      .where('occupation.id', 'in', through.map(({ doc }) => doc))
      .where('link.relation', 'in', ['required-by-law', 'qualifies']),
  );
  for (const match of through) {
    for (const { credential } of links.filter((link) => link.occupation === match.doc && !unwanted.has(link.credential))) {
      found.addThrough(credential, match.doc, wayOf(match.tier) + TIER_BY_OCCUPATION);
    }
  }
}

function answer(db: ReferenceDb, query: SearchQuery, matches: readonly Match[], isCredential: (doc: number) => boolean): SearchAnswer {
  const credentials = matches.filter(({ doc }) => isCredential(doc));
  const shown = matches.slice(0, query.limit);
  const docs = new Map(
    db.all(db.from('search_doc').selectAll().where('id', 'in', neverEmpty([
      ...credentials.map(({ doc }) => doc), ...shown.flatMap(({ doc, through }) => (through === null ? [doc] : [doc, through])),
    ]))).map((doc) => [doc.id, doc]),
  );
  const entries = new Map(
    db.all(db.from('search_entry').select(['id', 'text']).where('id', 'in', neverEmpty(
      shown.flatMap(({ entry }) => (entry === null ? [] : [entry])),
    ))).map(({ id, text }) => [id, text]),
  );
  const hits = shown.flatMap((match): SearchHit[] => {
    const doc = docs.get(match.doc);
    if (!doc) return [];
    const through = match.through === null ? undefined : docs.get(match.through);
    return [{
      kind: doc.kind, id: doc.ref, name: { en: doc.name_en, es: doc.name_es },
      why: whyOf(match, entries, through && (query.lang === 'es' ? through.name_es : through.name_en)),
    }];
  });
  return {
    total: matches.length, credentials: credentials.length, occupations: matches.length - credentials.length, hits,
    credentialIds: credentials.flatMap(({ doc }) => docs.get(doc)?.ref ?? []),
  };
}

function whyOf(match: Match, entries: ReadonlyMap<number, string>, through: string | undefined): SearchHit['why'] {
  if (through !== undefined) return { by: 'occupation', text: through };
  if (match.entry === null) return { by: 'browse', text: '' };
  const text = entries.get(match.entry) ?? '';
  const role = roleOf(match.entry);
  if (wayOf(match.tier) === TIER_TYPO) return { by: 'typo', text: role === 'mixed' ? '' : text };
  // Words strewn over several texts: the long joined text would explain nothing.
  return role === 'mixed' ? { by: 'alias', text: '' } : { by: role, text };
}

/** SQL has no empty list; ids start at 1. */
const neverEmpty = (ids: readonly number[]): readonly number[] => (ids.length > 0 ? ids : [0]);
