import {
  COST_LINES, PAYERS, RELATIONS, type Authority, type CostFact, type CredentialFacts, type OccupationFacts, type OccupationLink, type Payer, type RequirementFact, type TimeFact,
} from '../../../shared/domain/facts.ts';
import type { Rows } from '../../pack/tables.ts';
import { nearest } from '../nearest.ts';
import { areaChain, type ReferenceDb } from '../reference-db.ts';
import { getOccupationFacts } from './get-occupation-facts.ts';
import { localized } from './get-credential.ts';
import { datesOfEvidence, stated } from './ledger.ts';
import { listEdgesFrom } from './list-edges.ts';

interface Asked {
  readonly db: ReferenceDb;
  readonly id: string;
  readonly chain: readonly string[];
  readonly dates: ReadonlyMap<string, string>;
  occupation(soc: string): OccupationFacts | undefined;
}

function linksOf({ db, id, chain, occupation: occupationOf }: Asked): readonly OccupationLink[] {
  const rows = db.all(db.from('credential_occupation').selectAll().where('credential', '=', id).where('area', 'in', [...chain]));
  return nearest(rows, chain, ({ soc }) => soc)
    .flatMap(({ soc, relation, evidence_id }) => {
      const occupation = occupationOf(soc);
      return occupation ? [{ relation, occupation, evidence: evidence_id }] : [];
    })
    .sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || (a.occupation.soc < b.occupation.soc ? -1 : 1));
}

const isPayer = (word: string): word is Payer => PAYERS.some((payer) => payer === word);

/** Costs of one credential from its rows. */
export function costsFrom(db: ReferenceDb, rows: readonly Rows['credential_cost'][], chain: readonly string[], dates: ReadonlyMap<string, string>): readonly CostFact[] {
  return nearest(rows, chain, ({ line }) => line)
    .sort((a, b) => COST_LINES.indexOf(a.line) - COST_LINES.indexOf(b.line))
    .map((row) => ({
      line: row.line, label: { en: row.label, es: row.label_es },
      amount: {
        value: row.low_cents, high: row.high_cents === row.low_cents ? null : row.high_cents, atLeast: row.at_least === 1, unit: 'cents' as const,
        unknown: row.low_cents === null ? (row.unknown ?? 'not-checked') : null, from: stated(db, dates, row.evidence_id, row.area),
      },
      per: row.per, priceYear: row.price_year, payers: (row.payers ?? '').split(';').filter(isPayer),
    }));
}

const TIME_KINDS: readonly TimeFact['kind'][] = ['training', 'paid-training', 'experience'];

/** Times of one credential from its rows. */
export function timesFrom(db: ReferenceDb, rows: readonly Rows['credential_time'][], chain: readonly string[], dates: ReadonlyMap<string, string>): readonly TimeFact[] {
  return nearest(rows, chain, ({ kind }) => kind)
    .sort((a, b) => TIME_KINDS.indexOf(a.kind) - TIME_KINDS.indexOf(b.kind))
    .map((row) => ({
      kind: row.kind, low: row.low, high: row.high, unit: row.unit, unknown: row.low === null ? (row.unknown ?? 'not-checked') : null,
      from: stated(db, dates, row.evidence_id, row.area),
    }));
}

function requirementsOf({ db, id, chain, dates }: Asked): readonly RequirementFact[] {
  return db.all(
    db.from('requirement').selectAll().where('credential', '=', id).where('area', 'in', [...chain]).orderBy('position'),
  ).map((row) => ({
    kind: row.kind, answer: row.answer, amount: row.amount, label: { en: row.label, es: row.label_es },
    from: stated(db, dates, row.evidence_id, row.area),
  }));
}

/** Who decides in the nearest area of the chain that has somebody on record. */
function authorityOf({ db, id, chain }: Asked): Authority | undefined {
  const rows = db.all(
    db.from('authority').innerJoin('organization', 'organization.id', 'authority.organization')
      .select(['authority.area', 'organization.name', 'organization.phone', 'organization.url', 'authority.evidence_id as evidence'])
      .where('authority.credential', '=', id).where('authority.area', 'in', [...chain]),
  );
  const [first] = nearest(rows, chain, () => '');
  return first && { name: first.name, phone: first.phone, url: first.url, evidence: first.evidence };
}

/** What a credential's own row says of it in every list. */
export function plainFacts(row: Rows['credential']): Pick<CredentialFacts, 'id' | 'code' | 'name' | 'shortName' | 'kind' | 'role' | 'field' | 'jurisdiction' | 'minAge'> {
  return {
    id: row.id, code: row.code ?? '', name: localized(row.name, row.name_es), shortName: localized(row.short_name ?? row.name, row.short_name_es ?? row.name_es),
    kind: row.kind, role: row.role, field: row.field, jurisdiction: row.jurisdiction, minAge: row.min_age,
  };
}

/** A column that is 1, 0 or empty. */
const known = (flag: 0 | 1 | null): boolean | null => (flag === null ? null : flag === 1);

/**
 * All that the engine needs of one credential in one area; undefined when there is none of that id.
 * A price or time of the area's state comes before the nation's; rows of other states are left out.
 * `occupation`: facts of an occupation in that area, where they are at hand already.
 */
export function getCredentialFacts(
  db: ReferenceDb, id: string, area: string, occupation = (soc: string): OccupationFacts | undefined => getOccupationFacts(db, soc, area),
): CredentialFacts | undefined {
  const row = db.first(db.from('credential').selectAll().where('id', '=', id));
  if (!row) return undefined;
  const chain = areaChain(db, area);
  const dates = datesOfEvidence(db, id);
  const asked: Asked = { db, id, chain, dates, occupation };
  const authority = authorityOf(asked);
  return {
    ...plainFacts(row), demandType: row.demand_type, renewMonths: row.renew_months, links: linksOf(asked), costs: costsFrom(db, db.all(db.from('credential_cost').selectAll().where('credential', '=', id).where('area', 'in', [...chain])), chain, dates),
    times: timesFrom(db, db.all(db.from('credential_time').selectAll().where('credential', '=', id).where('area', 'in', [...chain])), chain, dates), requirements: requirementsOf(asked),
    leadsTo: listEdgesFrom(db, id),
    marks: { assessed: known(row.third_party_assessed), proctored: known(row.proctored), portable: known(row.portable) },
    ...(authority ? { authority } : {}),
  };
}
