/** Who gives a credential, where its record names only a registry id and the organization's own document came in another file. */
import type Database from 'better-sqlite3';
import type { StagedCredential, StagedOrganization } from '../sources/staged.ts';
import { credentialKey } from './name-key.ts';

/** Of two documents of one organization the first by the order of sources counts, then by what they say. */
const ORGANIZATION = 'SELECT body FROM staged_organization WHERE ctid = ? ORDER BY source, body LIMIT 1';
// The starter's own rows have no body.
const UNNAMED = "SELECT rowid, body FROM staged_credential WHERE iif(source >= 0, json_extract(body, '$.issuer.name'), NULL) = ''";

/** Puts the names in, before it is settled which records are one credential. Gives how many stay known by an id only. */
export function nameIssuers(database: Database.Database): { readonly unknown: number } {
  database.exec('CREATE INDEX IF NOT EXISTS organization_by_ctid ON staged_organization (ctid)');
  const find = database.prepare<[string], { readonly body: string }>(ORGANIZATION);
  const put = database.prepare('UPDATE staged_credential SET body = ?, name_key = ? WHERE rowid = ?');
  let unknown = 0;
  for (const { rowid, body } of database.prepare<[], { readonly rowid: number; readonly body: string }>(UNNAMED).all()) {
    const said = JSON.parse(body) as StagedCredential;
    const found = find.get(said.issuer?.ctid ?? '');
    if (!found) {
      unknown += 1;
      continue;
    }
    const { name, ctid, url } = JSON.parse(found.body) as StagedOrganization;
    put.run(JSON.stringify({ ...said, issuer: { name, ctid, url } }), credentialKey(name, said.name, ''), rowid);
  }
  return { unknown };
}
