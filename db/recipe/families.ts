/**
 * Which records are one credential: a family. In this order: the starter's own, what a reviewed table matched, one registry
 * id, one issuer and name. Two registry ids are never one credential, whatever their names; a name that fits two is left alone.
 */
import type Database from 'better-sqlite3';
import { cellsOf } from '../pack/ledger.ts';
import type { PackRows } from '../pack/starter.ts';
import { credentialKey } from './name-key.ts';
import type { Recipe } from './recipe.ts';

/** The rank of the starter: before every source. */
export const STARTER_RANK = -1;

function stageStarter(database: Database.Database, starter: PackRows): void {
  const issuers = new Map(cellsOf(starter, 'organization').map((cell) => [String(cell('id')), String(cell('name'))]));
  const put = database.prepare('INSERT INTO staged_credential (source, record, updated, ctid, name_key, body, family, matched) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const know = database.prepare('INSERT OR IGNORE INTO known_name (name_key, family) VALUES (?, ?)');
  const aliases = new Map<string, string[]>();
  for (const cell of cellsOf(starter, 'credential_alias')) aliases.set(String(cell('credential')), [...(aliases.get(String(cell('credential'))) ?? []), String(cell('alias'))]);
  for (const cell of cellsOf(starter, 'credential')) {
    const id = String(cell('id'));
    const issuer = cell('issuer') === null ? null : (issuers.get(String(cell('issuer'))) ?? null);
    const family = `starter:${id}`;
    put.run(STARTER_RANK, id, '', cell('ctid'), credentialKey(issuer, String(cell('name')), 'starter'), '', family, 'first');
    if (issuer === null) continue;
    for (const name of [cell('name'), cell('short_name'), ...(aliases.get(id) ?? [])]) {
      if (name !== null) know.run(credentialKey(issuer, String(name), ''), family);
    }
  }
}

/** Records that a reviewed table of the starter has matched already. */
function matchReviewed(database: Database.Database, starter: PackRows, { sources }: Recipe): void {
  const set = database.prepare("UPDATE staged_credential SET family = ?, matched = 'reviewed' WHERE source = ? AND record = ? AND family IS NULL");
  for (const cell of cellsOf(starter, 'recognition')) {
    if (cell('match') !== 'same') continue;
    sources.forEach(({ options }, rank) => {
      if (options['area'] === cell('area') && options['program'] === cell('program') && options['edition'] === cell('edition')) {
        set.run(`starter:${String(cell('credential'))}`, rank, cell('code'));
      }
    });
  }
}

/** Settles the family of every staged record, and tells how many names fitted several. */
export function settleFamilies(database: Database.Database, starter: PackRows | null, recipe: Recipe): { readonly ambiguous: number; readonly superseded: number } {
  database.exec(`
    DROP TABLE IF EXISTS known_name;
    CREATE TABLE known_name (name_key TEXT NOT NULL, family TEXT NOT NULL, PRIMARY KEY (name_key, family)) STRICT, WITHOUT ROWID;
    DELETE FROM staged_credential WHERE source = ${STARTER_RANK};
    UPDATE staged_credential SET family = NULL, matched = NULL;
    CREATE INDEX IF NOT EXISTS staged_by_record ON staged_credential (source, record, updated, body);
    CREATE INDEX IF NOT EXISTS staged_by_name ON staged_credential (name_key);
    CREATE INDEX IF NOT EXISTS staged_by_ctid ON staged_credential (ctid);
  `);
  // Of two versions of one record the later counts; of two of one day, whichever order the files came in, the same one.
  const superseded = database.prepare(`
    DELETE FROM staged_credential WHERE EXISTS (SELECT 1 FROM staged_credential AS later WHERE later.source = staged_credential.source
      AND later.record = staged_credential.record AND (later.updated, later.body, later.rowid) > (staged_credential.updated, staged_credential.body, staged_credential.rowid))`).run().changes;
  if (starter) {
    stageStarter(database, starter);
    matchReviewed(database, starter, recipe);
  }
  database.exec(`
    UPDATE staged_credential SET matched = 'ctid', family = (SELECT known.family FROM staged_credential AS known WHERE known.source = ${STARTER_RANK} AND known.ctid = staged_credential.ctid)
      WHERE family IS NULL AND ctid IN (SELECT ctid FROM staged_credential WHERE source = ${STARTER_RANK} AND ctid IS NOT NULL);
    UPDATE staged_credential SET matched = 'issuer-and-name', family = (SELECT MIN(family) FROM known_name WHERE known_name.name_key = staged_credential.name_key)
      WHERE family IS NULL
        AND (SELECT COUNT(*) FROM known_name WHERE known_name.name_key = staged_credential.name_key) = 1
        AND (SELECT COUNT(DISTINCT other.ctid) FROM staged_credential AS other WHERE other.name_key = staged_credential.name_key) <= 1;
    UPDATE staged_credential SET matched = 'ctid', family = 'ctid:' || ctid WHERE family IS NULL AND ctid IS NOT NULL;
    DROP TABLE IF EXISTS name_family;
    CREATE TABLE name_family (name_key TEXT NOT NULL PRIMARY KEY, family TEXT NOT NULL, families INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO name_family SELECT name_key, MIN(family), COUNT(DISTINCT family) FROM staged_credential WHERE family LIKE 'ctid:%' GROUP BY name_key;
    UPDATE staged_credential SET matched = 'issuer-and-name', family = (SELECT family FROM name_family WHERE name_family.name_key = staged_credential.name_key)
      WHERE family IS NULL AND name_key IN (SELECT name_key FROM name_family WHERE families = 1);
  `);
  const ambiguous = database.prepare<[], { n: number }>(
    'SELECT COUNT(*) AS n FROM staged_credential WHERE family IS NULL AND name_key IN (SELECT name_key FROM name_family WHERE families > 1)',
  ).get()?.n ?? 0;
  database.exec(`
    UPDATE staged_credential SET matched = 'issuer-and-name', family = 'name:' || name_key WHERE family IS NULL;
    CREATE INDEX IF NOT EXISTS staged_by_family ON staged_credential (family, source, updated DESC, record);
  `);
  return { ambiguous, superseded };
}
