/** Words and who has them: postings by word and role, unions for the starts of words that many share, and groups of letters. */
import type Database from 'better-sqlite3';
import { compareText } from '../../pack/order.ts';
import { addAll, emptyBitmap, isEmpty } from './bitmap.ts';
import { gramsOf } from './distance.ts';
import { putArray } from './put-array.ts';
import { addPosting, postingOf, PostingWriter } from './posting.ts';
import { ROLES, type DocText, type Role } from './texts.ts';

/** A start of more words than this has its union stored; of fewer, their postings are read one by one. */
const READ_ONE_BY_ONE = 32;

type Postings = Map<Role, PostingWriter>;

/** Postings that a word, or a start of words, has room for: one in each role, and of a start one in any. */
export const SLOTS = ROLES.length + 1;
export const postingId = (word: number, role: Role | 'any'): number => word * SLOTS + (role === 'any' ? ROLES.length : ROLES.indexOf(role));

/** Collects words in the order of the documents, then writes all at once. */
export class WordIndex {
  readonly #words = new Map<string, Postings>();
  /** Words of a text that many share, as the name of a school, are told apart once. */
  readonly #split = new Map<string, readonly string[]>();

  add(doc: number, texts: readonly DocText[]): void {
    for (const { role, norm } of texts) for (const word of this.#wordsOf(role, norm)) this.#posting(word, role).add(doc);
  }

  /** Writes `search_word`, `search_posting`, `search_prefix` and `search_gram`. */
  write(database: Database.Database, docs: number): void {
    const sorted = [...this.#words].sort(([a], [b]) => compareText(a, b));
    const putWord = database.prepare('INSERT INTO search_word (id, word) VALUES (?, ?)');
    const putPosting = database.prepare('INSERT INTO search_posting (id, docs) VALUES (?, ?)');
    const uses = new Uint32Array(sorted.length + 1);
    for (const [at, [word, postings]] of sorted.entries()) {
      uses[at + 1] = Math.max(...[...postings.values()].map(({ count }) => count));
      putWord.run(at + 1, word);
      for (const role of ROLES) {
        const posting = postings.get(role);
        if (posting) putPosting.run(postingId(at + 1, role), posting.finish());
      }
    }
    putArray(database, 'uses', uses);
    this.#writeStarts(database, sorted, docs + 1);
    writeGrams(database, sorted.map(([word]) => word));
  }

  #wordsOf(role: Role, norm: string): readonly string[] {
    if (role !== 'issuer') return norm.split(' ');
    const known = this.#split.get(norm) ?? norm.split(' ');
    this.#split.set(norm, known);
    return known;
  }

  #posting(word: string, role: Role): PostingWriter {
    const postings = this.#words.get(word) ?? new Map<Role, PostingWriter>();
    this.#words.set(word, postings);
    const posting = postings.get(role) ?? new PostingWriter();
    postings.set(role, posting);
    return posting;
  }

  #writeStarts(database: Database.Database, sorted: readonly (readonly [string, Postings])[], size: number): void {
    const putPrefix = database.prepare('INSERT INTO search_prefix (prefix, id) VALUES (?, ?)');
    const putPosting = database.prepare('INSERT INTO search_posting (id, docs) VALUES (?, ?)');
    let id = sorted.length;
    for (const [prefix, from, to] of sharedStarts(sorted.map(([word]) => word))) {
      id += 1;
      putPrefix.run(prefix, id);
      const any = emptyBitmap(size);
      for (const role of ROLES) {
        const union = emptyBitmap(size);
        for (let at = from; at < to; at += 1) {
          const posting = sorted[at]?.[1].get(role);
          if (posting) addPosting(union, posting.finish());
        }
        addAll(any, union);
        if (!isEmpty(union)) putPosting.run(postingId(id, role), postingOf(union));
      }
      putPosting.run(postingId(id, 'any'), postingOf(any));
    }
  }
}

/** Starts that more than {@link READ_ONE_BY_ONE} of the sorted words share, with where their words are: from, and up to but not with. */
function* sharedStarts(words: readonly string[], length = 1, first = 0, end = words.length): Generator<readonly [prefix: string, from: number, to: number]> {
  for (let from = first; from < end;) {
    const prefix = (words[from] ?? '').slice(0, length);
    let to = from + 1;
    while (to < end && (words[to] ?? '').startsWith(prefix)) to += 1;
    // A word as long as the start itself comes first of its group and has no longer start.
    if (to - from > READ_ONE_BY_ONE && prefix.length === length) {
      if (!/[\ud800-\udbff]$/.test(prefix)) yield [prefix, from, to];
      yield* sharedStarts(words, length + 1, from, to);
    }
    from = to;
  }
}

function writeGrams(database: Database.Database, words: readonly string[]): void {
  const grams = new Map<string, PostingWriter>();
  for (const [at, word] of words.entries()) {
    for (const gram of gramsOf(word)) {
      const posting = grams.get(gram) ?? new PostingWriter();
      posting.add(at + 1);
      grams.set(gram, posting);
    }
  }
  const put = database.prepare('INSERT INTO search_gram (gram, words) VALUES (?, ?)');
  for (const [gram, posting] of [...grams].sort(([a], [b]) => compareText(a, b))) put.run(gram, posting.finish());
}
