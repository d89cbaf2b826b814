/** The questions that search asks the database, one each. Entries are ids, as in entry-id.ts. */
import { sql } from 'kysely';
import type { ReferenceDb } from '../reference-db.ts';
import { gramsOf, slips, slipsAllowed } from './distance.ts';
import { stemOf } from './normalize.ts';

const CANDIDATES = 300;
const CORRECTIONS = 8;
const LAST_CODE_POINT = '\u{10ffff}';

/** Entries whose text is exactly `norm`. */
export function findExact(db: ReferenceDb, norm: string): readonly number[] {
  return db.all(db.from('search_entry').select('id').where('norm', '=', norm)).map(({ id }) => id);
}

/** Entries whose text starts with `norm`. */
export function findStarting(db: ReferenceDb, norm: string): readonly number[] {
  return db.all(db.from('search_entry').select('id').where('norm', '>=', norm).where('norm', '<', norm + LAST_CODE_POINT)).map(({ id }) => id);
}

/** Entries that have, for each group, a word that starts with one of its members. Words hold letters, digits, + and # only. */
export function findWithAll(db: ReferenceDb, groups: readonly (readonly string[])[]): readonly number[] {
  const match = groups.map((group) => `(${group.map((word) => `"${word}" *`).join(' OR ')})`).join(' AND ');
  return db.all(db.from('search_text').select('rowid').where(sql<boolean>`search_text MATCH ${match}`)).map(({ rowid }) => rowid);
}

/** True when some word starts so. */
export function hasWord(db: ReferenceDb, start: string): boolean {
  return db.first(
    db.from('search_word').select('id').where('word', '>=', start).where('word', '<', start + LAST_CODE_POINT).limit(1),
  ) !== undefined;
}

/** Words that `typed` may have been meant to be, nearest and most used first; empty when none is near. */
export function findCorrections(db: ReferenceDb, typed: string, asPrefix: boolean): readonly string[] {
  const allowed = slipsAllowed(typed.length);
  // A digit that is off makes another code, not a misspelled one.
  if (allowed === 0 || /\d/.test(typed)) return [];
  const candidates = db.all(
    db.from('search_gram').innerJoin('search_word', 'search_word.id', 'search_gram.word')
      .select(['search_word.word as word', 'search_word.uses as uses'])
      .where('search_gram.gram', 'in', [...gramsOf(typed)])
      .groupBy('search_word.id')
      .orderBy(sql`count(*)`, 'desc').orderBy('search_word.uses', 'desc').orderBy('search_word.id')
      .limit(CANDIDATES),
  );
  const near = candidates
    .map(({ word, uses }) => ({ word, uses, slips: slips(typed, word, asPrefix) }))
    .filter((each) => each.slips > 0 && each.slips <= allowed);
  const least = Math.min(...near.map((each) => each.slips));
  return near.filter((each) => each.slips === least)
    .sort((a, b) => b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, CORRECTIONS).map(({ word }) => stemOf(word));
}

/** Number of credentials; their ids are 1 to this, occupations follow. */
export function countCredentials(db: ReferenceDb): number {
  return db.first(db.from('search_doc').select(({ fn }) => fn.countAll<number>().as('n')).where('kind', '=', 'credential'))?.n ?? 0;
}
