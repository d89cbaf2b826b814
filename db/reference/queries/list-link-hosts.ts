import type { ReferenceDb } from '../reference-db.ts';

/** Hosts of every page that a source, a fact or an organization names: the only ones that are opened in a browser. */
export function listLinkHosts(db: ReferenceDb): ReadonlySet<string> {
  const rows = [
    ...db.all(db.from('source').select('url').distinct()),
    ...db.all(db.from('evidence').select('url').distinct()),
    ...db.all(db.from('organization').select('url').distinct()),
    ...db.all(db.from('institution').select('website as url').distinct()),
    ...db.all(db.from('training_list').select('url')),
  ];
  return new Set(rows.flatMap(({ url }) => (url !== null && URL.canParse(url) ? [new URL(url).host] : [])));
}
