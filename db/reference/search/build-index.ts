/** Fills the search tables of a database that holds its facts already. */
import type Database from 'better-sqlite3';
import { gramsOf } from './distance.ts';
import { entryId, type Role } from './entry-id.ts';
import { normalize, wordsOf } from './normalize.ts';

interface Doc {
  readonly kind: 'credential' | 'occupation';
  readonly ref: string;
  readonly en: string;
  readonly es: string;
}
interface Text {
  readonly ref: string;
  readonly role: Role;
  readonly text: string;
}

// The most useful first: what stands by itself before cards and courses, then by jobs in the
// nation that it opens. Ids follow this order, so a list sorted by id is sorted by usefulness.
const DOCS = `
  SELECT 'credential' AS kind, c.id AS ref, c.name AS en, COALESCE(c.name_es, c.name) AS es FROM credential c
  LEFT JOIN (
    SELECT o.credential, SUM(w.employment) AS jobs FROM (
      SELECT DISTINCT credential, soc FROM credential_occupation WHERE relation IN ('required-by-law', 'qualifies')
    ) o JOIN wage w ON w.soc = o.soc AND w.area = 'us' GROUP BY o.credential
  ) j ON j.credential = c.id
  ORDER BY c.status = 'retired', c.role = 'add-on', COALESCE(j.jobs, 0) DESC, c.name, c.id`;
const OCCUPATIONS = `
  SELECT 'occupation' AS kind, o.soc AS ref, o.title AS en, COALESCE(o.title_es, o.title) AS es FROM occupation o
  LEFT JOIN wage w ON w.soc = o.soc AND w.area = 'us'
  ORDER BY COALESCE(w.employment, 0) DESC, o.title, o.soc`;

const TEXTS: readonly string[] = [
  `SELECT id AS ref, 'name' AS role, name AS text FROM credential`,
  `SELECT id AS ref, 'name' AS role, name_es AS text FROM credential WHERE name_es IS NOT NULL`,
  `SELECT id AS ref, 'short-name' AS role, short_name AS text FROM credential WHERE short_name IS NOT NULL`,
  `SELECT id AS ref, 'short-name' AS role, short_name_es AS text FROM credential WHERE short_name_es IS NOT NULL`,
  `SELECT id AS ref, 'code' AS role, code AS text FROM credential WHERE code IS NOT NULL`,
  // As one types what is printed on paper, without its dash.
  `SELECT id AS ref, 'code' AS role, REPLACE(code, '-', '') AS text FROM credential WHERE code IS NOT NULL`,
  `SELECT credential AS ref, 'alias' AS role, alias AS text FROM credential_alias`,
  `SELECT c.id AS ref, 'issuer' AS role, o.name AS text FROM credential c JOIN organization o ON o.id = c.issuer`,
  // All of a credential in one text, so that words may match in different places: "red cross cpr".
  `SELECT c.id AS ref, 'mixed' AS role, CONCAT_WS(' ', c.name, c.name_es, c.short_name, c.short_name_es, c.code) || ' '
     || COALESCE(o.name, '') || ' ' || COALESCE((SELECT GROUP_CONCAT(alias, ' ') FROM credential_alias a WHERE a.credential = c.id), '') AS text
   FROM credential c LEFT JOIN organization o ON o.id = c.issuer`,
  `SELECT soc AS ref, 'name' AS role, title AS text FROM occupation`,
  `SELECT soc AS ref, 'name' AS role, title_es AS text FROM occupation WHERE title_es IS NOT NULL`,
  `SELECT soc AS ref, 'code' AS role, soc AS text FROM occupation`,
  `SELECT soc AS ref, 'alias' AS role, alias AS text FROM occupation_alias`,
];

/** Builds the whole index; a database has either all of it or, when this throws, is thrown away. */
export function buildSearchIndex(database: Database.Database): void {
  const docs = new Map<string, number>();
  const putDoc = database.prepare('INSERT INTO search_doc (id, kind, ref, name_en, name_es) VALUES (?, ?, ?, ?, ?)');
  for (const query of [DOCS, OCCUPATIONS]) {
    for (const doc of database.prepare<[], Doc>(query).all()) {
      docs.set(doc.ref, docs.size + 1);
      putDoc.run(docs.size, doc.kind, doc.ref, doc.en, doc.es);
    }
  }
  const putEntry = database.prepare('INSERT INTO search_entry (id, text, norm) VALUES (?, ?, ?)');
  const putText = database.prepare('INSERT INTO search_text (rowid, norm) VALUES (?, ?)');
  const positions = new Map<string, number>();
  const seen = new Set<string>();
  const uses = new Map<string, number>();
  for (const query of TEXTS) {
    for (const { ref, role, text } of database.prepare<[], Text>(`${query} ORDER BY 1, 3`).all()) {
      const doc = docs.get(ref);
      const norm = normalize(text);
      // English and Spanish often share a name; the stronger role was first.
      if (doc === undefined || norm === '' || seen.has(`${doc} ${norm}`)) continue;
      seen.add(`${doc} ${norm}`);
      const place = `${doc} ${role}`;
      const position = positions.get(place) ?? 0;
      positions.set(place, position + 1);
      const id = entryId(doc, role, position);
      putEntry.run(id, text, norm);
      putText.run(id, norm);
      if (role !== 'mixed') for (const word of wordsOf(text)) uses.set(word, (uses.get(word) ?? 0) + 1);
    }
  }
  putWords(database, uses);
  database.exec("INSERT INTO search_text (search_text) VALUES ('optimize')");
}

/** The vocabulary and its groups of letters, for words that were mistyped. */
function putWords(database: Database.Database, uses: ReadonlyMap<string, number>): void {
  const putWord = database.prepare('INSERT INTO search_word (id, word, uses) VALUES (?, ?, ?)');
  const putGram = database.prepare('INSERT INTO search_gram (gram, word) VALUES (?, ?)');
  let id = 0;
  for (const [word, count] of [...uses].sort(([a], [b]) => (a < b ? -1 : 1))) {
    id += 1;
    putWord.run(id, word, count);
    for (const gram of gramsOf(word)) putGram.run(gram, id);
  }
}
