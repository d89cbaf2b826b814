import {
  COST_LINES, PAYERS, RELATIONS, type Authority, type CostFact, type CredentialFacts, type OccupationLink, type Payer, type RequirementFact, type TimeFact,
} from '../../../shared/domain/facts.ts';
import { areaChain, type ReferenceDb } from '../reference-db.ts';
import { getOccupationFacts } from './get-occupation-facts.ts';
import { localized } from './get-credential.ts';
import { datesOfEvidence, stated } from './ledger.ts';
import { listEdgesFrom } from './list-edges.ts';

/** Of rows that say the same thing for several areas, the one of the nearest area. */
function nearest<R extends { readonly area: string }>(rows: readonly R[], chain: readonly string[], same: (row: R) => string): R[] {
  const best = new Map<string, R>();
  for (const row of rows) {
    const known = best.get(same(row));
    if (!known || chain.indexOf(row.area) < chain.indexOf(known.area)) best.set(same(row), row);
  }
  return [...best.values()];
}

interface Asked {
  readonly db: ReferenceDb;
  readonly id: string;
  readonly area: string;
  readonly chain: readonly string[];
  readonly dates: ReadonlyMap<string, string>;
}

function linksOf({ db, id, area, chain }: Asked): readonly OccupationLink[] {
  const rows = db.all(db.from('credential_occupation').selectAll().where('credential', '=', id).where('area', 'in', [...chain]));
  return nearest(rows, chain, ({ soc }) => soc)
    .flatMap(({ soc, relation, evidence_id }) => {
      const occupation = getOccupationFacts(db, soc, area);
      return occupation ? [{ relation, occupation, evidence: evidence_id }] : [];
    })
    .sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || (a.occupation.soc < b.occupation.soc ? -1 : 1));
}

const isPayer = (word: string): word is Payer => PAYERS.some((payer) => payer === word);

function costsOf({ db, id, chain, dates }: Asked): readonly CostFact[] {
  const rows = db.all(db.from('credential_cost').selectAll().where('credential', '=', id).where('area', 'in', [...chain]));
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

function timesOf({ db, id, chain, dates }: Asked): readonly TimeFact[] {
  const rows = db.all(db.from('credential_time').selectAll().where('credential', '=', id).where('area', 'in', [...chain]));
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

/** A column that is 1, 0 or empty. */
const known = (flag: 0 | 1 | null): boolean | null => (flag === null ? null : flag === 1);

/**
 * All that the engine needs of one credential in one area; undefined when there is none of that id.
 * A price or time of the area's state comes before the nation's; rows of other states are left out.
 */
export function getCredentialFacts(db: ReferenceDb, id: string, area: string): CredentialFacts | undefined {
  const row = db.first(db.from('credential').selectAll().where('id', '=', id));
  if (!row) return undefined;
  const asked: Asked = { db, id, area, chain: areaChain(db, area), dates: datesOfEvidence(db, id) };
  const authority = authorityOf(asked);
  return {
    id: row.id, code: row.code ?? '', name: localized(row.name, row.name_es), shortName: localized(row.short_name ?? row.name, row.short_name_es ?? row.name_es),
    kind: row.kind, role: row.role, field: row.field, demandType: row.demand_type, jurisdiction: row.jurisdiction, minAge: row.min_age,
    renewMonths: row.renew_months, links: linksOf(asked), costs: costsOf(asked), times: timesOf(asked), requirements: requirementsOf(asked),
    leadsTo: listEdgesFrom(db, id),
    marks: { assessed: known(row.third_party_assessed), proctored: known(row.proctored), portable: known(row.portable) },
    ...(authority ? { authority } : {}),
  };
}
