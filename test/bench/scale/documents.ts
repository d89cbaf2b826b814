/** The same documents for every engine: occupations and credentials of an edition, read from its database. */
import Database from 'better-sqlite3';
import { idAt } from '../giant/rows.ts';

/** What can be found, with every text by which the product finds it, and three facets that are columns. */
export interface SearchDocument {
  /** Place in the order of documents, from 0. */
  readonly at: number;
  /** Credential id or SOC code. */
  readonly id: string;
  readonly name: string;
  readonly nameEs: string;
  readonly shortNames: string;
  /** Printed code, SOC code, CTID. */
  readonly codes: string;
  readonly aliases: string;
  readonly issuer: string;
  readonly kind: string;
  readonly field: string;
  /** Where it can be had; the first where there are several, 'us' where nothing is said. */
  readonly area: string;
}

export const FACETS = ['kind', 'field', 'area'] as const;
export type Facet = (typeof FACETS)[number];

const COLUMNS = 'id, name, nameEs, shortNames, codes, aliases, issuer, kind, field, area';
const OCCUPATIONS = `
  SELECT o.soc AS id, o.title AS name, COALESCE(o.title_es, '') AS nameEs, '' AS shortNames, o.soc AS codes,
    COALESCE((SELECT GROUP_CONCAT(a.alias, ' ') FROM occupation_alias a WHERE a.soc = o.soc), '') AS aliases,
    '' AS issuer, 'occupation' AS kind, 'occupation' AS field, 'us' AS area
  FROM occupation o ORDER BY o.soc`;
const CREDENTIALS = `
  SELECT c.id AS id, c.name AS name, COALESCE(c.name_es, '') AS nameEs, CONCAT_WS(' ', c.short_name, c.short_name_es) AS shortNames,
    CONCAT_WS(' ', c.code, c.ctid) AS codes, COALESCE((SELECT GROUP_CONCAT(a.alias, ' ') FROM credential_alias a WHERE a.credential = c.id), '') AS aliases,
    COALESCE(o.name, '') AS issuer, c.kind AS kind, c.field AS field,
    COALESCE((SELECT MIN(p.area) FROM credential_area p WHERE p.credential = c.id), 'us') AS area
  FROM credential c LEFT JOIN organization o ON o.id = c.issuer
  WHERE (c.id NOT GLOB 'n[0-9]*' OR c.id < ?) AND (c.status = 'retired' OR c.role = 'add-on') = ? ORDER BY c.id`;

/**
 * Reads them one by one: occupations, then credentials that stand by themselves and are in force, then cards, courses and
 * what is retired. Of the credentials that were made, the first `made`: they are the ones of the edition of that size.
 */
export function* readDocuments(path: string, made: number): Generator<SearchDocument> {
  const database = new Database(path, { readonly: true });
  try {
    let at = 0;
    const passes = [[OCCUPATIONS, []], [CREDENTIALS, [idAt(made), 0]], [CREDENTIALS, [idAt(made), 1]]] as const;
    for (const [query, values] of passes) {
      for (const row of database.prepare<unknown[], Omit<SearchDocument, 'at'>>(`SELECT ${COLUMNS} FROM (${query})`).iterate(...values)) {
        yield { at, ...row };
        at += 1;
      }
    }
  } finally {
    database.close();
  }
}
