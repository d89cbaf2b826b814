import type { Localized } from '../../../shared/domain/facts.ts';
import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** What a credential is, beside the facts that the engine needs. */
export interface CredentialBase {
  readonly id: string;
  readonly ctid: string | null;
  readonly cip: string | null;
  readonly status: Rows['credential']['status'];
  readonly successor: string | null;
  readonly summary: Localized;
  readonly issuer: { readonly id: string; readonly name: string; readonly url: string | null; readonly phone: string | null } | null;
  readonly thirdPartyAssessed: boolean | null;
  readonly proctored: boolean | null;
  readonly portable: boolean | null;
}

/** A text in both languages; where nobody has translated it, the text as it is. */
export const localized = (en: string, es: string | null): Localized => ({ en, es: es ?? en });

const known = (value: 0 | 1 | null): boolean | null => (value === null ? null : value === 1);

/** One credential; undefined when there is none of that id. */
export function getCredential(db: ReferenceDb, id: string): CredentialBase | undefined {
  const row = db.first(db.from('credential').selectAll().where('id', '=', id));
  if (!row) return undefined;
  const issuer = row.issuer === null
    ? undefined
    : db.first(db.from('organization').select(['id', 'name', 'url', 'phone']).where('id', '=', row.issuer));
  return {
    id: row.id, ctid: row.ctid, cip: row.cip, status: row.status, successor: row.successor,
    summary: localized(row.summary ?? '', row.summary_es), issuer: issuer ?? null,
    thirdPartyAssessed: known(row.third_party_assessed), proctored: known(row.proctored), portable: known(row.portable),
  };
}

/** Ids of every credential, by id. */
export function listCredentialIds(db: ReferenceDb): readonly string[] {
  return db.all(db.from('credential').select('id').orderBy('id')).map(({ id }) => id);
}
