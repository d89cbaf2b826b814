/** The search index of an open database: what the steps of a search ask it. */
import { padded } from '../queries/padded.ts';
import { NATION, type ReferenceDb } from '../reference-db.ts';
import { emptyBitmap, setBit, walk, type Bitmap } from './bitmap.ts';
import { postingId, SLOTS } from './build-words.ts';
import { bufferOf, openColumns, type ColumnName, type Columns } from './columns.ts';
import { gramsOf, slips, slipsAllowed } from './distance.ts';
import { stemOf } from './normalize.ts';
import { addPosting } from './posting.ts';
import { Scratch } from './scratch.ts';
import { ROLES, START_ROLES, type Role } from './texts.ts';

/** Who has a word that starts so: in any role, and in one role, which is read when it is asked for; undefined when nobody has. */
export interface WordSets {
  readonly any: Bitmap;
  inRole(role: Role): Bitmap | undefined;
}

export interface SearchIndex {
  readonly db: ReferenceDb;
  /** Room for all documents: numbers 1 to `size` - 1. */
  readonly size: number;
  /** Sets to work with, until the next search begins. */
  readonly scratch: Scratch;
  /** Ends the search before: what it borrowed is free again. Gives the number of this one. */
  begin(): number;
  /** Number of the search that began last. */
  current(): number;
  /** Credentials have the numbers 1 to this; occupations follow. */
  readonly credentials: number;
  /** Who has a word that starts so. */
  wordSets(start: string): WordSets;
  /** True when some word starts so. */
  hasWord(start: string): boolean;
  /** Calls `take` with each thing that has a text that is `norm`, or starts with it, and the place of the text's role in ROLES. */
  eachText(norm: string, how: 'exact' | 'start', take: (doc: number, role: number) => void): void;
  /** Words that `typed` may have been meant to be, nearest and most used first; empty when none is near. */
  corrections(typed: string, asPrefix: boolean): readonly string[];
  /** Adds the credentials that open an occupation. */
  addOpening(soc: string, docs: Bitmap): void;
  /** Of a set, its occupations. */
  occupationsOf(docs: Bitmap): Bitmap;
  /** Numbers of credentials of those ids. */
  docsOf(refs: readonly string[]): ReadonlyMap<string, number>;
  /** Ids of those numbers. */
  refsOf(docs: readonly number[]): ReadonlyMap<number, string>;
  /** Program codes by their id in the columns. */
  cips(): ReadonlyMap<number, string>;
  /** By number of the credential, its class of judgement: the same in every area, and kept. */
  classes(): Columns['class'];
  /** What lists are narrowed, counted and ordered by, as an area sees it; read anew each time. */
  column<N extends ColumnName>(name: N, areaId: string): Columns[N];
  /** Place of each credential's name among all, in a language; made when first asked for. */
  nameOrder(lang: 'en' | 'es'): Uint32Array;
}

interface KeptWord extends WordSets {
  /** Gives its sets back: nobody may look at them any more. */
  release(): void;
}

/** Sets of words kept ready: those of a text while it is typed. */
const KEPT_WORDS = 10;
const CANDIDATES = 300;
const CORRECTIONS = 8;
const LAST_CODE_POINT = '\u{10ffff}';
const IDS_AT_ONCE = 500;
/** A Spanish name is a name. */
const ROLE_OF_START = START_ROLES.map((role) => ROLES.indexOf(role === 'spanish-name' ? 'name' : role));

/** Reads the small parts of the index; the rest is read as it is asked for. */
export function openSearchIndex(db: ReferenceDb): SearchIndex {
  const array = (name: string): Uint32Array => {
    const row = db.first(db.from('search_array').select('data').where('name', '=', name));
    return new Uint32Array(row ? bufferOf(row.data) : new ArrayBuffer(0));
  };
  const [credentials = 0, all = 0] = array('counts');
  const size = all + 1;
  const entries = array('starts');
  const uses = array('uses');
  const kept = new Map<string, KeptWord>();
  const scratch = new Scratch(size);
  let searches = 0;

  /** First and last id of the words that start so; null when none does. */
  const wordRange = (start: string): readonly [number, number] | null => {
    const query = db.from('search_word').select('id').where('word', '>=', start).where('word', '<', start + LAST_CODE_POINT).limit(1);
    const [first, last] = [db.first(query.orderBy('word')), db.first(query.orderBy('word', 'desc'))];
    return first && last ? [first.id, last.id] : null;
  };
  const united = (postings: readonly { readonly docs: Uint8Array }[]): Bitmap => {
    const bits = scratch.make();
    for (const { docs } of postings) addPosting(bits, docs);
    return bits;
  };
  const postings = (from: number, to: number) => db.all(db.from('search_posting').select(['id', 'docs']).where('id', '>=', from).where('id', '<=', to));
  /** A start that many words share has its unions stored; of any other the postings of its words are read. */
  const storedOf = (start: string): { readonly any: Bitmap; readonly inRole: (role: Role) => Bitmap | undefined } => {
    const shared = db.first(db.from('search_prefix').select('id').where('prefix', '=', start));
    if (shared) {
      const read = (role: Role | 'any') => postings(postingId(shared.id, role), postingId(shared.id, role));
      return { any: united(read('any')), inRole: (role) => { const stored = read(role); return stored.length > 0 ? united(stored) : undefined; } };
    }
    const range = wordRange(start);
    const byRole = Map.groupBy(range ? postings(postingId(range[0], 'name'), postingId(range[1], 'any')) : [], ({ id }) => ROLES[id % SLOTS]);
    return { any: united([...byRole.values()].flat()), inRole: (role) => { const stored = byRole.get(role); return stored && united(stored); } };
  };
  const readWord = (start: string): KeptWord => {
    const { any, inRole } = storedOf(start);
    const roles = new Map<Role, Bitmap | undefined>();
    return {
      any,
      inRole(role) {
        if (!roles.has(role)) roles.set(role, inRole(role));
        return roles.get(role);
      },
      release() {
        for (const bits of [any, ...roles.values()]) if (bits) scratch.giveBack(bits);
      },
    };
  };
  const placeFrom = (compare: '>=' | '>', norm: string): number =>
    db.first(db.from('search_start').select('place').where('norm', compare, norm).orderBy('norm').limit(1))?.place ?? entries.length;

  const column = openColumns(db);
  let classes: Columns['class'] | undefined;
  let cips: ReadonlyMap<number, string> | undefined;
  const orders = new Map<'en' | 'es', Uint32Array>();
  return {
    db, size, credentials, scratch,
    begin() {
      scratch.reclaim();
      // Only now: a search may look at more words than are kept.
      for (const [start, word] of kept) {
        if (kept.size <= KEPT_WORDS) break;
        kept.delete(start);
        word.release();
      }
      searches += 1;
      return searches;
    },
    current: () => searches,
    wordSets(start) {
      const known = kept.get(start) ?? readWord(start);
      kept.delete(start);
      kept.set(start, known);
      return known;
    },
    hasWord: (start) => wordRange(start) !== null,
    eachText(norm, how, take) {
      const from = placeFrom('>=', norm);
      const to = how === 'exact' ? placeFrom('>', norm) : placeFrom('>=', norm + LAST_CODE_POINT);
      if (how === 'exact' && db.first(db.from('search_start').select('place').where('norm', '=', norm)) === undefined) return;
      for (let at = from; at < to; at += 1) {
        const entry = entries[at] ?? 0;
        take(entry >>> 2, ROLE_OF_START[entry & 3] ?? 0);
      }
    },
    corrections: (typed, asPrefix) => correctionsOf(db, uses, typed, asPrefix),
    addOpening(soc, docs) {
      const row = db.first(db.from('search_link').select('docs').where('soc', '=', soc));
      if (row) addPosting(docs, row.docs);
    },
    occupationsOf(docs) {
      const occupations = scratch.borrow();
      walk(docs, (doc) => { setBit(occupations, doc); return true; }, credentials + 1);
      return occupations;
    },
    docsOf(refs) {
      const found = new Map<string, number>();
      for (let from = 0; from < refs.length; from += IDS_AT_ONCE) {
        for (const { id, ref } of db.all(db.from('search_doc').select(['id', 'ref']).where('ref', 'in', padded(refs.slice(from, from + IDS_AT_ONCE))))) found.set(ref, id);
      }
      return found;
    },
    refsOf(docs) {
      const found = new Map<number, string>();
      for (let from = 0; from < docs.length; from += IDS_AT_ONCE) {
        for (const { id, ref } of db.all(db.from('search_doc').select(['id', 'ref']).where('id', 'in', padded(docs.slice(from, from + IDS_AT_ONCE))))) found.set(id, ref);
      }
      return found;
    },
    cips: () => (cips ??= new Map(db.all(db.from('search_cip').select(['id', 'cip'])).map(({ id, cip }) => [id, cip]))),
    column,
    classes: () => (classes ??= column('class', NATION)),
    nameOrder(lang) {
      const known = orders.get(lang) ?? namePlaces(entries, credentials, lang);
      orders.set(lang, known);
      return known;
    },
  };
}

/** Where a credential has no Spanish name of its own its English one counts. */
function namePlaces(entries: Uint32Array, credentials: number, lang: 'en' | 'es'): Uint32Array {
  const places = new Uint32Array(credentials + 1);
  const wanted = lang === 'es' ? (['name', 'spanish-name'] as const) : (['name'] as const);
  for (const role of wanted) {
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] ?? 0;
      const doc = entry >>> 2;
      if (doc <= credentials && START_ROLES[entry & 3] === role) places[doc] = at;
    }
  }
  return places;
}

/** The words that share most groups of letters with what was typed and lie within the slips allowed. */
function correctionsOf(db: ReferenceDb, uses: Uint32Array, typed: string, asPrefix: boolean): readonly string[] {
  const allowed = slipsAllowed(typed.length);
  // A digit that is off makes another code, not a misspelled one.
  if (allowed === 0 || /\d/.test(typed)) return [];
  const shared = new Uint8Array(uses.length);
  const grams = gramsOf(typed);
  for (const { words } of db.all(db.from('search_gram').select('words').where('gram', 'in', padded([...grams])))) {
    const bits = emptyBitmap(uses.length);
    addPosting(bits, words);
    walk(bits, (word) => { shared[word] = (shared[word] ?? 0) + 1; return true; });
  }
  const candidates: number[] = [];
  for (let most = grams.length; most > 0 && candidates.length < CANDIDATES; most -= 1) {
    const equal: number[] = [];
    for (let word = shared.indexOf(most); word >= 0; word = shared.indexOf(most, word + 1)) equal.push(word);
    candidates.push(...equal.sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b).slice(0, CANDIDATES - candidates.length));
  }
  if (candidates.length === 0) return [];
  const near = db.all(db.from('search_word').select(['id', 'word']).where('id', 'in', padded(candidates)))
    .map(({ id, word }) => ({ word, uses: uses[id] ?? 0, slips: slips(typed, word, asPrefix) }))
    .filter((each) => each.slips > 0 && each.slips <= allowed);
  const least = Math.min(...near.map((each) => each.slips));
  return near.filter((each) => each.slips === least)
    .sort((a, b) => b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, CORRECTIONS).map(({ word }) => stemOf(word));
}
