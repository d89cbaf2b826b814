/** SQLite's FTS5 alone: the first twenty by bm25, the total by a count, each facet by a join and a group. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { queryWords, stemOf } from '../../../../db/reference/search/normalize.ts';
import { FACETS, type Facet, type SearchDocument } from '../documents.ts';
import { FIRST, LITTLE, type Answer, type Engine } from '../engine.ts';
import type { FacetCounts } from '../facet-columns.ts';

const FILE = 'fts5.sqlite';
const CACHE_KIB = 16 * 1024;
const FIELDS = ['name', 'nameEs', 'shortNames', 'codes', 'aliases', 'issuer'] as const;
const WEIGHTS = [4, 4, 3, 3, 2, 1];

/** What FTS5 is asked for words as people type them; '' when nothing is asked. Example: `matchOf(['nurse', 'aide'], 'AND')` is `'"nurse" * AND "aide" *'`. */
export const matchOf = (words: readonly string[], how: 'AND' | 'OR'): string => words.map((word) => `"${word}" *`).join(` ${how} `);

/** Pragmas of a file that is thrown away unless it is whole, as the product builds its own. */
function createDatabase(path: string): Database.Database {
  const database = new Database(path);
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF']) database.pragma(pragma);
  database.exec('CREATE TABLE document (at INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, field TEXT NOT NULL, area TEXT NOT NULL) STRICT');
  database.exec(`CREATE VIRTUAL TABLE document_text USING fts5(${FIELDS.join(', ')}, content='', prefix='1 2 3', tokenize="unicode61 remove_diacritics 2 tokenchars '+#'")`);
  database.exec(`INSERT INTO document_text (document_text, rank) VALUES ('rank', 'bm25(${WEIGHTS.join(', ')})')`);
  return database;
}

export class Fts5 implements Engine {
  protected database: Database.Database | null = null;
  #statements: { readonly first: Database.Statement; readonly total: Database.Statement; readonly facets: Readonly<Record<Facet, Database.Statement>> } | null = null;

  build(documents: Iterable<SearchDocument>, folder: string): void {
    const database = createDatabase(join(folder, FILE));
    const [put, putText] = [
      database.prepare('INSERT INTO document VALUES (?, ?, ?, ?, ?)'), database.prepare(`INSERT INTO document_text (rowid, ${FIELDS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?)`),
    ];
    database.exec('BEGIN');
    for (const document of documents) {
      put.run(document.at, document.id, document.kind, document.field, document.area);
      putText.run(document.at, ...FIELDS.map((field) => document[field]));
    }
    this.finish(database);
    database.exec('COMMIT');
    database.close();
    this.load(folder);
  }

  /** What is made once all documents are in. */
  protected finish(database: Database.Database): void {
    database.exec("INSERT INTO document_text (document_text) VALUES ('optimize')");
  }

  /** Its file is its index. */
  save(): void {}

  load(folder: string): void {
    const database = new Database(join(folder, FILE), { readonly: true });
    database.pragma(`cache_size = -${CACHE_KIB}`);
    const facet = (name: Facet): Database.Statement => database.prepare(
      `SELECT d.${name} AS value, COUNT(*) AS n FROM document_text t JOIN document d ON d.at = t.rowid WHERE document_text MATCH ? GROUP BY d.${name}`,
    );
    this.database = database;
    this.#statements = {
      first: database.prepare(`SELECT d.id FROM (SELECT rowid FROM document_text WHERE document_text MATCH ? ORDER BY rank LIMIT ?) t JOIN document d ON d.at = t.rowid`).pluck(),
      total: database.prepare('SELECT COUNT(*) FROM document_text WHERE document_text MATCH ?').pluck(),
      facets: { kind: facet('kind'), field: facet('field'), area: facet('area') },
    };
  }

  search(text: string, most = FIRST): Answer {
    const words = queryWords(text).map(stemOf);
    if (words.length === 0) return { total: 0, first: [], facets: { kind: {}, field: {}, area: {} } };
    const found = this.ask(words, matchOf(words, 'AND'), most);
    return found.total < LITTLE && words.length > 1 ? this.askAny(matchOf(words, 'OR'), most) : found;
  }

  protected ask(_words: readonly string[], match: string, most: number): Answer {
    return this.askAny(match, most);
  }

  protected askAny(match: string, most: number): Answer {
    const facets = FACETS.map((facet) => {
      const counts = this.#statements?.facets[facet].all(match) as readonly { readonly value: string; readonly n: number }[];
      return [facet, Object.fromEntries(counts.map(({ value, n }) => [value, n]))];
    });
    return { total: Number(this.#statements?.total.get(match)), first: this.best(match, most), facets: Object.fromEntries(facets) as FacetCounts };
  }

  protected best(match: string, most: number): readonly string[] {
    return this.#statements?.first.all(match, most) as readonly string[];
  }
}
