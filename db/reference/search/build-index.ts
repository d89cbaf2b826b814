/** Fills the search tables of a database that holds its facts already. */
import type Database from 'better-sqlite3';
import { putColumns } from './build-columns.ts';
import { docTexts, putDocs } from './build-docs.ts';
import { WordIndex } from './build-words.ts';
import { PostingWriter } from './posting.ts';
import { putArray } from './put-array.ts';
import { START_ROLES, type DocText } from './texts.ts';

const startRoleOf = ({ role, spanish }: DocText): number => (role === 'issuer' ? -1 : START_ROLES.indexOf(spanish ? 'spanish-name' : role));

/** Builds the whole index; a database has either all of it or, when this throws, is thrown away. */
export function buildSearchIndex(database: Database.Database): void {
  const docs = putDocs(database);
  const words = new WordIndex();
  database.exec('CREATE TEMP TABLE start_entry (norm TEXT NOT NULL, entry INTEGER NOT NULL)');
  const putStart = database.prepare('INSERT INTO start_entry (norm, entry) VALUES (?, ?)');
  for (const batch of docTexts(database, docs)) {
    for (const [doc, texts] of batch) {
      words.add(doc, texts);
      for (const text of texts) {
        const role = startRoleOf(text);
        if (role >= 0) putStart.run(text.norm, doc * START_ROLES.length + role);
      }
    }
  }
  words.write(database, docs.all);
  putStarts(database);
  putLinks(database);
  putColumns(database, docs.credentials);
  putArray(database, 'counts', Uint32Array.of(docs.credentials, docs.all));
}

/** Texts in their order: each once with where its entries begin, and all entries in one array. */
function putStarts(database: Database.Database): void {
  database.exec(`INSERT INTO search_start (norm, place)
    SELECT norm, MIN(place) FROM (SELECT norm, ROW_NUMBER() OVER (ORDER BY norm, entry) - 1 AS place FROM start_entry) GROUP BY norm`);
  const count = database.prepare<[], number>('SELECT COUNT(*) FROM start_entry').pluck().get() ?? 0;
  const entries = new Uint32Array(count);
  let at = 0;
  for (const entry of database.prepare<[], number>('SELECT entry FROM start_entry ORDER BY norm, entry').pluck().iterate()) {
    entries[at] = entry;
    at += 1;
  }
  putArray(database, 'starts', entries);
  database.exec('DROP TABLE start_entry');
}

/** By occupation, the credentials that open it. */
function putLinks(database: Database.Database): void {
  const links = new Map<string, PostingWriter>();
  const rows = database.prepare<[], { readonly soc: string; readonly doc: number }>(`
    SELECT DISTINCT o.soc, d.id AS doc FROM credential_occupation o JOIN search_doc d ON d.ref = o.credential
    WHERE o.relation IN ('required-by-law', 'qualifies') ORDER BY d.id, o.soc`);
  for (const { soc, doc } of rows.iterate()) {
    const posting = links.get(soc) ?? new PostingWriter();
    posting.add(doc);
    links.set(soc, posting);
  }
  const put = database.prepare('INSERT INTO search_link (soc, docs) VALUES (?, ?)');
  for (const [soc, posting] of [...links].sort(([a], [b]) => (a < b ? -1 : 1))) put.run(soc, posting.finish());
}
