import type { CredentialFacts } from '../../../shared/domain/facts.ts';
import { areaChain, type ReferenceDb } from '../reference-db.ts';
import { costsFrom, plainFacts, timesFrom } from './get-credential-facts.ts';

/** What a row of a list says of a credential, beside its verdict and pay. */
export interface CredentialSummary extends Pick<CredentialFacts, 'id' | 'code' | 'name' | 'shortName' | 'kind' | 'role' | 'field' | 'jurisdiction' | 'minAge' | 'costs' | 'times'> {
  /** Class of credentials that are judged alike. */
  readonly class: number;
}

/** Asked at once; the last id fills up a question, so that every question has one length. */
const AT_ONCE = 40;

/** Credentials in the order asked, with costs and times as they are in an area; one that the edition does not have is left out. */
export function listCredentialSummaries(db: ReferenceDb, ids: readonly string[], area: string): readonly CredentialSummary[] {
  const chain = areaChain(db, area);
  const found = new Map<string, CredentialSummary>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const own = ids.slice(from, from + AT_ONCE);
    const asked = [...own, ...Array.from({ length: AT_ONCE - own.length }, () => own.at(-1) ?? '')];
    const costs = Map.groupBy(db.all(db.from('credential_cost').selectAll().where('credential', 'in', asked).where('area', 'in', [...chain])), ({ credential }) => credential);
    const times = Map.groupBy(db.all(db.from('credential_time').selectAll().where('credential', 'in', asked).where('area', 'in', [...chain])), ({ credential }) => credential);
    const dates = new Map(db.all(db.from('evidence').select(['id', 'page_date', 'read_date']).where('subject', 'in', asked)).map(({ id, page_date, read_date }) => [id, page_date ?? read_date]));
    for (const row of db.all(db.from('credential').innerJoin('judged_class', 'judged_class.credential', 'credential.id').selectAll('credential').select('class').where('id', 'in', asked))) {
      found.set(row.id, { ...plainFacts(row), class: row.class, costs: costsFrom(db, costs.get(row.id) ?? [], chain, dates), times: timesFrom(db, times.get(row.id) ?? [], chain, dates) });
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
