/** Numbers every thing that can be found, and reads its texts back in that order. */
import type Database from 'better-sqlite3';
import { textsOfCredential, textsOfOccupation, type CredentialTexts, type DocText } from './texts.ts';

// The most useful first: what stands by itself before cards and courses, then by jobs in the nation
// that it opens, then by how much is on record of it. Numbers follow this order, so the first of a
// set are the most useful of it.
const CREDENTIALS = `
  INSERT INTO search_doc (ref) SELECT c.id FROM credential c
  LEFT JOIN (
    SELECT o.credential, SUM(w.employment) AS jobs FROM (
      SELECT DISTINCT credential, soc FROM credential_occupation WHERE relation IN ('required-by-law', 'qualifies')
    ) o JOIN wage w ON w.soc = o.soc AND w.area = 'us' GROUP BY o.credential
  ) j ON j.credential = c.id
  LEFT JOIN (SELECT subject, COUNT(*) AS facts FROM evidence GROUP BY subject) e ON e.subject = c.id
  ORDER BY c.status = 'retired', c.role = 'add-on', COALESCE(j.jobs, 0) DESC, COALESCE(e.facts, 0) DESC, c.name, c.id`;
const OCCUPATIONS = `
  INSERT INTO search_doc (ref) SELECT o.soc FROM occupation o
  LEFT JOIN wage w ON w.soc = o.soc AND w.area = 'us'
  ORDER BY COALESCE(w.employment, 0) DESC, o.title, o.soc`;

/** Rows read at once: enough to be quick, few enough to need little memory. */
const CHUNK = 10_000;

export interface DocCounts {
  /** Credentials have the numbers 1 to this. */
  readonly credentials: number;
  /** Occupations follow, up to this. */
  readonly all: number;
}

/** Fills `search_doc`. */
export function putDocs(database: Database.Database): DocCounts {
  const credentials = database.prepare(CREDENTIALS).run().changes;
  const occupations = database.prepare(OCCUPATIONS).run().changes;
  database.exec('CREATE UNIQUE INDEX search_doc_by_ref ON search_doc (ref)');
  return { credentials, all: credentials + occupations };
}

/** Each thing with its texts, by number, in batches between which the database may be written to. */
export function* docTexts(database: Database.Database, { credentials, all }: DocCounts): Generator<readonly (readonly [doc: number, texts: readonly DocText[]])[]> {
  const rows = database.prepare<[number, number], CredentialTexts & { readonly doc: number; readonly id: string; readonly issuer: string | null }>(`
    SELECT d.id AS doc, c.id, c.name, c.name_es, c.short_name, c.short_name_es, c.code, c.cip, o.name AS issuer
    FROM search_doc d JOIN credential c ON c.id = d.ref LEFT JOIN organization o ON o.id = c.issuer
    WHERE d.id BETWEEN ? AND ? ORDER BY d.id`);
  const aliases = database.prepare<[string], string>('SELECT alias FROM credential_alias WHERE credential = ? ORDER BY alias').pluck();
  for (let from = 1; from <= credentials; from += CHUNK) {
    yield rows.all(from, Math.min(from + CHUNK - 1, credentials)).map(({ doc, id, issuer, ...row }) => [doc, textsOfCredential(row, aliases.all(id), issuer)] as const);
  }
  const jobs = database.prepare<[number, number], { readonly doc: number; readonly soc: string; readonly title: string; readonly title_es: string | null }>(`
    SELECT d.id AS doc, o.soc, o.title, o.title_es FROM search_doc d JOIN occupation o ON o.soc = d.ref WHERE d.id BETWEEN ? AND ? ORDER BY d.id`);
  const names = database.prepare<[string], string>('SELECT alias FROM occupation_alias WHERE soc = ? ORDER BY alias').pluck();
  yield jobs.all(credentials + 1, all).map(({ doc, ...row }) => [doc, textsOfOccupation(row, names.all(row.soc))] as const);
}
