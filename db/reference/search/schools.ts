/** Finds schools by name, other name, city and state: apart from credentials and jobs, which come before them. */
import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import type { ReferenceDb } from '../reference-db.ts';
import { normalize, queryWords, stemOf, wordsOf } from './normalize.ts';

const NAME = 0;
const ALIAS = 1;
const ALL = 2;

interface SchoolRow {
  readonly id: string;
  readonly name: string;
  readonly aliases: string | null;
  readonly city: string;
  readonly state: string;
}

/** Fills the index of a database that holds its schools; those that give the most awards have the first ids. */
export function buildSchoolIndex(database: Database.Database): void {
  const putEntry = database.prepare('INSERT INTO school_entry (id, institution, role, text, norm) VALUES (?, ?, ?, ?, ?)');
  const putText = database.prepare('INSERT INTO school_text (rowid, norm) VALUES (?, ?)');
  let id = 0;
  const put = (school: string, role: number, text: string): void => {
    id += 1;
    putEntry.run(id, school, role, text, normalize(text));
    putText.run(id, normalize(text));
  };
  const schools = database.prepare<[], SchoolRow>(`
    SELECT i.id, i.name, i.aliases, i.city, i.state FROM institution i
    LEFT JOIN (SELECT institution, SUM(completions) AS awards FROM offering GROUP BY institution) o ON o.institution = i.id
    ORDER BY COALESCE(o.awards, 0) DESC, i.name, i.id`).all();
  for (const { id: school, name, aliases, city, state } of schools) {
    const others = aliases?.split('|') ?? [];
    put(school, NAME, name);
    for (const other of others) put(school, ALIAS, other);
    put(school, ALL, [name, ...others, city, state].join(' '));
  }
  database.exec("INSERT INTO school_text (school_text) VALUES ('optimize')");
}

export interface SchoolHit {
  readonly id: string;
  /** The other name by which it was found; '' when its own name or place shows it. */
  readonly alias: string;
  /** True when one of its names starts with what was typed. */
  readonly starts: boolean;
}

/** True when a text has every word of what was typed, the last as it is typed. */
export function hasAllWords(typed: string, texts: readonly string[]): boolean {
  const own = wordsOf(texts.join(' '));
  return queryWords(typed).every((word) => own.some((each) => each.startsWith(stemOf(word))));
}

/** Fewer letters would find half of all schools while the first word is typed. */
const FROM_LETTERS = 3;

/**
 * Schools whose name, other name and place have every word, the last as it is typed: own names that
 * start so first, then other names, then words strewn about; among equals the larger school.
 */
export function searchSchools(db: ReferenceDb, text: string): readonly SchoolHit[] {
  const norm = normalize(text);
  const words = queryWords(text);
  if (words.length === 0 || norm.length < FROM_LETTERS) return [];
  const match = words.map((word) => `"${stemOf(word)}" *`).join(' AND ');
  const rows = db.all(
    db.from('school_text').innerJoin('school_entry', 'school_entry.id', 'school_text.rowid').select(['school_entry.institution', 'school_entry.id', 'school_entry.role', 'school_entry.text', 'school_entry.norm'])
      .where(sql<boolean>`school_text MATCH ${match}`),
  );
  const best = new Map<string, { readonly tier: number; readonly id: number; readonly text: string; readonly starts: boolean }>();
  for (const row of rows) {
    const tier = (row.norm === norm ? 0 : row.norm.startsWith(norm) ? 3 : 6) + row.role;
    const known = best.get(row.institution);
    if (!known || tier < known.tier) best.set(row.institution, { tier, id: row.id, text: row.role === ALIAS ? row.text : '', starts: tier < 6 && row.role !== ALL });
  }
  return [...best].sort(([, a], [, b]) => a.tier - b.tier || a.id - b.id).map(([id, { text: alias, starts }]) => ({ id, alias, starts }));
}
